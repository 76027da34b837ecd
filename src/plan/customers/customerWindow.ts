import { type Day, monthsBefore } from '~/domain/period';
import { covers } from '~/engine/kpi/index';
import type { OrderCoverage } from '../views/orderCoverage';

/** The twelve months that customers are looked at over, and the twelve before them; all days inside. */
export interface CustomerWindow {
  from: Day;
  to: Day;
  beforeFrom: Day;
  beforeTo: Day;
  /** Every day of the year before is known: only then a missing sale is 0. */
  beforeKnown: boolean;
}

const WINDOW_MONTHS = 12;

/** The window that ends on the last complete day of the orders; as much of it as they cover. */
export function customerWindow(coverage: OrderCoverage): CustomerWindow {
  const start = windowStart(coverage.asOf);
  const beforeTo = start - 1;
  const beforeFrom = windowStart(beforeTo);
  return {
    from: Math.max(coverage.from, start),
    to: coverage.asOf,
    beforeFrom,
    beforeTo,
    beforeKnown: covers(coverage.stretches, beforeFrom, beforeTo),
  };
}

/** The day after the same date a year before; the end of a month stays one. */
const windowStart = (asOf: Day): Day => monthsBefore(asOf, WINDOW_MONTHS) + 1;
