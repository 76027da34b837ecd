import Check from 'lucide-solid/icons/check';
import { Show } from 'solid-js';
import type { ForecastView } from '~/domain/view';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { gainOnLastYear, type ModelRow, modelRows } from './modelRows';

const BAR = 28;
/** A smaller gain or loss than this says nothing. */
const SAME = 0.03;

/** Which models are behind the numbers, and how far each of them missed in the past. */
export function ModelPanel(props: { view: ForecastView }) {
  const { t, format } = useText();
  const rows = () => modelRows(props.view);
  const most = () => Math.max(0, ...rows().map(({ error }) => error ?? 0));
  const name = (row: ModelRow) => t.find(`forecast.model.${row.name}`) ?? row.name;
  const method = () => {
    const n = props.view.models.filter(({ weight }) => weight > 0).length;
    return t.find(`forecast.method.${props.view.method}`, { n }) ?? props.view.method;
  };
  const verdict = () => {
    const gain = gainOnLastYear(props.view);
    if (gain === null) return '';
    if (Math.abs(gain) < SAME) return t('forecast.same');
    return gain > 0 ? t('forecast.better', { share: format().percent(gain, 0) }) : t('forecast.worse');
  };
  return (
    <Section
      finding={t('forecast.chosen', { method: method() })}
      caption={props.view.error === null ? t('forecast.noBacktest') : t('forecast.backtest')}
    >
      <Show when={rows().length > 0}>
        <Table
          label={t('forecast.models')}
          rows={rows()}
          chosen={(row) => row.role === 'chosen'}
          columns={[
            {
              id: 'name',
              head: t('forecast.modelColumn'),
              cell: (row) => (
                <span class="model-name" classList={{ strong: row.role === 'chosen', quiet: row.role === 'yardstick' }}>
                  <span class="model-name__tick">
                    <Show when={row.role === 'chosen'}>
                      <Check size={14} stroke-width={1.75} aria-hidden="true" />
                    </Show>
                  </span>
                  {name(row)}
                </span>
              ),
            },
            {
              id: 'weight',
              head: t('forecast.weight'),
              number: true,
              cell: (row) => <span class="quiet">{row.weight === null ? '' : format().percent(row.weight, 0)}</span>,
            },
            {
              id: 'mase',
              head: t('forecast.mase'),
              number: true,
              cell: (row) => (
                <span class="model-error" classList={{ strong: row.role === 'chosen' }}>
                  <svg width={BAR} height="6" viewBox={`0 0 ${BAR} 6`} aria-hidden="true">
                    <rect
                      class={`model-bar model-bar--${row.role}`}
                      x={BAR * (1 - share(row.error, most()))}
                      width={BAR * share(row.error, most())}
                      height="6"
                    />
                  </svg>
                  {format().number(row.error, 2)}
                </span>
              ),
            },
          ]}
        />
      </Show>
      <Show when={verdict()}>
        <p class="quiet">{verdict()}</p>
      </Show>
    </Section>
  );
}

const share = (error: number | null, most: number): number => (error === null || most <= 0 ? 0 : error / most);
