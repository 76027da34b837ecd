import type { Day } from '~/domain/period';
import type { BurnUp } from '~/domain/view';
import type { Tokens } from '../style/tokens';
import { bandSeries } from './bandSeries';
import { burnUpLines } from './burnUpLines';
import { chartFrame } from './chartFrame';
import type { LineChartOption } from './chartOption';
import type { ChartWords } from './chartWords';
import { lineSeries } from './lineSeries';
import { ruleSeries } from './ruleSeries';

/** The year added up: plan, what came, last year, and where it leads to with its range. */
export function burnUpOption(
  burnUp: BurnUp,
  asOf: Day | null,
  { words, tokens }: { words: ChartWords; tokens: Tokens },
): LineChartOption {
  const lines = burnUpLines(burnUp, asOf);
  const named = (name: string, line: readonly (readonly [number, number])[]): string | null => {
    const last = line[line.length - 1];
    return last ? `${name} ${words.money(last[1])}` : null;
  };
  const labels = [named(words.target, lines.target), named(words.forecast, lines.forecast)];
  const longest = Math.max(0, ...[...labels, named(words.lastYear, lines.lastYear)].map((text) => widthOf(text ?? '')));
  const most = Math.max(0, ...[...lines.target, ...lines.actual, ...lines.forecast].map(([, sum]) => sum));
  return chartFrame({
    tokens,
    months: burnUp.periods.length,
    monthLabel: (index) => words.month(burnUp.periods[index]),
    amount: (value) => words.axis(value, most),
    tooltip: (index) => tooltipText(burnUp, index, words),
    right: longest + 16,
    series: [
      ...bandSeries(lines.band, { name: 'range', colour: tokens['forecast-wash'], opacity: 1 }),
      lineSeries('lastYear', { tokens, points: lines.lastYear, endLabel: named(words.lastYear, lines.lastYear) }),
      lineSeries('target', { tokens, points: lines.target, endLabel: labels[0] }),
      lineSeries('forecast', { tokens, points: lines.forecast, endLabel: labels[1] }),
      lineSeries('actual', {
        tokens,
        points: lines.actual,
        endLabel: named(words.actual, lines.actual),
        dots: 'last',
        labelBelow: true,
      }),
      ruleSeries(lines.known === null ? [] : [{ x: lines.known, name: words.today, kind: 'today' }], tokens),
    ],
  });
}

function tooltipText(burnUp: BurnUp, index: number, words: ChartWords): string {
  const line = (name: string, amount: number | null) => (amount === null ? [] : [`${name}  ${words.money(amount)}`]);
  const { actual, forecast } = burnUp;
  return [
    words.longMonth(burnUp.periods[index]),
    ...line(words.target, burnUp.target[index]),
    ...line(words.actual, actual[index]),
    ...(forecast[index] === actual[index] ? [] : line(words.forecast, forecast[index])),
    ...line(words.lastYear, burnUp.lastYear[index]),
  ].join('\n');
}

/** About how wide a label of 12 px is, before anything is drawn. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += /[\u2e80-\uffff]/.test(char) ? 12.5 : 7.2;
  return Math.ceil(width);
}
