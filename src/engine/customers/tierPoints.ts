import { midRankPercentiles } from './midRank';

/** How a figure becomes points: its percentile, or its place between the least and the most, straight or by logarithm. */
export type PointScale = 'rank' | 'linear' | 'log';

export interface PointOptions {
  /** Codes that are compared with each other. */
  members: Uint32Array;
  /** `low` = little is good. */
  direction?: 'high' | 'low';
  scale?: PointScale;
}

/**
 * What a figure is worth, 0 … 100 by customer code. Rank is the mid-rank percentile; linear and log put the least at 0 and
 * the most at 100 (log counts amounts of 0 or less as 0). All equal gives everybody 50. NaN stays NaN: no value, no points.
 * Equal values always have equal points, whatever the order of customers.
 */
export function tierPoints(values: Float64Array, options: PointOptions): Float64Array {
  const { members, direction = 'high', scale = 'rank' } = options;
  const points = new Float64Array(values.length).fill(Number.NaN);
  const having = membersWith(values, members);
  if (having.length === 0) return points;
  const own = new Float64Array(having.length);
  const sign = direction === 'low' ? -1 : 1;
  for (let i = 0; i < having.length; i++) {
    const value = values[having[i]];
    own[i] = scale === 'log' ? sign * Math.log1p(Math.max(0, value)) : sign * value;
  }
  const scaled = scale === 'rank' ? midRankPercentiles(own) : betweenEnds(own);
  for (let i = 0; i < having.length; i++) points[having[i]] = scaled[i];
  return points;
}

function membersWith(values: Float64Array, members: Uint32Array): Uint32Array {
  const having = new Uint32Array(members.length);
  let count = 0;
  for (let i = 0; i < members.length; i++) {
    having[count] = members[i];
    count += Number.isNaN(values[members[i]]) ? 0 : 1;
  }
  return having.subarray(0, count);
}

function betweenEnds(values: Float64Array): Float64Array {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < min) min = values[i];
    if (values[i] > max) max = values[i];
  }
  const scaled = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) scaled[i] = max > min ? (100 * (values[i] - min)) / (max - min) : 50;
  return scaled;
}
