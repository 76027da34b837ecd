import { type Accessor, Show } from 'solid-js';
import type { ChartPart, PlanChart } from '~/domain/range';
import { Table } from '../components/Table';
import { useText } from '../components/TextProvider';
import type { AmountWords } from '../components/useAmounts';
import { ChartPanel } from './ChartPanel';
import { createTokens } from './createTokens';
import { planChartOption } from './planChartOption';
import { usePlanChartWords } from './usePlanChartWords';

export interface PlanChartViewProps {
  chart: PlanChart;
  /** How its numbers are put. */
  amounts: AmountWords;
  finding: string;
  caption: string;
  /** A row of the sheet was picked. */
  onPick(row: string): void;
}

/** One chart of the plan, or the same as a table whose names lead to their rows. */
export function PlanChartView(props: PlanChartViewProps) {
  const { t, format } = useText();
  const tokens = createTokens();
  const words = usePlanChartWords({
    label: () => props.amounts.label(),
    show: (amount) => props.amounts.show(amount),
    say: (amount) => props.amounts.say(amount),
    axis: (amount, most) => props.amounts.axis(amount, most),
  });
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
          label={`${props.finding}, ${props.amounts.label()}`}
          rows={props.chart.parts}
          columns={[
            {
              id: 'part',
              head: props.amounts.label(),
              rowHead: true,
              cell: (part) => (
                <Show when={isRow(part)} fallback={name()(part)}>
                  <button type="button" class="button button--link" onClick={() => props.onPick(part.id)}>
                    {name()(part)}
                  </button>
                </Show>
              ),
            },
            { id: 'target', head: t('chart.amount'), number: true, cell: (part) => props.amounts.show(part.target) },
            {
              id: 'lastYear',
              head: t('forecast.lastYear'),
              number: true,
              cell: (part) =>
                props.chart.kind === 'waterfall' ? format().percent(null) : props.amounts.show(part.lastYear),
            },
          ]}
        />
      }
    />
  );
}
