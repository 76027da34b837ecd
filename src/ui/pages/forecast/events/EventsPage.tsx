import { createSignal, For, Show } from 'solid-js';
import type { EventLine } from '~/domain/forecastView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createAnswer } from '../../../components/createAnswer';
import { JobLine } from '../../../components/JobLine';
import { NoPlan } from '../../../components/NoPlan';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import '../node/forecast.css';
import { MarkedPart } from './MarkedPart';
import { PromotionDialog } from './PromotionDialog';
import { ProposalPart } from './ProposalPart';
import { useEventWords } from './useEventWords';

/** Months that are not like others over the whole tree: what waits for a word, what was marked, what could be taken over. */
export function EventsPage() {
  const app = useApp();
  const { t, format } = useText();
  const words = useEventWords();
  const [editing, setEditing] = createSignal<{ event: EventLine | null } | null>(null);
  const answer = createAnswer({
    kind: 'forecast',
    query: () => (app.status().plan ? true : null),
    call: (_, job) => app.host.forecastEvents(job),
  });
  const blocked = () => (app.status().readOnly ? t('forecast.readOnly') : null);
  return (
    <Show when={app.status().plan} fallback={<NoPlan text={t('event.noPlan')} />}>
      <div class="special-page" aria-busy={answer.job() !== null}>
        <h1 class="unseen">{t('event.title')}</h1>
        <JobLine job={answer.job()} stopped={answer.stopped()} words={t('event.computing')} onAgain={answer.again} />
        <Show when={answer.view()}>
          {(view) => (
            <>
              <ProposalPart view={view()} />
              <Show when={view().offered.length > 0}>
                <Section
                  finding={t('event.offered', { n: view().offered.length })}
                  caption={t('event.offeredCaption')}
                  tools={
                    <Button
                      blocked={blocked()}
                      onClick={() =>
                        void app.run({
                          name: 'forecast/setEvents',
                          events: view().offered.map(({ label: _, ...event }) => event),
                        })
                      }
                    >
                      {t('event.takeAll')}
                    </Button>
                  }
                >
                  <Table
                    label={t('event.offered', { n: view().offered.length })}
                    rows={view().offered}
                    columns={[
                      { id: 'name', head: t('event.name'), rowHead: true, cell: (row) => row.title },
                      { id: 'node', head: t('event.node'), cell: (row) => words.node(row.label) },
                      { id: 'months', head: t('event.months'), cell: (row) => words.months(row) },
                      {
                        id: 'take',
                        head: t('event.decide'),
                        cell: ({ label: _, ...event }) => (
                          <Button
                            look="link"
                            aria-label={t('event.takeOf', { name: event.title })}
                            blocked={blocked()}
                            onClick={() => void app.run({ name: 'forecast/setEvents', events: [event] })}
                          >
                            {t('event.take')}
                          </Button>
                        ),
                      },
                    ]}
                  />
                </Section>
              </Show>
              <MarkedPart
                events={view().events}
                onMark={() => setEditing({ event: null })}
                onEdit={(event) => setEditing({ event })}
              />
              <Show when={view().analogues.length > 0}>
                <Section finding={t('event.analogue.title')} caption={t('event.analogue.caption')}>
                  <ul class="facts">
                    <For each={view().analogues}>
                      {(one) => (
                        <li class="special">
                          <span class="special__words">
                            <span class="strong">{one.name}</span>
                            <span class="facts__text">
                              {one.scale === null
                                ? t('event.analogue.of', { names: format().list(one.like) })
                                : t('event.analogue.ofScaled', {
                                    names: format().list(one.like),
                                    scale: format().number(one.scale, 2),
                                  })}
                            </span>
                          </span>
                          <Button
                            look="quiet"
                            aria-label={t('event.analogue.remove', { name: one.name })}
                            blocked={blocked()}
                            onClick={() => void app.run({ name: 'forecast/removeAnalogue', id: one.id })}
                          >
                            {t('event.remove')}
                          </Button>
                        </li>
                      )}
                    </For>
                  </ul>
                </Section>
              </Show>
            </>
          )}
        </Show>
        <PromotionDialog
          open={editing() !== null}
          event={editing()?.event ?? null}
          at={{}}
          choosesNode
          onClose={() => setEditing(null)}
        />
      </div>
    </Show>
  );
}
