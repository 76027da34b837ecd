import { cellKey, type Hold } from '~/domain/cell';
import type { PeriodId } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { isRange, rowList, type View } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { holdsOf, rowsAt } from '../resolve';

/** A hold record, and how many of its lines lie before each cell of a view: any node's count is one subtraction. */
export interface HoldScope {
  hold: Hold;
  key: string;
  before: Uint32Array;
}

/** Counts stay as long as the view does: a hold never changes its address, and a view is rebuilt when lines change. */
const counted = new WeakMap<View, Map<string, Uint32Array>>();

export function holdScopes(document: PlanDocument, plan: Plan, options: { column: string; view: View }): HoldScope[] {
  const { view } = options;
  let known = counted.get(view);
  if (!known) {
    known = new Map();
    counted.set(view, known);
  }
  const scopes: HoldScope[] = [];
  for (const hold of holdsOf(document, plan.id, options.column)) {
    const key = cellKey(hold.cell);
    let before = known.get(key);
    if (!before) {
      before = linesBefore(document, hold, view);
      known.set(key, before);
    }
    scopes.push({ hold, key, before });
  }
  return scopes;
}

function linesBefore(document: PlanDocument, hold: Hold, view: View): Uint32Array {
  const before = new Uint32Array(view.cells + 1);
  const { open } = document;
  if (!open) return before;
  const rows = rowsAt(document, open, hold.cell.at);
  if (isRange(rows)) for (let row = rows.first; row < rows.end; row += 1) before[view.cellOf[row] + 1] += 1;
  else for (const row of rowList(rows)) before[view.cellOf[row] + 1] += 1;
  for (let cell = 0; cell < view.cells; cell += 1) before[cell + 1] += before[cell];
  return before;
}

export interface HoldState {
  /** A freeze covers the whole cell. */
  frozen: boolean;
  /** A freeze was put on this very cell. */
  frozenHere: boolean;
  /** The total of this very cell is held. */
  totalHere: boolean;
  /** A freeze covers some of it. */
  some: boolean;
}

/** How hold records meet a cell of the view; `key` is the cell's own address. */
export function holdStateAt(
  scopes: readonly HoldScope[],
  view: View,
  cell: { node: number; key: string; periods: readonly PeriodId[] },
): HoldState {
  const state: HoldState = { frozen: false, frozenHere: false, totalHere: false, some: false };
  const first = view.firstCell[cell.node];
  const end = view.endCell[cell.node];
  const lines = view.cellStart[end] - view.cellStart[first];
  for (const { hold, key, before } of scopes) {
    if (hold.kind === 'total') {
      if (key === cell.key) state.totalHere = true;
      continue;
    }
    const periods = cell.periods.filter((period) => hold.cell.periods.includes(period)).length;
    const held = before[end] - before[first];
    if (periods === 0 || held === 0) continue;
    state.some = true;
    if (held === lines && periods === cell.periods.length) state.frozen = true;
    if (key === cell.key) state.frozenHere = true;
  }
  return state;
}
