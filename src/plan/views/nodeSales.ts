import type { At } from '~/domain/cell';
import { monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { bucketsOfSpan, cutsOfSpans, type DaySpan } from '~/engine/facts/index';
import { covers, type Grouping, NO_GROUP, sumByDays, sumByMonth } from '~/engine/kpi/index';
import { orderSegments, type PlanDocument } from '../document';
import { type SalesTable, salesOf } from '../outlooks/salesTable';
import { nodeFilters } from './nodeFilters';
import { orderCoverage, wholeMonths } from './orderCoverage';

export interface MonthSales {
  /** Net sales by month, minor units; null = not known whole, the running month included. */
  whole: (number | null)[];
  /** What came in the running month so far; null where none of the months is running. */
  running: { index: number; amount: number } | null;
}

/**
 * What a node sold in consecutive calendar months, read from the order lines: also for members that no line of the plan
 * names. A month inside the coverage without orders is 0, one outside it null. With a table of many nodes' sales that holds
 * this one the orders are not read again.
 */
export function nodeSales(
  document: PlanDocument,
  plan: Plan | null,
  { at, firstMonth, months, table }: { at: At; firstMonth: number; months: number; table?: SalesTable },
): MonthSales {
  const coverage = orderCoverage(document);
  if (!coverage || months <= 0) return { whole: new Array(Math.max(0, months)).fill(null), running: null };
  const { sums } =
    (table && monthsOfTable(table, { at, firstMonth, months })) ??
    sumByMonth(orderSegments(document), { by: groupingOf(document, plan, at), firstMonth, months });
  const known = wholeMonths(coverage, firstMonth, months);
  const index = coverage.running === null ? -1 : coverage.running - firstMonth;
  return {
    whole: Array.from(sums, (amount, m) => (known[m] === 1 ? amount : null)),
    running: index >= 0 && index < months ? { index, amount: sums[index] } : null,
  };
}

/**
 * The same over any spans of days, null standing for one that does not exist: a span of which a day is unknown is null; the
 * one that the orders end in says what came so far beside it.
 */
export function spanSales(
  document: PlanDocument,
  plan: Plan | null,
  { at, spans, table }: { at: At; spans: readonly (DaySpan | null)[]; table?: SalesTable },
): MonthSales {
  const coverage = orderCoverage(document);
  const wanted = spans.filter((span): span is DaySpan => span !== null);
  if (!coverage || wanted.length === 0) return { whole: spans.map(() => null), running: null };
  let read: ((span: DaySpan) => number) | null = null;
  const known = table ? salesOf(table, at) : null;
  const sold = (span: DaySpan): number => {
    const inTable = known?.(span);
    if (inTable !== undefined) return inTable;
    read ??= soldInSpans(document, plan, { at, spans: wanted });
    return read(span);
  };
  const whole = spans.map((span) => (span && covers(coverage.stretches, span.from, span.to) ? sold(span) : null));
  const { asOf, stretches } = coverage;
  const index = spans.findIndex(
    (span) => span && span.from <= asOf && asOf < span.to && covers(stretches, span.from, asOf),
  );
  const span = spans[index];
  return { whole, running: span ? { index, amount: sold(span) } : null };
}

function soldInSpans(
  document: PlanDocument,
  plan: Plan | null,
  { at, spans }: { at: At; spans: readonly DaySpan[] },
): (span: DaySpan) => number {
  const cuts = cutsOfSpans(spans);
  const { sums } = sumByDays(orderSegments(document), { by: groupingOf(document, plan, at), cuts });
  return (span) => {
    const { first, end } = bucketsOfSpan(cuts, span);
    return sums.subarray(first, end).reduce((all, amount) => all + amount, 0);
  };
}

/** Null where the table does not know the node in one of the months. */
function monthsOfTable(
  table: SalesTable,
  { at, firstMonth, months }: { at: At; firstMonth: number; months: number },
): { sums: Float64Array } | null {
  const sums = new Float64Array(months);
  const soldIn = salesOf(table, at);
  if (!soldIn) return null;
  for (let m = 0; m < months; m += 1) {
    const sold = soldIn(monthPeriodAt(firstMonth + m));
    if (sold === undefined) return null;
    sums[m] = sold;
  }
  return { sums };
}

/** One group: the orders of a node. */
const groupingOf = (document: PlanDocument, plan: Plan | null, at: At): Grouping[] =>
  nodeFilters(document, plan, at).map(({ dimension, inside }) => ({
    dimension,
    groupOf: Uint32Array.from(inside, (flag) => (flag === 1 ? 0 : NO_GROUP)),
    groups: 1,
  }));
