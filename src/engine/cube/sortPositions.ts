/** One sort key: a small whole number below `range` per position. */
export interface SortKey {
  key: Uint32Array;
  range: number;
}

/** The positions 0 … count − 1 in order of the keys, the first key weighing most; equal ones keep their order. */
export function sortPositions(keys: SortKey[], count: number): Uint32Array {
  let from = new Uint32Array(count);
  for (let i = 0; i < count; i++) from[i] = i;
  let to = new Uint32Array(count);
  for (let k = keys.length - 1; k >= 0; k--) {
    const { key, range } = keys[k];
    if (range < 2) continue;
    countingPass(from, to, key, new Uint32Array(range + 1));
    [from, to] = [to, from];
  }
  return from;
}

function countingPass(from: Uint32Array, to: Uint32Array, key: Uint32Array, start: Uint32Array): void {
  const n = from.length;
  for (let i = 0; i < n; i++) start[key[from[i]] + 1]++;
  for (let k = 1; k < start.length; k++) start[k] += start[k - 1];
  for (let i = 0; i < n; i++) {
    const position = from[i];
    to[start[key[position]]++] = position;
  }
}

/** Whether the positions already are in order of the keys. */
export function isSorted(keys: SortKey[], count: number): boolean {
  for (let i = 1; i < count; i++) {
    for (const { key } of keys) {
      if (key[i] > key[i - 1]) break;
      if (key[i] < key[i - 1]) return false;
    }
  }
  return true;
}
