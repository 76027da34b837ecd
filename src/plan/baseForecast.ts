import { monthIndexOf } from '~/domain/period';
import type { WorkingCalendar } from '~/domain/workingDays';
import type { DaySpan, FactTable } from '~/engine/facts/index';
import { forecastSeries } from '~/engine/forecast/index';
import { isKnownMonth, type MonthCoverage } from './facts';
import { amountIn } from './monthAmounts';

/**
 * What is expected in the periods of a base that are not known and end after the coverage: the company's forecast, split by
 * each row's last twelve months. The forecast is made by calendar month; a period takes the working days it has of each,
 * of a month that is over what was sold in it. Minor units by row, never negative; null where nothing is foretold.
 */
export function baseForecast(
  spans: readonly (readonly DaySpan[])[],
  { facts, coverage, work }: { facts: FactTable; coverage: MonthCoverage; work: WorkingCalendar },
): (Float64Array | null)[] {
  const ends = spans.flat().map(({ to }) => to);
  const horizon = monthIndexOf(Math.max(...ends)) - coverage.to;
  if (ends.length === 0 || horizon <= 0) return spans.map(() => null);
  const history: (number | null)[] = [];
  for (let month = coverage.from; month <= coverage.to; month += 1) {
    const column = facts.amount[month - facts.fromMonth];
    history.push(isKnownMonth(coverage, month) ? (column ? sum(column) : 0) : null);
  }
  const { mean } = forecastSeries(history, { period: 12, horizon, levels: [], seed: 1 });
  const ofMonth = (month: number): number | null => {
    const ahead = month - coverage.to - 1;
    return ahead < 0 ? (history[month - coverage.from] ?? null) : Math.max(0, mean[ahead]);
  };
  const share = shareOfRows(facts, coverage);
  return spans.map((parts) => {
    if (!parts.some(({ to }) => monthIndexOf(to) > coverage.to)) return null;
    const total = foretold(parts, ofMonth, work);
    return total === null ? null : share.map((part) => Math.round(total * part));
  });
}

/** Sum of some spans; null where a month of them is neither sold nor foretold. */
function foretold(
  spans: readonly DaySpan[],
  ofMonth: (month: number) => number | null,
  work: WorkingCalendar,
): number | null {
  let total: number | null = 0;
  for (const span of spans) {
    const amount = amountIn(span, ofMonth, work);
    total = total === null || amount === null ? null : total + amount;
  }
  return total;
}

function shareOfRows(facts: FactTable, coverage: MonthCoverage): Float64Array {
  const share = new Float64Array(facts.count);
  let total = 0;
  for (let month = coverage.to - 11; month <= coverage.to; month += 1) {
    const column = facts.amount[month - facts.fromMonth];
    if (!column) continue;
    for (let row = 0; row < facts.count; row += 1) {
      share[row] += column[row];
      total += column[row];
    }
  }
  return total > 0 ? share.map((amount) => Math.max(0, amount) / total) : share.fill(1 / Math.max(1, facts.count));
}

const sum = (column: Float64Array): number => column.reduce((all, value) => all + value, 0);
