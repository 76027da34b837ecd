import { NONE, type View } from '../cube/index';
import type { FactTable } from './factTable';

/** What the facts say at every node of a view, by node and bucket (a month, mostly): `amount[node * months + month]`. */
export interface NodeFacts {
  /** Calendar month of the first bucket. */
  fromMonth: number;
  /** Number of buckets. */
  months: number;
  /** First day of each bucket and the day after the last one. */
  cuts: Int32Array;
  amount: Float64Array;
  /** Facts that found no cell of the view and count at the nearest node above: *not in the plan*. */
  unplaced: Float64Array;
}

/**
 * Rolls facts up through a view's own hierarchies, so that both sides of a comparison use one tree. A fact whose path the
 * view does not have counts at its deepest known ancestor: every node equals the orders under it.
 */
export function nodeFacts(view: View, facts: FactTable): NodeFacts {
  const months = facts.amount.length;
  const nodeOf = placeFacts(view, facts);
  const amount = new Float64Array(view.count * months);
  const unplaced = new Float64Array(view.count * months);
  for (let month = 0; month < months; month += 1) {
    const column = facts.amount[month];
    for (let row = 0; row < facts.count; row += 1) {
      const value = column[row];
      if (value === 0) continue;
      const node = nodeOf[row];
      amount[node * months + month] += value;
      if (node < view.firstLeaf) unplaced[node * months + month] += value;
    }
  }
  for (let node = view.count - 1; node > 0; node -= 1) {
    const parent = view.parent[node];
    for (let month = 0; month < months; month += 1) {
      amount[parent * months + month] += amount[node * months + month];
      unplaced[parent * months + month] += unplaced[node * months + month];
    }
  }
  return { fromMonth: facts.fromMonth, months, cuts: facts.cuts, amount, unplaced };
}

/** Deepest node of the view on each fact's path. */
function placeFacts(view: View, facts: FactTable): Uint32Array {
  const column = view.levels.map((level) => facts.dimensions.indexOf(level.dimension));
  const child = new Map<number, number>();
  const span = 2 ** 26;
  for (let node = 1; node < view.count; node += 1) {
    if (view.parent[node] !== NONE) child.set(view.parent[node] * span + view.code[node], node);
  }
  const nodeOf = new Uint32Array(facts.count);
  for (let row = 0; row < facts.count; row += 1) {
    let node = 0;
    for (let depth = 0; depth < view.levels.length; depth += 1) {
      const from = column[depth];
      const code = from < 0 ? 0 : facts.codes[from][row];
      const next = child.get(node * span + (view.levels[depth].ancestorOf[code] ?? 0));
      if (next === undefined) break;
      node = next;
    }
    nodeOf[row] = node;
  }
  return nodeOf;
}
