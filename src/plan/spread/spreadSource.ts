import type { CellRef } from '~/domain/cell';
import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { rowList } from '~/engine/cube/index';
import type { CellInPlan } from '../commands/cellEdit';
import type { PlanDocument } from '../document';
import { createFactCache, type FactCache } from '../facts';

/** Where the weights of a spread are taken from: a cell of the open plan with its leaves. */
export interface SpreadSource extends CellInPlan {
  document: PlanDocument;
  cell: CellRef;
  /** Positions of its lines, ascending. */
  rows: Uint32Array;
  facts: FactCache;
}

/** Numbers to be in proportion to, per plan period by position; periods outside the cell have none. */
export interface Weights {
  weight: Float64Array[];
  /** What a person should know of them before the deed. */
  notes: Issue[];
}

/** Facts stay summed until orders or members change: a preview asks for them at every key. */
const summed = new WeakMap<PlanDocument, FactCache>();

export function spreadSource(document: PlanDocument, found: CellInPlan, cell: CellRef): SpreadSource {
  const facts = summed.get(document) ?? createFactCache();
  summed.set(document, facts);
  return { ...found, document, cell, rows: rowList(found.selection.rows), facts };
}

const NOTHING = new Float64Array(0);

/** Empty weights for the leaves of a cell. */
export const emptyWeights = ({ plan, open, selection }: SpreadSource): Float64Array[] =>
  plan.periods.map((_, p) => (selection.periods.includes(p) ? new Float64Array(open.lines.count) : NOTHING));

/** Sum of the sizes of the weights of a cell's leaves. */
export function weightSize({ rows, selection }: SpreadSource, weight: Float64Array[]): number {
  let size = 0;
  for (const period of selection.periods) {
    const column = weight[period];
    for (let j = 0; j < rows.length; j += 1) size += Math.abs(column[rows[j]]);
  }
  return size;
}

/** Weights that are all zero are refused by name rather than quietly made equal. */
export const withWeights = (source: SpreadSource, weights: Weights): Result<Weights> =>
  weightSize(source, weights.weight) > 0 ? ok(weights) : fail(issue('spread/noWeights'));

/** By row of the source, what its lines hold in the cell's periods now; negative ones count as 0, all zero = equal. */
export function lineShares({ rows, column, selection }: SpreadSource): Float64Array {
  const shares = new Float64Array(rows.length);
  let size = 0;
  for (const period of selection.periods) {
    const value = column.value[period];
    for (let j = 0; j < rows.length; j += 1) shares[j] += value[rows[j]];
  }
  for (let j = 0; j < shares.length; j += 1) {
    shares[j] = Math.max(0, shares[j]);
    size += shares[j];
  }
  return size > 0 ? shares : shares.fill(1);
}
