import { cellKey, type Hold } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import { isRange, NONE, type Rows, type View } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { frozenByDates } from '../memberDates';
import { rowsAt } from '../resolve';

/** What keeps leaves shut, and how many of its lines lie before each cell of a view: any node's count is one subtraction. */
export interface FreezeScope {
  before: Uint32Array;
  /** How many of its periods lie before each period; one entry more than periods. */
  periodsBefore: Uint32Array;
}

interface Counted {
  byHold: Map<string, Uint32Array>;
  byDates: FreezeScope[] | null;
}

/** Counts stay as long as the view does: a hold never changes its address, and a view is rebuilt when lines change. */
const counted = new WeakMap<View, Counted>();

/** The freezes among these holds, and what members' dates keep shut, as the cells of a view meet them. */
export function freezeScopes(
  document: PlanDocument,
  plan: Plan,
  options: { holds: readonly Hold[]; view: View; indexes: readonly number[] },
): FreezeScope[] {
  const { view, indexes } = options;
  const { open } = document;
  if (!open) return [];
  let known = counted.get(view);
  if (!known) {
    known = { byHold: new Map(), byDates: null };
    counted.set(view, known);
  }
  known.byDates ??= frozenByDates(document, open, plan).map(({ rows, periods }) => ({
    before: linesBefore(view, rows),
    periodsBefore: periodsBefore(indexes, (p) => periods.includes(p)),
  }));
  const scopes = [...known.byDates];
  for (const { kind, cell } of options.holds) {
    if (kind !== 'freeze') continue;
    const key = cellKey(cell);
    let before = known.byHold.get(key);
    if (!before) {
      before = linesBefore(view, rowsAt(document, open, cell.at, cell.within));
      known.byHold.set(key, before);
    }
    const held = new Set(cell.periods);
    scopes.push({ before, periodsBefore: periodsBefore(indexes, (p) => held.has(plan.periods[p].id)) });
  }
  return scopes;
}

function periodsBefore(indexes: readonly number[], isHeld: (period: number) => boolean): Uint32Array {
  const before = new Uint32Array(indexes.length + 1);
  indexes.forEach((index, p) => {
    before[p + 1] = before[p] + (isHeld(index) ? 1 : 0);
  });
  return before;
}

function linesBefore(view: View, rows: Rows): Uint32Array {
  const before = new Uint32Array(view.cells + 1);
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
  for (const scope of scopes) {
    const lines = scope.before[cells.end] - scope.before[cells.first];
    if (lines === 0) continue;
    const periods = scope.periodsBefore[span[1]] - scope.periodsBefore[span[0]];
    if (periods === 0) continue;
    if (lines === cells.lines && periods === span[1] - span[0]) return 'all';
    part = 'some';
  }
  return part;
}
