import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { LEAST_TREND_MONTHS, type MonthAhead, trendRun } from '~/engine/challenge/index';
import { monthsOfYear } from './nodeMonths';
import { rangeOf, type Support, unknownSupport } from './support';

/** The run of the last 24 to 36 months continued to the end of the plan's year; months of it that have come stand as they are. */
export function trendSupport(
  plan: Plan,
  { months, fromMonth }: { months: (number | null)[]; fromMonth: number },
): Support {
  const next = fromMonth + months.length;
  const ahead: MonthAhead[] = [];
  let come = 0;
  for (const { month, part } of monthsOfYear(plan)) {
    if (month >= next) ahead.push({ month: month - next, part });
    else come += part * (months[month - fromMonth] ?? 0);
  }
  const known = months.length - firstSold(months);
  const run = known < LEAST_TREND_MONTHS ? null : trendRun(months.slice(firstSold(months)), ahead);
  if (!run) {
    return unknownSupport('trend', issue('challenge/fewMonths', { months: known, needed: LEAST_TREND_MONTHS }));
  }
  return {
    kind: 'trend',
    range: rangeOf(come + run.low, come + run.mid, come + run.high),
    facts: { months: run.months, growth: run.growth, actual: come },
    issues: [],
  };
}

function firstSold(months: readonly (number | null)[]): number {
  const first = months.findIndex((amount) => amount !== null && amount !== 0);
  return first < 0 ? months.length : first;
}
