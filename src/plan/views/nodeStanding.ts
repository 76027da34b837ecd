import type { MemberCode } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import { workingCalendar } from '~/domain/workingDays';
import { bucketsOfSpan, cutsOfSpans, type DaySpan } from '~/engine/facts/index';
import { amountToDate, covers } from '~/engine/kpi/index';
import type { PlanDocument } from '../document';
import { holidaysOf } from '../holidays';
import { type MemberLevel, memberSalesByDays, memberTargets } from './memberTotals';
import { sumSpoken } from './nodeTargets';
import { type OrderCoverage, orderCoverage } from './orderCoverage';
import { yearsBefore } from './yearsBefore';

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

/** Every member of a level that has a target or sales in the plan's year (`focusYear`). */
export function nodeStandings(document: PlanDocument, plan: Plan, member: MemberLevel): NodeStanding[] {
  const targets = memberTargets(document, plan, member);
  const coverage = orderCoverage(document);
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
  const { periods } = plan;
  const year = { from: periods[0].from, to: periods[periods.length - 1].to };
  const { years, toDate } = yearsBefore(plan, coverage);
  const cuts = cutsOfSpans([year, ...years, ...(toDate ?? [])]);
  const sales = memberSalesByDays(document, plan, { member, cuts });
  const calendar = workingCalendar(holidaysOf(document, plan), year.from, year.to);
  const isKnown = knownToDate(coverage, year);
  const standings: NodeStanding[] = [];
  for (let code = 0; code * sales.buckets < sales.amount.length; code += 1) {
    const own = sales.amount.subarray(code * sales.buckets, (code + 1) * sales.buckets);
    const soldIn = (span: DaySpan): number => {
      const { first, end } = bucketsOfSpan(cuts, span);
      return own.subarray(first, end).reduce((sum, amount) => sum + amount, 0);
    };
    const amounts = targets.get(code) ?? null;
    const sold = soldIn(year);
    if (!amounts && sold === 0) continue;
    standings.push({
      code,
      target: amounts ? sumSpoken(amounts) : null,
      planToDate: amounts ? amountToDate({ periods, amounts }, calendar, coverage.asOf) : null,
      actual: isKnown ? sold : null,
      reference: years.length > 0 ? soldIn(years[0]) : null,
      growths: growthsOf(soldIn, years, toDate),
    });
  }
  return standings;
}

/** Growth of each year on the one before it, newest first; what has no base has no growth. */
function growthsOf(soldIn: (span: DaySpan) => number, years: DaySpan[], toDate: [DaySpan, DaySpan] | null): number[] {
  const pairs = years.slice(1).map((before, i): [DaySpan, DaySpan] => [years[i], before]);
  if (toDate) pairs.unshift(toDate);
  return pairs.flatMap(([now, before]) => {
    const base = soldIn(before);
    return base > 0 ? [soldIn(now) / base - 1] : [];
  });
}

/** True when every day from the start of the plan's year to the last complete day is known, and there is one. */
function knownToDate(coverage: OrderCoverage, year: DaySpan): boolean {
  const to = Math.min(coverage.asOf, year.to);
  return to >= year.from && covers(coverage.stretches, year.from, to);
}
