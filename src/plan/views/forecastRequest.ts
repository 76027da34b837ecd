import type { At } from '~/domain/cell';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { Result } from '~/domain/result';
import type { PlanDocument } from '../document';

/** What `forecastSeries` needs to foretell a node, as plain data for the compute pool. */
export interface ForecastRequest {
  at: At;
  /** Whole months, minor units, oldest first; null = unknown. The running month is left out. */
  history: (number | null)[];
  /** Calendar month (from 1970-01) of the first history value. */
  fromMonth: number;
  /** Months to foretell, the running one first where there is one. */
  horizon: number;
  /** The month that is known in part, and what has come in it so far. */
  running: { month: number; actual: number } | null;
  asOf: Day;
}

export function forecastRequest(
  _document: PlanDocument,
  _plan: Plan | null,
  _options: { at: At; horizon?: number },
): Result<ForecastRequest> {
  throw new RangeError('not built yet');
}
