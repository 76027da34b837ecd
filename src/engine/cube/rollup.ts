import type { Accumulator } from './accumulator';
import type { View } from './view';

/** All nodes × periods, node-major: entry `node * periods + period`. */
export interface Rollup {
  periods: number;
  sum: Float64Array;
  spoken: Uint32Array;
  held: Uint32Array;
}

/** Every number of a view in one pass from the cells up. Parent = sum of children, exactly. */
export function rollup(accumulator: Accumulator): Rollup {
  const { view } = accumulator;
  const periods = accumulator.sum.length;
  const size = view.count * periods;
  const result: Rollup = {
    periods,
    sum: new Float64Array(size),
    spoken: new Uint32Array(size),
    held: new Uint32Array(size),
  };
  rollUp(view, accumulator.sum, result.sum);
  rollUp(view, accumulator.spoken, result.spoken);
  rollUp(view, accumulator.held, result.held);
  return result;
}

/** A parent's number is smaller than its children's, so one sweep from the last node to the first is enough. */
function rollUp<A extends Float64Array | Uint32Array>(view: View, byPeriod: A[], out: A): void {
  const periods = byPeriod.length;
  for (let p = 0; p < periods; p++) {
    const cells = byPeriod[p];
    for (let cell = 0; cell < view.cells; cell++) out[(view.firstLeaf + cell) * periods + p] = cells[cell];
  }
  for (let node = view.count - 1; node > 0; node--) {
    const from = node * periods;
    const to = view.parent[node] * periods;
    for (let p = 0; p < periods; p++) out[to + p] += out[from + p];
  }
}
