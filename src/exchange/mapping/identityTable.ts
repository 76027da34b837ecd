/** Remembers hashes: how often each came before, and at which row first. Memory is fixed by the number of rows. */
export interface IdentityTable {
  /** Counts the hash and says how many times it came before: 0 the first time. */
  add(hash: number, row: number): number;
  /** Row at which the hash last added came first. */
  firstRow(): number;
}

export function createIdentityTable(rows: number): IdentityTable {
  let capacity = 1024;
  while (capacity < rows * 1.6) capacity *= 2;
  const mask = capacity - 1;
  const keys = new Float64Array(capacity).fill(-1);
  const counts = new Uint32Array(capacity);
  const first = new Uint32Array(capacity);
  let at = 0;
  return {
    add(hash, row) {
      let slot = hash & mask;
      for (;;) {
        const key = keys[slot];
        if (key === hash) break;
        if (key === -1) {
          keys[slot] = hash;
          first[slot] = row;
          break;
        }
        slot = (slot + 1) & mask;
      }
      at = slot;
      return counts[slot]++;
    },
    firstRow: () => first[at],
  };
}
