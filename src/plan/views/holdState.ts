import { cellKey, type Hold } from '~/domain/cell';
import type { PeriodId } from '~/domain/period';
import { isRange, NONE, type View } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { rowsAt } from '../resolve';

/** A freeze, and how many of its lines lie before each cell of a view: any node's count is one subtraction. */
export interface FreezeScope {
  before: Uint32Array;
  /** How many of its periods lie before each period; one entry more than periods. */
  periodsBefore: Uint32Array;
}

/** Counts stay as long as the view does: a hold never changes its address, and a view is rebuilt when lines change. */
const counted = new WeakMap<View, Map<string, Uint32Array>>();

/** The freezes among these holds as the cells of a view meet them. */
export function freezeScopes(
  document: PlanDocument,
  options: { holds: readonly Hold[]; view: View; periods: readonly PeriodId[] },
): FreezeScope[] {
  const { view, periods } = options;
  let known = counted.get(view);
  if (!known) {
    known = new Map();
    counted.set(view, known);
  }
  const scopes: FreezeScope[] = [];
  for (const hold of options.holds) {
    if (hold.kind !== 'freeze') continue;
    const key = cellKey(hold.cell);
    let before = known.get(key);
    if (!before) {
      before = linesBefore(document, hold, view);
      known.set(key, before);
    }
    const periodsBefore = new Uint32Array(periods.length + 1);
    periods.forEach((id, p) => {
      periodsBefore[p + 1] = periodsBefore[p] + (hold.cell.periods.includes(id) ? 1 : 0);
    });
    scopes.push({ before, periodsBefore });
  }
  return scopes;
}

function linesBefore(document: PlanDocument, { cell }: Hold, view: View): Uint32Array {
  const before = new Uint32Array(view.cells + 1);
  const { open } = document;
  if (!open) return before;
  const rows = rowsAt(document, open, cell.at, cell.within);
  const count = (row: number): void => {
    const own = view.cellOf[row];
    if (own !== NONE) before[own + 1] += 1;
  };
  if (isRange(rows)) for (let row = rows.first; row < rows.end; row += 1) count(row);
  else rows.forEach(count);
  for (let own = 0; own < view.cells; own += 1) before[own + 1] += before[own];
  return before;
}

/** How the freezes meet some cells of the view over the periods first … end − 1: not at all, in part, or whole. */
export function frozenPart(
  scopes: readonly FreezeScope[],
  cells: { first: number; end: number; lines: number },
  span: readonly [first: number, end: number],
): 'none' | 'some' | 'all' {
  let part: 'none' | 'some' = 'none';
  for (const { before, periodsBefore } of scopes) {
    const lines = before[cells.end] - before[cells.first];
    if (lines === 0) continue;
    const periods = periodsBefore[span[1]] - periodsBefore[span[0]];
    if (periods === 0) continue;
    if (lines === cells.lines && periods === span[1] - span[0]) return 'all';
    part = 'some';
  }
  return part;
}
