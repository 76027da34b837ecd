import { columnKey } from '~/domain/plan';
import { HELD, isRange, type Rows } from '~/engine/cube/index';
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

/** Reads locks, closed periods and dates of members once, for as many nodes as are asked about. */
export function fixedParts({ document, open, whole, plan, column }: ChallengeScene): (rows: Rows) => FixedPart {
  const key = columnKey(column);
  const found = open.columns.get(key);
  const first = placeInPlan(whole, plan);
  const { frozen, heldTotals, closedPeriods } = boundsOf(document, whole, key);
  const marks = plan.periods.map((_, p) => {
    const period = first + p;
    const fixed = new Uint8Array(open.lines.count);
    if (closedPeriods.includes(period)) return fixed.fill(1);
    for (const { rows, periods } of [...frozen, ...heldTotals.map(({ selection }) => selection)]) {
      if (periods.includes(period)) eachRow(rows, (row) => fixed.fill(1, row, row + 1));
    }
    return fixed;
  });
  return (rows) => {
    let sum = 0;
    let all = 0;
    let freeAmount = 0;
    let leaves = 0;
    let freeLeaves = 0;
    marks.forEach((fixed, p) => {
      const value = found?.value[first + p];
      const state = found?.state[first + p];
      eachRow(rows, (row) => {
        const amount = value?.[row] ?? 0;
        const isFree = fixed[row] === 0 && ((state?.[row] ?? 0) & HELD) === 0;
        leaves += 1;
        all += Math.abs(amount);
        if (isFree) {
          freeLeaves += 1;
          freeAmount += Math.abs(amount);
        } else sum += amount;
      });
    });
    if (freeLeaves === 0) return { sum, free: 0 };
    return { sum, free: all > 0 ? freeAmount / all : freeLeaves / leaves };
  };
}

function eachRow(rows: Rows, visit: (row: number) => void): void {
  if (isRange(rows)) for (let row = rows.first; row < rows.end; row += 1) visit(row);
  else for (let i = 0; i < rows.length; i += 1) visit(rows[i]);
}
