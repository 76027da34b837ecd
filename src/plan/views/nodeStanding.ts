import type { MemberCode } from '~/domain/dimension';
import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { workingCalendar } from '~/domain/workingDays';
import { amountToDate, covers } from '~/engine/kpi/index';
import type { PlanDocument } from '../document';
import { holidaysOf } from '../holidays';
import { type MemberLevel, memberSales, memberTargets } from './memberTotals';
import { sumSpoken } from './nodeTargets';
import { type OrderCoverage, orderCoverage, wholeMonths } from './orderCoverage';

/** How one member stands in the plan's year and what its own history says. Minor units; null = unknown or blank. */
export interface NodeStanding {
  code: MemberCode;
  target: number | null;
  planToDate: number | null;
  actual: number | null;
  /** The twelve known months that the target is compared with: last year where it is known, else the latest. */
  reference: number | null;
  /** Own growth over time, newest first: this year so far on the same months of last year, then year on year. */
  growths: number[];
}

/** Whole months of a running year that already say something about growth. */
const MONTHS_THAT_TELL = 3;

/** Every member of a level that has a target or sales in the plan's year. */
export function nodeStandings(document: PlanDocument, plan: Plan, member: MemberLevel): NodeStanding[] {
  const targets = memberTargets(document, plan, member);
  const coverage = orderCoverage(document);
  const first = monthIndexOf(plan.periods[0].from);
  const end = first + plan.periods.length;
  if (!coverage) {
    return [...targets].map(([code, amounts]) => ({
      code,
      target: sumSpoken(amounts),
      planToDate: null,
      actual: null,
      reference: null,
      growths: [],
    }));
  }
  const from = Math.min(coverage.firstMonth, first);
  const sales = memberSales(document, plan, {
    member,
    firstMonth: from,
    months: Math.max(end, coverage.lastMonth + 1) - from,
  });
  const known = wholeMonths(coverage, from, sales.months);
  const spans = yearSpans(known, { plan: first - from, end: end - from });
  const calendar = workingCalendar(
    holidaysOf(document, plan),
    plan.periods[0].from,
    plan.periods[plan.periods.length - 1].to,
  );
  const isKnown = knownToDate(coverage, plan);
  const standings: NodeStanding[] = [];
  for (let code = 0; code * sales.months < sales.amount.length; code += 1) {
    const own = sales.amount.subarray(code * sales.months, (code + 1) * sales.months);
    const amounts = targets.get(code) ?? null;
    const year = sumOf(own, { from: first - from, end: end - from });
    if (!amounts && year === 0) continue;
    standings.push({
      code,
      target: amounts ? sumSpoken(amounts) : null,
      planToDate: amounts ? amountToDate({ periods: plan.periods, amounts }, calendar, coverage.asOf) : null,
      actual: isKnown ? year : null,
      reference: spans.years.length > 0 ? sumOf(own, spans.years[0]) : null,
      growths: growthsOf(own, spans),
    });
  }
  return standings;
}

interface Span {
  from: number;
  end: number;
}

/** Runs of twelve known months, newest first, and the part of this year that can be laid beside last year. */
function yearSpans(known: Uint8Array, year: { plan: number; end: number }): { years: Span[]; toDate: Span | null } {
  const isWhole = ({ from, end }: Span): boolean => from >= 0 && known.subarray(from, end).every((flag) => flag === 1);
  let last = known.length;
  while (last > 0 && known[last - 1] === 0) last -= 1;
  const lastYear = { from: year.plan - 12, end: year.end - 12 };
  let span = isWhole(lastYear) ? lastYear : { from: last - 12, end: last };
  const years: Span[] = [];
  while (span.from >= 0 && isWhole(span)) {
    years.push(span);
    span = { from: span.from - 12, end: span.end - 12 };
  }
  const toDate = { from: year.plan, end: Math.min(last, year.end) };
  const tells = toDate.end - toDate.from >= MONTHS_THAT_TELL && isWhole(toDate);
  return { years, toDate: tells && isWhole({ from: toDate.from - 12, end: toDate.end - 12 }) ? toDate : null };
}

function growthsOf(own: Float64Array, { years, toDate }: { years: Span[]; toDate: Span | null }): number[] {
  const pairs = years.slice(1).map((before, i): [Span, Span] => [years[i], before]);
  if (toDate) pairs.unshift([toDate, { from: toDate.from - 12, end: toDate.end - 12 }]);
  return pairs.flatMap(([now, before]) => {
    const base = sumOf(own, before);
    return base > 0 ? [sumOf(own, now) / base - 1] : [];
  });
}

function sumOf(amounts: Float64Array, { from, end }: Span): number {
  let sum = 0;
  for (let m = Math.max(0, from); m < end; m += 1) sum += amounts[m];
  return sum;
}

/** True when every day from the start of the plan's year to the last complete day is known, and there is one. */
function knownToDate(coverage: OrderCoverage, plan: Plan): boolean {
  const { from } = plan.periods[0];
  const to = Math.min(coverage.asOf, monthPeriodAt(monthIndexOf(plan.periods[plan.periods.length - 1].from)).to);
  return to >= from && covers(coverage.stretches, from, to);
}
