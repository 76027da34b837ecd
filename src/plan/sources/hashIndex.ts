/** Finds rows by a 53-bit hash: flat arrays, as a million entries would be slow and large in a Map. */
export interface HashIndex {
  /** The number kept for a hash; −1 where it is not there. */
  get(hash: number): number;
  /** Keeps a number for a hash; the first one stays. False where there was one. */
  add(hash: number, value: number): boolean;
}

/** Open addressing with room for `size` entries; hashes are whole and not negative. */
export function createHashIndex(size: number): HashIndex {
  let capacity = 1024;
  while (capacity < size * 1.7) capacity *= 2;
  const mask = capacity - 1;
  const keys = new Float64Array(capacity).fill(-1);
  const values = new Int32Array(capacity);
  const placeOf = (hash: number): number => {
    let place = (hash ^ (hash / 4294967296)) & mask;
    while (keys[place] !== -1 && keys[place] !== hash) place = (place + 1) & mask;
    return place;
  };
  return {
    get(hash) {
      const place = placeOf(hash);
      return keys[place] === -1 ? -1 : values[place];
    },
    add(hash, value) {
      const place = placeOf(hash);
      if (keys[place] !== -1) return false;
      keys[place] = hash;
      values[place] = value;
      return true;
    },
  };
}
