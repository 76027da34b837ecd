import { quantileOf } from '../numeric/index';

/** How the members of a group stand in one figure. */
export interface GroupRange {
  count: number;
  /** Nine in ten lie above `low`, one in ten above `high`. */
  low: number;
  median: number;
  high: number;
  mean: number;
  /** Standard deviation; 0 where all are alike. */
  spread: number;
}

/**
 * Where a group lies in some figure: the tenth, fiftieth and ninetieth percentile (between two members in proportion), mean
 * and standard deviation. Values that are not finite do not count. Null with fewer than `least`.
 */
export function groupRange(values: Iterable<number>, least: number): GroupRange | null {
  const sorted = Float64Array.from([...values].filter(Number.isFinite)).sort();
  const count = sorted.length;
  if (count < least || count === 0) return null;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (share: number): number => quantileOf(sorted, share) ?? mean;
  return {
    count,
    low: at(0.1),
    median: at(0.5),
    high: at(0.9),
    mean,
    spread: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
  };
}
