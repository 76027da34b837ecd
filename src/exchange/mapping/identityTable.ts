/** Remembers hashes by the running number of the row that had them first. Memory is fixed by the number of rows. */
export interface IdentityTable {
  /**
   * Counts the hashes of the next rows, `hashes[from] … hashes[end − 1]`, the first of them row number `index`. What came
   * before is handed on with how often it did and at which row first.
   */
  add(hashes: Float64Array, run: { from: number; end: number; index: number }, onRepeat: OnRepeat): void;
}

type OnRepeat = (i: number, before: number, first: number) => void;

/** Bits of a hash beside those that choose its place. */
const TAG = 2 ** 21;

/**
 * Open addressing in one flat array, a tag of 32 bits and the row side by side: one access to memory per row, where a Map of
 * a million would take several. Where tags are equal the hashes are compared, as `hashAt` gives them for a row.
 */
export function createIdentityTable(rows: number, hashAt: (row: number) => number): IdentityTable {
  let capacity = 1024;
  while (capacity < rows * 1.6) capacity *= 2;
  const mask = capacity - 1;
  /** Tag and row + 1 by place; row 0 = empty. */
  const places = new Int32Array(capacity * 2);
  /** How often the hash at a place came again: memory is touched for repeated hashes only. */
  const repeats = new Uint32Array(capacity);
  return {
    add(hashes, { from, end, index }, onRepeat) {
      for (let i = from; i < end; i++) {
        const hash = hashes[i];
        const tag = (hash / TAG) | 0;
        let at = hash & mask;
        for (;;) {
          const first = places[at * 2 + 1] - 1;
          if (first < 0) {
            places[at * 2] = tag;
            places[at * 2 + 1] = index + i - from + 1;
            break;
          }
          if (places[at * 2] === tag && hashAt(first) === hash) {
            onRepeat(i, ++repeats[at], first);
            break;
          }
          at = (at + 1) & mask;
        }
      }
    },
  };
}
