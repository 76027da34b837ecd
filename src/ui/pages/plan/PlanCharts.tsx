import { createResource, createSignal, Show } from 'solid-js';
import { CHART_KINDS, type ChartKind, type PlanChart } from '~/domain/range';
import { ALL_ROWS } from '~/domain/sheet';
import { useApp } from '~/state/app';
import { PlanChartView } from '../../charts/PlanChartView';
import { EmptyState } from '../../components/EmptyState';
import { Segment } from '../../components/Segment';
import { useText } from '../../components/TextProvider';
import { useAmounts } from '../../components/useAmounts';
import { chartFinding } from './chartFinding';

export interface PlanChartsProps {
  sheet: number;
  /** Of the sheet's column. */
  measure: string;
  /** Row and periods of the active cell: what the chart is about. */
  row: string;
  periods: readonly string[];
  periodsText: string;
  /** Rises with every change: the chart is asked for anew. */
  revision: number;
  onPick(row: string): void;
}

/** Pictures of the active row beside the grid; what is clicked in them is found in the grid. */
export function PlanCharts(props: PlanChartsProps) {
  const app = useApp();
  const { t, format } = useText();
  const amounts = useAmounts(() => props.measure);
  const [kind, setKind] = createSignal<ChartKind>('waterfall');
  const [chart] = createResource(
    () => ({ kind: kind(), sheet: props.sheet, row: props.row, periods: [...props.periods], revision: props.revision }),
    ({ revision: _revision, ...query }) => app.attempt(app.host.planChart(query)),
  );
  const words = (shown: PlanChart) => ({
    t,
    label: shown.label || (props.row === ALL_ROWS ? t('plan.totalRow') : t('words.unassigned')),
    month: format().month,
    say: amounts.say,
    percent: (share: number | null) => format().percent(share, 0),
  });
  return (
    <div class="plan-charts">
      <div class="plan-charts__head">
        <Segment<ChartKind>
          label={t('chart.kinds')}
          value={kind()}
          options={CHART_KINDS.map((value) => ({ value, label: t(`chart.${value}`) }))}
          onChange={setKind}
        />
      </div>
      <Show when={chart.latest}>
        {(shown) => (
          <Show
            when={shown().parts.length > 0}
            fallback={<EmptyState title={chartFinding(shown(), words(shown()))} text="" />}
          >
            <PlanChartView
              chart={shown()}
              amounts={amounts}
              finding={chartFinding(shown(), words(shown()))}
              caption={t('chart.caption', { unit: amounts.label(), periods: props.periodsText })}
              onPick={props.onPick}
            />
          </Show>
        )}
      </Show>
    </div>
  );
}
