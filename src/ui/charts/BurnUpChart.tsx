import type { Day } from '~/domain/period';
import type { BurnUp } from '~/domain/view';
import { Table } from '../components/Table';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import { burnUpOption } from './burnUpOption';
import { burnUpRows } from './burnUpRows';
import { ChartPanel } from './ChartPanel';
import { createTokens } from './createTokens';
import { useChartWords } from './useChartWords';

export interface BurnUpChartProps {
  burnUp: BurnUp;
  /** Last complete day of the orders. */
  asOf: Day | null;
  finding: string;
  caption?: string;
  /** Name of the planned line, where it is not the whole target. */
  targetName?: string;
}

/** The year added up against plan, last year and where it leads to. */
export function BurnUpChart(props: BurnUpChartProps) {
  const { t, format } = useText();
  const money = useMoney();
  const tokens = createTokens();
  const chartWords = useChartWords();
  const words = () => {
    const all = chartWords(props.asOf);
    return props.targetName ? { ...all, target: props.targetName } : all;
  };
  const end = (sums: readonly (number | null)[]) => money.say(sums.findLast((sum) => sum !== null) ?? null);
  const description = () =>
    t('forecast.burnUpSpoken', {
      finding: props.finding,
      target: end(props.burnUp.target),
      actual: end(props.burnUp.actual),
      forecast: end(props.burnUp.forecast),
    });
  return (
    <ChartPanel
      finding={props.finding}
      caption={props.caption}
      description={description()}
      option={burnUpOption(props.burnUp, props.asOf, { words: words(), tokens: tokens() })}
      table={
        <Table
          label={`${props.finding}, ${money.label()}`}
          rows={burnUpRows(props.burnUp)}
          columns={[
            { id: 'month', head: money.label(), rowHead: true, cell: (row) => format().longMonth(row.period) },
            { id: 'target', head: words().target, number: true, cell: (row) => money.show(row.target) },
            { id: 'actual', head: t('forecast.actual'), number: true, cell: (row) => money.show(row.actual) },
            { id: 'lastYear', head: t('forecast.lastYear'), number: true, cell: (row) => money.show(row.lastYear) },
            {
              id: 'forecast',
              head: t('forecast.forecast'),
              number: true,
              cell: (row) => <span class="forecast-text">{money.show(row.forecast)}</span>,
            },
            {
              id: 'range',
              head: t('forecast.range'),
              number: true,
              cell: (row) => format().interval(money.show(row.lower), money.show(row.upper)),
            },
          ]}
        />
      }
    />
  );
}
