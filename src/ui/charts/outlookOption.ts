import type { PeriodId } from '~/domain/period';
import type { Tokens } from '../style/tokens';
import { bandSeries } from './bandSeries';
import { chartFrame } from './chartFrame';
import type { LineChartOption } from './chartOption';
import { lineSeries } from './lineSeries';

export interface OutlookPoint {
  month: PeriodId;
  weighted: number;
  deals: number;
  runRate: number | null;
  mean: number;
  lower: number;
  upper: number;
  target: number | null;
}

export interface OutlookWords {
  weighted: string;
  deals: string;
  runRate: string;
  combined: string;
  range: string;
  target: string;
  month(period: PeriodId): string;
  longMonth(period: PeriodId): string;
  money(amount: number | null): string;
  axis(amount: number, most: number): string;
}

/** Repeat sales as an area, deals with their range on top of them, and the target as a step line. */
export function outlookOption(
  points: readonly OutlookPoint[],
  { words, tokens }: { words: OutlookWords; tokens: Tokens },
): LineChartOption {
  const most = Math.max(0, ...points.flatMap(({ upper, target }) => [upper, target ?? 0]));
  const middle = (index: number): number => index + 0.5;
  return chartFrame({
    tokens,
    months: points.length,
    monthLabel: (index) => words.month(points[index].month),
    amount: (value) => words.axis(value, most),
    tooltip: (index) => {
      const point = points[index];
      if (!point) return '';
      return [
        words.longMonth(point.month),
        `${words.combined}  ${words.money(point.mean)}`,
        `${words.range}  ${words.money(point.lower)}–${words.money(point.upper)}`,
        `${words.deals}  ${words.money(point.deals)}`,
        `${words.weighted}  ${words.money(point.weighted)}`,
        `${words.runRate}  ${words.money(point.runRate)}`,
        `${words.target}  ${words.money(point.target)}`,
      ].join('\n');
    },
    right: 12,
    series: [
      ...bandSeries(
        points.flatMap(({ runRate }, index) =>
          runRate === null ? [] : [{ x: middle(index), lower: 0, upper: runRate }],
        ),
        { name: 'repeat', colour: tokens.edge, opacity: 0.22 },
      ),
      ...bandSeries(
        points.map(({ lower, upper }, index) => ({ x: middle(index), lower, upper })),
        { name: 'range', colour: tokens.forecast, opacity: 0.28 },
      ),
      lineSeries('target', {
        tokens,
        points: points.flatMap(({ target }, index): [number, number][] =>
          target === null
            ? []
            : [
                [index, target],
                [index + 1, target],
              ],
        ),
        endLabel: null,
        unsnapped: true,
      }),
      lineSeries('forecast', {
        tokens,
        points: points.map(({ mean }, index): [number, number] => [middle(index), mean]),
        endLabel: null,
        dots: 'all',
      }),
    ],
  });
}
