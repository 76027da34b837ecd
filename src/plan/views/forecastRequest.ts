import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import { type Day, monthIndexOf } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { type PlanDocument, workspaceOf } from '../document';
import { focusYear } from '../focusYear';
import { analogueAt, type NodeAnalogue } from '../forecast/analogueAt';
import type { Kin } from '../forecast/kin';
import { liftKin } from '../forecast/liftKin';
import { type NodeEvents, nodeEvents } from '../forecast/nodeEvents';
import { OWN_SEASON, seasonKin } from '../forecast/seasonKin';
import type { SalesTable } from '../outlooks/salesTable';
import { nodeSales } from './nodeSales';
import { orderCoverage } from './orderCoverage';

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
  /** What people said of its months. */
  events: NodeEvents;
  /** Whether feasts of the moon move its sales. */
  festivals: boolean;
  /** Whom it is like, where its own history is too short to say much. */
  analogue: NodeAnalogue | null;
  /** Whose season it may borrow, where its own history is too short to show one. */
  seasonKin: Kin | null;
  /** What promotions did elsewhere, where one of its own has an unknown lift. */
  liftKin: Kin | null;
}

/** Months ahead that are always shown, and the most that are foretold to reach the end of the plan's year. */
const MONTHS_AHEAD = 12;
const MOST_AHEAD = 24;
/** From so many months on a history speaks for itself. */
export const OWN_HISTORY = 12;

/**
 * The whole known months of a node, to be foretold. Months outside the coverage are unknown, never 0; months before the
 * node's first sale are left out, as it did not exist yet. The horizon is twelve whole months after the running one, and
 * further to the end of the plan's year where that is within 24. Refused where the orders hold no whole month of it, unless
 * somebody said whom it is like.
 */
export function forecastRequest(
  document: PlanDocument,
  plan: Plan | null,
  options: { at: At; horizon?: number; table?: SalesTable },
): Result<ForecastRequest> {
  const coverage = orderCoverage(document);
  if (!coverage) return fail(issue('forecast/noHistory'));
  const { firstMonth, lastMonth, running, asOf } = coverage;
  const { at, table } = options;
  const sales = nodeSales(document, plan, { at, firstMonth, months: lastMonth - firstMonth + 1, table });
  const first = sales.whole.findIndex((amount) => amount !== null && amount !== 0);
  const end = lastWhole(sales.whole);
  const own = first < 0 ? 0 : end - first;
  const analogue = own < OWN_HISTORY ? analogueAt(document, plan, at) : null;
  if (first < 0 && !analogue) return fail(issue('forecast/noHistory'));
  const next = firstMonth + end;
  const year = plan && focusYear(plan, asOf);
  const planEnd = year ? monthIndexOf(year.periods[year.periods.length - 1].to) : next;
  const events = nodeEvents(document, plan, at);
  const soon = MONTHS_AHEAD + (running === null ? 0 : 1);
  return ok({
    at,
    history: sales.whole.slice(end - own, end),
    fromMonth: next - own,
    horizon: options.horizon ?? Math.max(soon, Math.min(MOST_AHEAD, planEnd - next + 1)),
    running: sales.running && running !== null ? { month: running, actual: sales.running.amount } : null,
    asOf,
    events,
    festivals: (plan ?? workspaceOf(document))?.currency === 'CNY',
    analogue,
    seasonKin: own < OWN_SEASON ? seasonKin(document, plan, at) : null,
    liftKin: events.promotions.some(({ lift }) => lift === null) ? liftKin(document, plan, at) : null,
  });
}

/** One after the last month that is known whole. */
function lastWhole(months: (number | null)[]): number {
  let end = months.length;
  while (end > 0 && months[end - 1] === null) end -= 1;
  return end;
}
