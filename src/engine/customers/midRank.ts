import { leadingBits } from './leadingBits';

/** Whole numbers spread over at most this many values per member are counted, anything else is sorted. */
export const COUNTED_SPREAD = 8;

/**
 * The percentile of every value among all, 0 … 100, by mid-rank: those below plus half of those equal. Equal values get
 * the same; a single value gets 50; the mean is always 50. Values are not changed.
 */
export function midRankPercentiles(values: Float64Array): Float64Array {
  if (values.length === 0) return new Float64Array(0);
  const { min, max, whole } = extentOf(values);
  return whole && max - min < COUNTED_SPREAD * values.length ? byCounting(values, min, max) : bySorting(values);
}

/** Least and most, and whether all are whole numbers. */
export function extentOf(values: Float64Array): { min: number; max: number; whole: boolean } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < min) min = value;
    if (value > max) max = value;
    if (value !== Math.floor(value)) whole = false;
  }
  return { min, max, whole };
}

/** Days and counts take few values: one pass counts them, one reads the answer. */
function byCounting(values: Float64Array, min: number, max: number): Float64Array {
  const n = values.length;
  const counts = new Uint32Array(max - min + 1);
  for (let i = 0; i < n; i++) counts[values[i] - min]++;
  const percentileOf = new Float64Array(counts.length);
  let below = 0;
  for (let v = 0; v < counts.length; v++) {
    percentileOf[v] = (50 * (below + below + counts[v])) / n;
    below += counts[v];
  }
  const percentiles = new Float64Array(n);
  for (let i = 0; i < n; i++) percentiles[i] = percentileOf[values[i] - min];
  return percentiles;
}

/** Buckets per value at most, and values that a bucket puts in order by shifting. */
const BUCKETS_PER_VALUE = 2;
const SHIFTED = 24;

/**
 * Money takes many values over many orders of magnitude: places are first told apart by the leading bits of the number, and
 * only what shares a bucket is put in order.
 */
function bySorting(values: Float64Array): Float64Array {
  const n = values.length;
  const { bucketOf, buckets } = bucketsOf(values);
  const start = new Uint32Array(buckets + 1);
  const bucket = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    bucket[i] = bucketOf(values[i]);
    start[bucket[i] + 1]++;
  }
  for (let b = 0; b < buckets; b++) start[b + 1] += start[b];
  const next = start.slice(0, buckets);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[next[bucket[i]]++] = i;
  const percentiles = new Float64Array(n);
  for (let b = 0; b < buckets; b++) {
    const end = start[b + 1];
    if (end - start[b] > 1) putInOrder(order, values, { from: start[b], end });
    for (let i = start[b]; i < end; ) {
      let upTo = i + 1;
      while (upTo < end && values[order[upTo]] === values[order[i]]) upTo++;
      const percentile = (50 * (i + upTo)) / n;
      for (; i < upTo; i++) percentiles[order[i]] = percentile;
    }
  }
  return percentiles;
}

function putInOrder(order: Uint32Array, values: Float64Array, { from, end }: { from: number; end: number }): void {
  if (end - from > SHIFTED) {
    order.subarray(from, end).sort((a, b) => values[a] - values[b]);
    return;
  }
  for (let i = from + 1; i < end; i++) {
    const moved = order[i];
    let at = i;
    for (; at > from && values[order[at - 1]] > values[moved]; at--) order[at] = order[at - 1];
    order[at] = moved;
  }
}

/** Buckets that rise with the value: its leading bits above 1 and below −1, one for all between. */
function bucketsOf(values: Float64Array): { bucketOf: (value: number) => number; buckets: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < low) low = values[i];
    if (values[i] > high) high = values[i];
  }
  const first = signedBits(low);
  const span = signedBits(high) - first;
  let shift = 0;
  while (span / 2 ** shift > BUCKETS_PER_VALUE * values.length) shift++;
  const step = 2 ** -shift;
  return {
    bucketOf: (value) => Math.floor((signedBits(value) - first) * step),
    buckets: Math.floor(span * step) + 1,
  };
}

const ONE = leadingBits(1);

function signedBits(value: number): number {
  return value >= 1 ? leadingBits(value) - ONE : value <= -1 ? ONE - leadingBits(-value) : 0;
}

/** How many of the sorted values are smaller. */
export function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
