import { columnKey } from '~/domain/plan';
import { HELD, isRange, type Rows, rowCount, rowList, type Selection } from '~/engine/cube/index';
import { placeInPlan } from '../focusYear';
import { boundsOf } from '../resolve';
import type { ChallengeScene } from './challengeScene';

/** What of a node cannot move in the plan's year. */
export interface FixedPart {
  /** Sum of locked and closed values, minor units. */
  sum: number;
  /** Part of the node's amount that is free, 0 … 1; by leaf values where the amount is 0. */
  free: number;
}

/**
 * Reads locks, closed periods and dates of members once, for as many nodes as are asked about. A locked total within a node
 * keeps its sum there; one around it does not keep the node from moving.
 */
export function fixedParts({ document, open, whole, plan, column }: ChallengeScene): (rows: Rows) => FixedPart {
  const key = columnKey(column);
  const found = open.columns.get(key);
  const first = placeInPlan(whole, plan);
  const { frozen, heldTotals, closedPeriods } = boundsOf(document, whole, key);
  const always = plan.periods.map((_, p) => {
    const period = first + p;
    const fixed = new Uint8Array(open.lines.count);
    if (closedPeriods.includes(period)) return fixed.fill(1);
    markRows(
      fixed,
      frozen.filter(({ periods }) => periods.includes(period)),
    );
    return fixed;
  });
  return (rows) => {
    const totals = heldTotals.map(({ selection }) => selection).filter(({ rows: held }) => isWithin(held, rows));
    const sums = { sum: 0, all: 0, freeAmount: 0, leaves: 0, freeLeaves: 0 };
    always.forEach((closed, p) => {
      const period = first + p;
      const held = totals.filter(({ periods }) => periods.includes(period));
      const fixed = held.length > 0 ? closed.slice() : closed;
      markRows(fixed, held);
      const value = found?.value[period];
      const state = found?.state[period];
      eachRow(rows, (row) => {
        const amount = value?.[row] ?? 0;
        const isFree = fixed[row] === 0 && ((state?.[row] ?? 0) & HELD) === 0;
        sums.leaves += 1;
        sums.all += Math.abs(amount);
        if (isFree) {
          sums.freeLeaves += 1;
          sums.freeAmount += Math.abs(amount);
        } else sums.sum += amount;
      });
    });
    const { sum, all, freeAmount, leaves, freeLeaves } = sums;
    if (freeLeaves === 0) return { sum, free: 0 };
    return { sum, free: all > 0 ? freeAmount / all : freeLeaves / leaves };
  };
}

function markRows(fixed: Uint8Array, selections: readonly Selection[]): void {
  for (const { rows } of selections) eachRow(rows, (row) => fixed.fill(1, row, row + 1));
}

/** Whether all lines of a lock belong to a node. */
function isWithin(held: Rows, rows: Rows): boolean {
  if (rowCount(held) > rowCount(rows)) return false;
  if (isRange(held) && isRange(rows)) return rows.first <= held.first && held.end <= rows.end;
  const inside = new Set(rowList(rows));
  return rowList(held).every((row) => inside.has(row));
}

function eachRow(rows: Rows, visit: (row: number) => void): void {
  if (isRange(rows)) for (let row = rows.first; row < rows.end; row += 1) visit(row);
  else for (let i = 0; i < rows.length; i += 1) visit(rows[i]);
}
