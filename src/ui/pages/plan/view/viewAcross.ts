import type { SheetAcross } from '~/domain/sheet';
import type { PlanView } from '../planViewState';

type Rows = Pick<PlanView, 'dimensions' | 'hidden' | 'across' | 'acrossFrom'>;

/**
 * What changes in a view when something else stands across. A dimension stands in the rows or across, never in both; the
 * one that leaves goes back to the row it was taken from, so that a look at products by columns costs no rows.
 */
export function viewAcross(now: Rows, across: SheetAcross): Partial<PlanView> {
  const back = now.across.kind === 'members' && now.acrossFrom !== null ? now.across.dimension : null;
  const before =
    back === null || now.dimensions.includes(back)
      ? now.dimensions
      : now.dimensions.toSpliced(now.acrossFrom ?? 0, 0, back);
  const all = [...new Set([...before, ...now.hidden])];
  const from = across.kind === 'members' ? before.indexOf(across.dimension) : -1;
  const dimensions = before.filter((_, at) => at !== from);
  const rows = { dimensions, hidden: all.filter((dimension) => !dimensions.includes(dimension)) };
  const moved = dimensions.join() !== now.dimensions.join();
  return { across, acrossFrom: from < 0 ? null : from, ...rows, ...(moved ? { open: null } : {}) };
}

/** What changes when other dimensions stand in the rows: one that stood across and goes into them leaves its place to time. */
export const viewInRows = (now: Rows, rows: Pick<PlanView, 'dimensions' | 'hidden'>): Partial<PlanView> => ({
  ...rows,
  open: null,
  ...(now.across.kind === 'members' && rows.dimensions.includes(now.across.dimension)
    ? { across: { kind: 'time' }, acrossFrom: null }
    : {}),
});
