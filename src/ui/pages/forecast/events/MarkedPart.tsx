import { Show } from 'solid-js';
import type { EventLine } from '~/domain/forecastView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useEventWords } from './useEventWords';

export interface MarkedPartProps {
  events: readonly EventLine[];
  onMark: () => void;
  onEdit: (event: EventLine) => void;
}

/** Everything that was marked, with what the promotions among it did. */
export function MarkedPart(props: MarkedPartProps) {
  const app = useApp();
  const { t } = useText();
  const words = useEventWords();
  const blocked = () => (app.status().readOnly ? t('forecast.readOnly') : null);
  const label = (event: EventLine) => `${words.name(event)} ${words.months(event)}`;
  return (
    <Section
      finding={props.events.length === 0 ? t('event.markedNone') : t('event.marked', { n: props.events.length })}
      caption={t('event.markedCaption')}
      tools={
        <Button blocked={blocked()} onClick={() => props.onMark()}>
          {t('event.mark')}
        </Button>
      }
    >
      <Show when={props.events.length > 0}>
        <div class="chart-table special-table">
          <Table
            label={t('event.marked', { n: props.events.length })}
            rows={props.events}
            columns={[
              { id: 'name', head: t('event.name'), rowHead: true, cell: (event) => words.name(event) },
              {
                id: 'node',
                head: t('event.node'),
                cell: (event) => (
                  <Button look="link" onClick={() => app.setParams({ tab: null, at: formatAt(event.at) || null })}>
                    {words.node(event.label)}
                  </Button>
                ),
              },
              { id: 'months', head: t('event.months'), cell: (event) => words.months(event) },
              { id: 'effect', head: t('event.decision'), cell: (event) => words.effect(event) },
              {
                id: 'do',
                head: t('event.decide'),
                cell: (event) => (
                  <span class="special-buttons">
                    <Show when={event.kind === 'promotion'}>
                      <Button
                        look="link"
                        aria-label={t('event.editOf', { name: label(event) })}
                        blocked={blocked()}
                        onClick={() => props.onEdit(event)}
                      >
                        {t('event.edit')}
                      </Button>
                    </Show>
                    <Button
                      look="link"
                      aria-label={t('event.removeOf', { name: label(event) })}
                      blocked={blocked()}
                      onClick={() => void app.run({ name: 'forecast/removeEvent', id: event.id })}
                    >
                      {t('event.remove')}
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
