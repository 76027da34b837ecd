import { createEffect, createSignal, on, Show } from 'solid-js';
import type { EventsView, OutlierProposal } from '~/domain/forecastView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { decided } from './decided';
import { useEventWords } from './useEventWords';

const keyOf = ({ at, month }: OutlierProposal): string => `${formatAt(at)}|${month}`;

/** Months over the tree that look unlike the others, largest difference first, to be decided one by one or many at once. */
export function ProposalPart(props: { view: EventsView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const words = useEventWords();
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  // What was decided is no longer there to be chosen.
  createEffect(
    on(
      () => props.view,
      () => setChosen(new Set<string>()),
    ),
  );
  const blocked = () => (app.status().readOnly ? t('forecast.readOnly') : null);
  const decide = (proposals: readonly OutlierProposal[], decision: 'adjust' | 'keep') =>
    void app.run({ name: 'forecast/setEvents', events: proposals.map((one) => decided(one, decision)) });
  const picked = () => props.view.proposals.filter((one) => chosen().has(keyOf(one)));
  const toggle = (key: string) => {
    const next = new Set(chosen());
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const named = (row: OutlierProposal) => ({ month: format().longMonth(row.month), node: words.node(row.label) });
  const caption = () =>
    [t('event.caption', { nodes: props.view.nodes, unit: money.label() }), props.view.cut ? t('event.cut') : '']
      .filter(Boolean)
      .join(' · ');
  return (
    <Section
      finding={
        props.view.proposals.length === 0
          ? t('event.findingNone')
          : t('event.finding', { n: props.view.proposals.length })
      }
      caption={caption()}
    >
      <Show when={props.view.proposals.length > 0}>
        <div class="special-bulk">
          <span class="quiet" role="status">
            {t('event.bulk', { n: picked().length })}
          </span>
          <Button
            look="link"
            onClick={() =>
              setChosen(picked().length > 0 ? new Set<string>() : new Set(props.view.proposals.map(keyOf)))
            }
          >
            {picked().length > 0 ? t('event.bulkNone') : t('event.bulkAll')}
          </Button>
          <Show when={picked().length > 0}>
            <Button blocked={blocked()} onClick={() => decide(picked(), 'adjust')}>
              {t('event.leaveOut')}
            </Button>
            <Button blocked={blocked()} onClick={() => decide(picked(), 'keep')}>
              {t('event.real')}
            </Button>
          </Show>
        </div>
        <div class="chart-table special-table">
          <Table
            label={t('event.finding', { n: props.view.proposals.length })}
            rows={props.view.proposals}
            chosen={(row) => chosen().has(keyOf(row))}
            columns={[
              {
                id: 'node',
                head: t('event.node'),
                rowHead: true,
                cell: (row) => (
                  <label class="special-pick">
                    <input
                      type="checkbox"
                      aria-label={t('event.chooseOf', named(row))}
                      checked={chosen().has(keyOf(row))}
                      onChange={() => toggle(keyOf(row))}
                    />
                    <span>{words.node(row.label)}</span>
                  </label>
                ),
              },
              { id: 'month', head: t('event.month'), cell: (row) => format().longMonth(row.month) },
              { id: 'actual', head: t('event.actual'), number: true, cell: (row) => money.show(row.actual) },
              { id: 'expected', head: t('event.expected'), number: true, cell: (row) => money.show(row.expected) },
              {
                id: 'difference',
                head: t('event.difference'),
                number: true,
                cell: (row) =>
                  row.expected > 0
                    ? `${money.show(row.actual - row.expected)} (${format().growth(row.actual / row.expected - 1, 0)})`
                    : money.show(row.actual - row.expected),
              },
              {
                id: 'decide',
                head: t('event.decide'),
                cell: (row) => (
                  <span class="special-buttons">
                    <Button
                      look="link"
                      aria-label={t('event.leaveOutOf', named(row))}
                      blocked={blocked()}
                      onClick={() => decide([row], 'adjust')}
                    >
                      {t('event.leaveOut')}
                    </Button>
                    <Button
                      look="link"
                      aria-label={t('event.realOf', named(row))}
                      blocked={blocked()}
                      onClick={() => decide([row], 'keep')}
                    >
                      {t('event.real')}
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        </div>
      </Show>
    </Section>
  );
}
