/** Whole numbers spread over at most this many values per member are counted, anything else is sorted. */
const COUNTED_SPREAD = 8;

/**
 * The percentile of every value among all, 0 … 100, by mid-rank: those below plus half of those equal. Equal values get
 * the same; a single value gets 50; the mean is always 50. Values are not changed.
 */
export function midRankPercentiles(values: Float64Array): Float64Array {
  if (values.length === 0) return new Float64Array(0);
  const { min, max, whole } = extentOf(values);
  return whole && max - min < COUNTED_SPREAD * values.length ? byCounting(values, min, max) : bySorting(values);
}

function extentOf(values: Float64Array): { min: number; max: number; whole: boolean } {
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

function bySorting(values: Float64Array): Float64Array {
  const n = values.length;
  const sorted = values.slice().sort();
  const percentiles = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const below = countBelow(sorted, values[i]);
    let upTo = below + 1;
    while (upTo < n && sorted[upTo] === values[i] && upTo < below + 8) upTo++;
    // Money seldom ties: step a little, search only behind a long run.
    if (upTo === below + 8) upTo = countUpTo(sorted, values[i], upTo);
    percentiles[i] = (50 * (below + upTo)) / n;
  }
  return percentiles;
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

function countUpTo(sorted: Float64Array, value: number, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
