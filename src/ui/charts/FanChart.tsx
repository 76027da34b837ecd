import type { ForecastView } from '~/domain/view';
import { Table } from '../components/Table';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import { ChartPanel } from './ChartPanel';
import { createTokens } from './createTokens';
import { FanLegend } from './FanLegend';
import { type FanMarks, fanLevels, fanOption } from './fanOption';
import { useChartWords } from './useChartWords';

export interface FanChartProps {
  view: ForecastView;
  /** What people say beside the model, by month. */
  marks: FanMarks;
  finding: string;
  caption: string;
  /** Whether Spring Festival moves sales here. */
  festivals: boolean;
}

/** What came, what is likely with its ranges, and the target against it. */
export function FanChart(props: FanChartProps) {
  const { t, format } = useText();
  const money = useMoney();
  const tokens = createTokens();
  const words = useChartWords();
  const levels = () => fanLevels(props.view.points);
  const levelName = (level: number) => t('forecast.interval', { level: Math.round(level * 100) });
  const marked = () =>
    [
      { id: 'own', head: t('forecast.ownRow'), of: props.marks.own },
      { id: 'override', head: t('forecast.override'), of: props.marks.override },
    ].filter(({ of }) => props.view.points.some(({ period }) => of.has(period)));
  return (
    <ChartPanel
      finding={props.finding}
      caption={props.caption}
      description={`${props.finding}. ${props.caption}`}
      option={fanOption(props.view, {
        words: words(props.view.asOf),
        tokens: tokens(),
        festivals: props.festivals,
        marks: props.marks,
      })}
      legend={
        <FanLegend
          levels={levels()}
          hasTarget={props.view.points.some(({ target }) => target !== null)}
          marks={props.marks}
        />
      }
      table={
        <Table
          label={`${props.finding}, ${money.label()}`}
          rows={props.view.points}
          columns={[
            { id: 'month', head: money.label(), rowHead: true, cell: (row) => format().longMonth(row.period) },
            { id: 'actual', head: t('forecast.actual'), number: true, cell: (row) => money.show(row.actual) },
            {
              id: 'forecast',
              head: t('forecast.forecast'),
              number: true,
              cell: (row) => <span class="forecast-text">{money.show(row.mean)}</span>,
            },
            ...levels().map((level) => ({
              id: `range ${level}`,
              head: levelName(level),
              number: true,
              cell: (row: ForecastView['points'][number]) => {
                const range = row.intervals.find((interval) => interval.level === level);
                return format().interval(money.show(range?.lower ?? null), money.show(range?.upper ?? null));
              },
            })),
            { id: 'target', head: t('forecast.target'), number: true, cell: (row) => money.show(row.target) },
            ...marked().map(({ id, head, of }) => ({
              id,
              head,
              number: true,
              cell: (row: ForecastView['points'][number]) => money.show(of.get(row.period) ?? null),
            })),
          ]}
        />
      }
    />
  );
}
