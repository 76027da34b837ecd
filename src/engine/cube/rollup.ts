import type { Accumulator } from './accumulator';

/** All nodes × periods, node-major: entry `node * periods + period`. */
export interface Rollup {
  periods: number;
  sum: Float64Array;
  spoken: Uint32Array;
  held: Uint32Array;
}

/** Every number of a view in one pass from the cells up. Parent = sum of children, exactly. */
export function rollup(_accumulator: Accumulator): Rollup {
  throw new RangeError('not built yet');
}
