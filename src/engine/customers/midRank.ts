/**
 * The percentile of every value among all, 0 … 100, by mid-rank: those below plus half of those equal. Equal values get
 * the same; a single value gets 50; the mean is always 50. Values are not changed.
 */
export function midRankPercentiles(values: Float64Array): Float64Array {
  const n = values.length;
  const sorted = values.slice().sort();
  const percentiles = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const below = countBelow(sorted, values[i]);
    let equalEnd = below + 1;
    // Ties are rare for money and long for counts: step first, search only where the run is long.
    if (equalEnd < n && sorted[equalEnd] === values[i]) equalEnd = countUpTo(sorted, values[i], equalEnd);
    percentiles[i] = (50 * (below + equalEnd)) / n;
  }
  return percentiles;
}

function countBelow(sorted: Float64Array, value: number): number {
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
