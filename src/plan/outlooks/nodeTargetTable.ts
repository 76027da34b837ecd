import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { SPOKEN, type View } from '~/engine/cube/index';
import type { OpenPlan } from '../document';
import { placeInPlan } from '../focusYear';

/** The working targets of a year at every node of a view: node × period, period fastest, minor units; NaN = blank. */
export function nodeTargetTable(
  open: OpenPlan,
  { whole, year, view }: { whole: Plan; year: Plan; view: View },
): Float64Array {
  const width = year.periods.length;
  const table = new Float64Array(view.count * width).fill(Number.NaN);
  const column = open.columns.get(columnKey(WORKING_TARGET));
  if (!column) return table;
  const first = placeInPlan(whole, year);
  for (let p = 0; p < width; p += 1) {
    const value = column.value[first + p];
    const state = column.state[first + p];
    const sum = new Float64Array(view.count);
    const spoken = new Uint32Array(view.count);
    for (let row = 0; row < open.lines.count; row += 1) {
      const node = view.firstLeaf + view.cellOf[row];
      if (!(node < view.count)) continue;
      sum[node] += value[row];
      spoken[node] += state[row] & SPOKEN;
    }
    for (let node = view.count - 1; node >= 0; node -= 1) {
      if (node > 0) {
        sum[view.parent[node]] += sum[node];
        spoken[view.parent[node]] += spoken[node];
      }
      if (spoken[node] > 0) table[node * width + p] = sum[node];
    }
  }
  return table;
}
