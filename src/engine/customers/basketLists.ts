/** Who bought what, once each: items of basket b are item[start[b]] … item[start[b + 1] − 1], rising. */
export interface BasketLists {
  start: Uint32Array;
  item: Uint32Array;
}

export interface BasketLines {
  /** Basket per line: a customer, or an order. */
  basket: ArrayLike<number>;
  item: ArrayLike<number>;
  baskets: number;
  items: number;
}

/** Puts lines together by basket; the same item twice is one. The order of lines does not matter. */
export function basketLists({ basket, item, baskets, items }: BasketLines): BasketLists {
  if (item.length !== basket.length) throw new RangeError(`${basket.length} baskets of ${item.length} items`);
  const byItem = countingSort(item, items);
  const from = new Uint32Array(baskets + 1);
  for (let i = 0; i < basket.length; i++) from[basket[i] + 1]++;
  for (let b = 0; b < baskets; b++) from[b + 1] += from[b];
  const next = from.slice(0, baskets);
  const sorted = new Uint32Array(basket.length);
  // Lines come by item, so that each basket's items rise and equal ones are neighbours.
  for (const line of byItem) sorted[next[basket[line]]++] = item[line];
  const start = new Uint32Array(baskets + 1);
  let kept = 0;
  for (let b = 0; b < baskets; b++) {
    for (let i = from[b]; i < from[b + 1]; i++) {
      if (i === from[b] || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i];
    }
    start[b + 1] = kept;
  }
  return { start, item: sorted.slice(0, kept) };
}

/** The same the other way round: baskets of item i, rising. */
export function basketsByItem({ start, item }: BasketLists, items: number): BasketLists {
  const at = new Uint32Array(items + 1);
  for (const one of item) at[one + 1]++;
  for (let i = 0; i < items; i++) at[i + 1] += at[i];
  const next = at.slice(0, items);
  const baskets = new Uint32Array(item.length);
  for (let b = 0; b + 1 < start.length; b++) {
    for (let i = start[b]; i < start[b + 1]; i++) baskets[next[item[i]]++] = b;
  }
  return { start: at, item: baskets };
}

function countingSort(keys: ArrayLike<number>, size: number): Uint32Array {
  const next = new Uint32Array(size + 1);
  for (let i = 0; i < keys.length; i++) next[keys[i] + 1]++;
  for (let k = 0; k < size; k++) next[k + 1] += next[k];
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[next[keys[i]]++] = i;
  return order;
}
