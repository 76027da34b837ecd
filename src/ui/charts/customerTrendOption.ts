import type { CustomerTrendView } from '~/domain/oneCustomer';
import { monthIdAt } from '~/domain/period';
import type { Tokens } from '../style/tokens';
import { chartFrame } from './chartFrame';
import type { LineChartOption } from './chartOption';
import { lineSeries } from './lineSeries';

/** What the chart of a customer says; the page owns all words. */
export interface CustomerTrendWords {
  now: string;
  before: string;
  target: string;
  month(id: string): string;
  longMonth(id: string): string;
  money(amount: number): string;
  axis(amount: number, most: number): string;
}

/** Sales by month against the same months a year before, and against the target where there is one. */
export function customerTrendOption(
  { firstMonth, now, before, target }: CustomerTrendView,
  { words, tokens }: { words: CustomerTrendWords; tokens: Tokens },
): LineChartOption {
  const points = (amounts: readonly (number | null)[]): [number, number][] =>
    amounts.flatMap((amount, i): [number, number][] => (amount === null ? [] : [[i + 0.5, amount]]));
  const all = [...now, ...before, ...target].filter((amount) => amount !== null);
  const most = Math.max(0, ...all);
  const line = (name: string, amount: number | null) => (amount === null ? [] : [`${name}  ${words.money(amount)}`]);
  const hasTarget = target.some((amount) => amount !== null);
  return chartFrame({
    tokens,
    months: now.length,
    monthLabel: (index) => words.month(monthIdAt(firstMonth + index)),
    amount: (value) => words.axis(value, most),
    tooltip: (index) =>
      [
        words.longMonth(monthIdAt(firstMonth + index)),
        ...line(words.now, now[index]),
        ...line(words.before, before[index]),
        ...line(words.target, target[index]),
      ].join('\n'),
    right: 96,
    series: [
      lineSeries('lastYear', { tokens, points: points(before), endLabel: words.before }),
      ...(hasTarget ? [lineSeries('target', { tokens, points: points(target), endLabel: words.target })] : []),
      lineSeries('actual', { tokens, points: points(now), endLabel: words.now, dots: 'last' }),
    ],
  });
}
