import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { HELD, isRange, type Rows } from '~/engine/cube/index';
import type { NodeTree } from '../challenge/nodeTree';
import type { OpenPlan, PlanDocument } from '../document';
import { placeInPlan } from '../focusYear';
import { boundsOf, holdsOf } from '../resolve';
import { addressKey } from './salesTable';

/** What is fixed of the targets in a year: by leaf line and period, and totals of some nodes over several periods. */
export interface LockedNodes {
  /** Node × period, period fastest: the target where all of it is locked or closed, else NaN. */
  amount: Float64Array;
  /** Totals that are locked while their periods may move. */
  totals: { node: number; periods: number[]; amount: number }[];
}

/**
 * The locked and closed targets of a year at the nodes of a tree: a node is locked in a period where every line under it is,
 * by its own lock, a lock on a node, a closed period or the dates of a member.
 */
export function lockedNodes(
  document: PlanDocument,
  open: OpenPlan,
  { whole, year, tree }: { whole: Plan; year: Plan; tree: NodeTree },
): LockedNodes {
  const { view, ats } = tree;
  const key = columnKey(WORKING_TARGET);
  const column = open.columns.get(key);
  const first = placeInPlan(whole, year);
  const { frozen, closedPeriods } = boundsOf(document, whole, key);
  const width = year.periods.length;
  const amount = new Float64Array(view.count * width).fill(Number.NaN);
  year.periods.forEach((_, p) => {
    const period = first + p;
    const fixed = new Uint8Array(open.lines.count);
    if (closedPeriods.includes(period)) fixed.fill(1);
    for (const { rows, periods } of frozen) {
      if (periods.includes(period)) eachRow(rows, (row) => fixed.fill(1, row, row + 1));
    }
    const state = column?.state[period];
    const value = column?.value[period];
    const free = new Uint32Array(view.count);
    const sum = new Float64Array(view.count);
    for (let row = 0; row < open.lines.count; row += 1) {
      const cell = view.cellOf[row];
      const node = view.firstLeaf + cell;
      if (!(node < view.count)) continue;
      if (fixed[row] === 0 && ((state?.[row] ?? 0) & HELD) === 0) free[node] += 1;
      sum[node] += value?.[row] ?? 0;
    }
    for (let node = view.count - 1; node > 0; node -= 1) {
      free[view.parent[node]] += free[node];
      sum[view.parent[node]] += sum[node];
    }
    for (let node = 0; node < view.count; node += 1) if (free[node] === 0) amount[node * width + p] = sum[node];
  });
  return { amount, totals: lockedTotals(document, { whole, year, ats, key }) };
}

function lockedTotals(
  document: PlanDocument,
  { whole, year, ats, key }: { whole: Plan; year: Plan; ats: NodeTree['ats']; key: string },
): LockedNodes['totals'] {
  const nodeAt = new Map<string, number>();
  ats.forEach((at, node) => {
    const own = addressKey(at);
    if (!nodeAt.has(own)) nodeAt.set(own, node);
  });
  return holdsOf(document, whole.id, key).flatMap(({ kind, cell, amount }) => {
    const node = nodeAt.get(addressKey(cell.at));
    const periods = cell.periods.map((id) => year.periods.findIndex((period) => period.id === id));
    if (kind !== 'total' || amount === null || cell.within?.length || node === undefined) return [];
    return periods.includes(-1) ? [] : [{ node, periods, amount }];
  });
}

function eachRow(rows: Rows, visit: (row: number) => void): void {
  if (isRange(rows)) for (let row = rows.first; row < rows.end; row += 1) visit(row);
  else for (let i = 0; i < rows.length; i += 1) visit(rows[i]);
}
