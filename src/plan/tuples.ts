/** Different tuples of member codes, numbered in the order they first came. */
export interface Tuples {
  /** The number of a tuple; a new one gets the next. */
  rowOf(tuple: ArrayLike<number>): number;
  /** The number of a tuple, or −1. */
  find(tuple: ArrayLike<number>): number;
  /** One array per place of the tuple, by number. */
  codes(): Uint32Array[];
  readonly count: number;
}

/** A set of tuples of one width, in open addressing over flat arrays: no object and no text per tuple. */
export function createTuples(width: number, expected = 256): Tuples {
  let capacity = 256;
  while (capacity < expected) capacity *= 2;
  let count = 0;
  let cells = new Uint32Array(capacity * width);
  let slots = new Int32Array(capacity * 4).fill(-1);

  /** The slot of a tuple: taken by it, or free. */
  const slotOf = (tuple: ArrayLike<number>): number => {
    let hash = 0x811c9dc5;
    for (let d = 0; d < width; d += 1) hash = Math.imul(hash ^ tuple[d], 0x01000193) ^ (hash >>> 15);
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const row = slots[slot];
      if (row < 0) return slot;
      let d = 0;
      while (d < width && cells[row * width + d] === tuple[d]) d += 1;
      if (d === width) return slot;
      slot = (slot + 1) & mask;
    }
  };

  const grow = (): void => {
    capacity *= 2;
    const wider = new Uint32Array(capacity * width);
    wider.set(cells);
    cells = wider;
    slots = new Int32Array(capacity * 4).fill(-1);
    for (let row = 0; row < count; row += 1) slots[slotOf(cells.subarray(row * width, row * width + width))] = row;
  };

  return {
    rowOf(tuple) {
      let slot = slotOf(tuple);
      if (slots[slot] >= 0) return slots[slot];
      if (count === capacity) {
        grow();
        slot = slotOf(tuple);
      }
      slots[slot] = count;
      for (let d = 0; d < width; d += 1) cells[count * width + d] = tuple[d];
      count += 1;
      return count - 1;
    },
    find: (tuple) => slots[slotOf(tuple)],
    codes: () =>
      Array.from({ length: width }, (_, d) => {
        const column = new Uint32Array(count);
        for (let row = 0; row < count; row += 1) column[row] = cells[row * width + d];
        return column;
      }),
    get count() {
      return count;
    },
  };
}
