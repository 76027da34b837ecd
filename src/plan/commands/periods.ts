import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Closes periods: no edit of any column moves a value in them until they are opened again. Closed ones may be named. */
export const closePeriods = (document: PlanDocument, command: Of<'periods/close'>): Result<Outcome> =>
  setClosed(document, command.periods, (plan) => new Set([...plan.closedPeriods, ...command.periods]));

/** Opens closed periods again. A reason is asked for: what was closed has been reported. */
export function reopenPeriods(document: PlanDocument, command: Of<'periods/reopen'>): Result<Outcome> {
  if (!command.reason?.trim()) return fail(issue('reason/needed'));
  const reopened = new Set(command.periods);
  return setClosed(
    document,
    command.periods,
    (plan) => new Set(plan.closedPeriods.filter((period) => !reopened.has(period))),
  );
}

function setClosed(
  document: PlanDocument,
  periods: string[],
  closedOf: (plan: Plan) => ReadonlySet<string>,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const known = plan.periods.map(({ id }) => id);
  const unknown = periods.filter((period) => !known.includes(period));
  if (unknown.length > 0) return fail(...unknown.map((period) => issue('period/unknown', { period }, { period })));
  const closed = closedOf(plan);
  // In the order of the year, so that equal plans have equal bytes.
  const closedPeriods = known.filter((period) => closed.has(period));
  const same = closedPeriods.join() === plan.closedPeriods.join();
  const records = same ? [] : [updated('plan', plan, { ...plan, closedPeriods })];
  return ok({ change: { records, cells: [] }, edits: [], effect: noEffect });
}
