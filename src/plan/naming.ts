import type { CellRef, Hold } from '~/domain/cell';
import type { RecordsDiff } from '~/domain/change';
import { issue } from '~/domain/issue';
import { columnKey, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { rowCount, selectionTotals } from '~/engine/cube/index';
import { holdName } from './commands/refusal';
import type { PlanDocument } from './document';
import { removed } from './records';
import { selectionOf } from './resolve';

type Address = Pick<CellRef, 'at' | 'within'>;

/** Whether an address speaks of a dimension at all, in its path or in its filter. */
export const namesDimension =
  (dimension: string) =>
  ({ at, within }: Address): boolean =>
    at[dimension] !== undefined || (within ?? []).some((filter) => filter.dimension === dimension);

/** Whether an address speaks of one of these members. */
export const namesMember =
  (dimension: string, codes: ReadonlySet<number>) =>
  ({ at, within }: Address): boolean =>
    (at[dimension] !== undefined && codes.has(at[dimension])) ||
    (within ?? []).some((filter) => filter.dimension === dimension && filter.members.some((code) => codes.has(code)));

/**
 * The holds, goals, limits, notes, growth sources, overrides of the forecast and risks of a plan that speak of what goes, as
 * removals: they stay in the journal entry and come back with undo. Kept forecasts and letters stay: they tell of their day.
 * A locked total among them refuses the change by its name, because what it keeps would be nowhere.
 */
export function withoutNaming(
  document: PlanDocument,
  plan: Plan,
  names: (cell: Address) => boolean,
): Result<RecordsDiff> {
  const { records } = document;
  const isOwn = ({ plan: owner, cell }: { plan: string; cell: Address }): boolean => owner === plan.id && names(cell);
  const holds = [...records.hold.values()].filter(isOwn);
  const totals = holds.filter((hold) => hold.kind === 'total');
  if (totals.length > 0) return fail(totalHeld(document, totals));
  const speaks = (record: Address & { plan: string }): boolean => record.plan === plan.id && names(record);
  return ok([
    ...holds.map((hold) => removed('hold', hold)),
    ...[...records.goal.values()].filter(isOwn).map((goal) => removed('goal', goal)),
    ...[...records.limit.values()].filter(isOwn).map((limit) => removed('limit', limit)),
    ...[...records.note.values()].filter(isOwn).map((note) => removed('note', note)),
    ...[...records.growthSource.values()].filter(speaks).map((source) => removed('growthSource', source)),
    ...[...records.forecastOverride.values()].filter(speaks).map((said) => removed('forecastOverride', said)),
    ...[...records.risk.values()].filter(speaks).map((risk) => removed('risk', risk)),
  ]);
}

export const totalHeld = (document: PlanDocument, holds: Hold[]) =>
  issue('dimension/totalHeld', {
    holds: holds.map((hold) => holdName(document, hold)).join('; '),
    holdIds: holds.map((hold) => hold.id).join(','),
  });

/**
 * Locked totals whose cell no longer has the sum they keep, in a document as it would be (`withChanges`, with the lines it
 * would have): trees and merges that move one are refused. The plan's periods must be those the holds speak of.
 */
export function brokenTotals(staged: PlanDocument, plan: Plan): Hold[] {
  const columns = staged.open?.columns;
  return [...staged.records.hold.values()].filter((hold) => {
    if (hold.plan !== plan.id || hold.kind !== 'total') return false;
    const column = columns?.get(columnKey(hold.cell.column));
    const selection = selectionOf(staged, plan, hold.cell);
    const sum = column && rowCount(selection.rows) > 0 ? selectionTotals(column, selection).sum : 0;
    return sum !== (hold.amount ?? 0);
  });
}
