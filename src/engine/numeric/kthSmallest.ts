/**
 * The value that has exactly `k` smaller-or-equal companions before it in sorted order (k from 0). Reorders `values`
 * within the first `count` entries; linear on average, no randomness (Hoare 1961, three-way split for many equal values).
 */
export function kthSmallest(values: Float64Array, count: number, k: number): number {
  if (!(k >= 0 && k < count)) throw new RangeError(`k ${k} is outside 0 … ${count - 1}`);
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = middleOf(values[low], values[(low + high) >>> 1], values[high]);
    let less = low;
    let more = high;
    let i = low;
    while (i <= more) {
      const x = values[i];
      if (x < pivot) {
        values[i++] = values[less];
        values[less++] = x;
      } else if (x > pivot) {
        values[i] = values[more];
        values[more--] = x;
      } else i++;
    }
    if (k < less) high = less - 1;
    else if (k > more) low = more + 1;
    else return pivot;
  }
  return values[low];
}

const middleOf = (a: number, b: number, c: number): number =>
  a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
