import { COUNTED_SPREAD, extentOf } from './midRank';

/**
 * The values that cut a population into `classes` parts as equal as ties allow: cut k is the ⌈k·n/classes⌉-th smallest
 * value, found by selection, not by sorting. A value scores 1 + the number of cuts below it, so equal values always score
 * the same. Reorders `values`. Fewer values than classes give repeated cuts; none give no cuts.
 */
export function valueCuts(values: Float64Array, classes: number): Float64Array {
  const n = values.length;
  if (n === 0) return new Float64Array(0);
  const { min, max, whole } = extentOf(values);
  if (whole && max - min < COUNTED_SPREAD * n) return countedCuts(values, { classes, min, max });
  const cuts = new Float64Array(classes - 1);
  let from = 0;
  for (let k = 1; k < classes; k++) {
    const rank = Math.max(from, Math.ceil((k * n) / classes) - 1);
    cuts[k - 1] = select(values, { rank, from, to: n - 1 });
    from = rank;
  }
  return cuts;
}

/** Days and counts take few values: one pass counts them, one walks to the cuts. */
function countedCuts(
  values: Float64Array,
  { classes, min, max }: { classes: number; min: number; max: number },
): Float64Array {
  const n = values.length;
  const counts = new Uint32Array(max - min + 1);
  for (let i = 0; i < n; i++) counts[values[i] - min]++;
  const cuts = new Float64Array(classes - 1);
  let value = 0;
  let upTo = counts[0];
  for (let k = 1; k < classes; k++) {
    const rank = Math.ceil((k * n) / classes);
    while (upTo < rank) upTo += counts[++value];
    cuts[k - 1] = min + value;
  }
  return cuts;
}

/** 1 … classes: how many cuts a value is above, plus one. */
export function scoreByCuts(value: number, cuts: Float64Array): number {
  let score = 1;
  for (let k = 0; k < cuts.length; k++) score += value > cuts[k] ? 1 : 0;
  return score;
}

/** Puts the rank-th smallest value in its place, smaller ones before it, larger ones after (Hoare, CACM 4, 1961). */
function select(values: Float64Array, { rank, from, to }: { rank: number; from: number; to: number }): number {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = middleOfThree(values[low], values[(low + high) >>> 1], values[high]);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const moved = values[i];
      values[i++] = values[j];
      values[j--] = moved;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else break;
  }
  return values[rank];
}

const middleOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
