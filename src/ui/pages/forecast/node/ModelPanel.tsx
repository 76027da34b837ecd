import Check from 'lucide-solid/icons/check';
import { Show } from 'solid-js';
import type { NodeForecast } from '~/domain/forecastView';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { gainOnLastYear, type ModelRow, modelRows } from './modelRows';

const BAR = 24;
/** A smaller gain or loss than this says nothing. */
const SAME = 0.03;

/** Which models are behind the numbers, and how far each of them missed in the past. */
export function ModelPanel(props: { node: NodeForecast }) {
  const { t, format } = useText();
  const view = () => props.node.view;
  const rows = () => modelRows(view(), props.node.errors);
  const most = () => Math.max(0, ...rows().map(({ error }) => error ?? 0));
  const name = (row: ModelRow) => t.find(`forecast.model.${row.name}`) ?? row.name;
  const method = () => {
    const n = view().models.filter(({ weight }) => weight > 0).length;
    return t.find(`forecast.method.${view().method}`, { n }) ?? view().method;
  };
  const verdict = () => {
    const gain = gainOnLastYear(view());
    if (gain === null) return '';
    if (Math.abs(gain) < SAME) return t('forecast.same');
    return gain > 0 ? t('forecast.better', { share: format().percent(gain, 0) }) : t('forecast.worse');
  };
  const strong = (row: ModelRow, text: string) => (
    <span classList={{ strong: row.role === 'chosen', quiet: row.role === 'yardstick' }}>{text}</span>
  );
  return (
    <Section
      finding={t('forecast.chosen', { method: method() })}
      caption={
        view().error === null
          ? t('forecast.noBacktest')
          : t('forecast.backtestOf', { origins: props.node.origins, steps: props.node.steps })
      }
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
              rowHead: true,
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
              id: 'mase',
              head: t('forecast.mase'),
              number: true,
              cell: (row) => (
                <span class="model-error">
                  <svg width={BAR} height="6" viewBox={`0 0 ${BAR} 6`} aria-hidden="true">
                    <rect
                      class={`model-bar model-bar--${row.role}`}
                      x={BAR * (1 - share(row.error, most()))}
                      width={BAR * share(row.error, most())}
                      height="6"
                    />
                  </svg>
                  {strong(row, format().number(row.error, 2))}
                </span>
              ),
            },
            {
              id: 'wape',
              head: t('forecast.wape'),
              number: true,
              cell: (row) => strong(row, format().percent(row.wape)),
            },
            {
              id: 'bias',
              head: t('forecast.biasHead'),
              number: true,
              cell: (row) => strong(row, format().growth(row.bias)),
            },
            {
              id: 'hit',
              head: t('forecast.hit'),
              number: true,
              cell: (row) => strong(row, format().percent(row.coverage, 0)),
            },
          ]}
        />
        <p class="type-caption">{t('forecast.errorsHint')}</p>
      </Show>
      <Show when={verdict()}>
        <p class="quiet">{verdict()}</p>
      </Show>
    </Section>
  );
}

const share = (error: number | null, most: number): number => (error === null || most <= 0 ? 0 : error / most);
