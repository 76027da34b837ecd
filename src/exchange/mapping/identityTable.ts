/** Remembers hashes: how often each came before, and at which row first. Memory is fixed by the number of rows. */
export interface IdentityTable {
  /** Counts the hash and says how many times it came before: 0 the first time. */
  add(hash: number, row: number): number;
  /** Row at which the hash last added came first. */
  firstRow(): number;
}

/** Open addressing in flat arrays: a million rows would be slow and large in a Map. */
export function createIdentityTable(rows: number): IdentityTable {
  let capacity = 1024;
  while (capacity < rows * 1.6) capacity *= 2;
  const mask = capacity - 1;
  const keys = new Float64Array(capacity).fill(-1);
  /** Only repeated hashes are written here: for the others it costs no memory access. */
  const repeats = new Uint32Array(capacity);
  const first = new Uint32Array(capacity);
  let at = 0;
  return {
    add(hash, row) {
      at = hash & mask;
      for (;;) {
        const key = keys[at];
        if (key === -1) {
          keys[at] = hash;
          first[at] = row;
          return 0;
        }
        if (key === hash) return ++repeats[at];
        at = (at + 1) & mask;
      }
    },
    firstRow: () => first[at],
  };
}
