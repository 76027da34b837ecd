import { type Column, columnKey, type Plan } from '~/domain/plan';
import { accumulate, type ColumnData, nodeTotals, type View } from '~/engine/cube/index';
import { type OpenPlan, openedPlan, type PlanDocument } from '../document';
import { placeInPlan } from '../focusYear';

/** What a column says at every node of a view in the plan's year. */
export interface NodeAmounts {
  /** Minor units; null = blank. */
  sum: (number | null)[];
  /** Leaf values that are held by their own bit, and how many there are. */
  held: Float64Array;
  leaves: Float64Array;
  /** By period of one node, blanks as 0. */
  periods(node: number): number[];
}

/** All blank where nobody has spoken in the column. */
export function nodeAmounts(
  document: PlanDocument,
  open: OpenPlan,
  { plan, column, view }: { plan: Plan; column: Column; view: View },
): NodeAmounts {
  const amounts: NodeAmounts = {
    sum: new Array(view.count).fill(null),
    held: new Float64Array(view.count),
    leaves: new Float64Array(view.count),
    periods: () => plan.periods.map(() => 0),
  };
  const found = open.columns.get(columnKey(column));
  if (!found) return amounts;
  const first = placeInPlan(openedPlan(document), plan);
  const end = first + plan.periods.length;
  const year: ColumnData = { value: found.value.slice(first, end), state: found.state.slice(first, end) };
  const accumulator = accumulate(view, year);
  const all = plan.periods.map((_, p) => p);
  const spoken = new Float64Array(view.count);
  const sum = new Float64Array(view.count);
  for (let cell = 0; cell < view.cells; cell += 1) {
    const node = view.firstLeaf + cell;
    const lines = view.cellStart[cell + 1] - view.cellStart[cell];
    amounts.leaves[node] = lines * all.length;
    for (const p of all) {
      sum[node] += accumulator.sum[p][cell];
      spoken[node] += accumulator.spoken[p][cell];
      amounts.held[node] += accumulator.held[p][cell];
    }
  }
  for (let node = view.count - 1; node > 0; node -= 1) {
    const parent = view.parent[node];
    sum[parent] += sum[node];
    spoken[parent] += spoken[node];
    amounts.held[parent] += amounts.held[node];
    amounts.leaves[parent] += amounts.leaves[node];
  }
  amounts.sum = Array.from(sum, (amount, node) => (spoken[node] > 0 ? amount : null));
  amounts.periods = (node) => all.map((p) => nodeTotals(accumulator, node, [p]).sum);
  return amounts;
}
