import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import { type Coverage, covers, knownMonths, mergeCoverage } from '~/engine/kpi/index';
import type { PlanDocument } from '../document';

/** Where the orders are complete. */
export interface OrderCoverage {
  stretches: Coverage[];
  from: Day;
  /** Last complete day. */
  asOf: Day;
  /** First and last calendar month that are touched. */
  firstMonth: number;
  lastMonth: number;
  /** The last month, where it is known from its first day but not to its end. */
  running: number | null;
}

/** The coverage of all imports, gaps between them kept: a month in a gap is unknown. Null without orders. */
export function orderCoverage(document: PlanDocument): OrderCoverage | null {
  const stretches = mergeCoverage([...document.records.import.values()].map(({ coverage }) => coverage));
  const last = stretches[stretches.length - 1];
  if (!last) return null;
  const { from } = stretches[0];
  const lastMonth = monthIndexOf(last.to);
  const month = monthPeriodAt(lastMonth);
  const isRunning = last.to < month.to && covers(stretches, month.from, last.to);
  return {
    stretches,
    from,
    asOf: last.to,
    firstMonth: monthIndexOf(from),
    lastMonth,
    running: isRunning ? lastMonth : null,
  };
}

/** Flags months of which every day is known. */
export const wholeMonths = (coverage: OrderCoverage, firstMonth: number, months: number): Uint8Array =>
  knownMonths(coverage.stretches, firstMonth, months);
