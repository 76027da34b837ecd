import { type Accessor, Show } from 'solid-js';
import type { ChartPart, PlanChart } from '~/domain/range';
import { Table } from '../components/Table';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import { ChartPanel } from './ChartPanel';
import { createTokens } from './createTokens';
import { planChartOption } from './planChartOption';
import { useChartWords } from './useChartWords';
import { usePlanChartWords } from './usePlanChartWords';

export interface PlanChartViewProps {
  chart: PlanChart;
  finding: string;
  caption: string;
  /** A row of the sheet was picked. */
  onPick(row: string): void;
}

/** One chart of the plan, or the same as a table whose names lead to their rows. */
export function PlanChartView(props: PlanChartViewProps) {
  const { t, format } = useText();
  const money = useMoney();
  const tokens = createTokens();
  const axis = useChartWords();
  const words = usePlanChartWords(() => axis(null).axis);
  const isRow = ({ id }: ChartPart) => id.includes(':');
  const name: Accessor<(part: ChartPart) => string> = () => words().name;
  return (
    <ChartPanel
      finding={props.finding}
      caption={props.caption}
      description={`${props.finding}. ${props.caption}`}
      option={planChartOption(props.chart, { words: words(), tokens: tokens() })}
      onPick={(id) => {
        if (id.includes(':')) props.onPick(id);
      }}
      table={
        <Table
          label={`${props.finding}, ${money.label()}`}
          rows={props.chart.parts}
          columns={[
            {
              id: 'part',
              head: money.label(),
              rowHead: true,
              cell: (part) => (
                <Show when={isRow(part)} fallback={name()(part)}>
                  <button type="button" class="button button--link" onClick={() => props.onPick(part.id)}>
                    {name()(part)}
                  </button>
                </Show>
              ),
            },
            { id: 'target', head: t('chart.amount'), number: true, cell: (part) => money.show(part.target) },
            {
              id: 'lastYear',
              head: t('forecast.lastYear'),
              number: true,
              cell: (part) => (props.chart.kind === 'waterfall' ? format().percent(null) : money.show(part.lastYear)),
            },
          ]}
        />
      }
    />
  );
}
