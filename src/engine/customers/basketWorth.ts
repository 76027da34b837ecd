/** Lines of what was bought: customer, item and money per line. */
export interface BoughtLines {
  customer: ArrayLike<number>;
  item: ArrayLike<number>;
  amount: ArrayLike<number>;
  customers: number;
  items: number;
}

/**
 * What a buyer of each item usually spends on it: the median over its buyers of what each spent in these lines, in the unit of
 * the amounts; NaN for items that nobody bought for money. One big customer does not move it.
 */
export function basketWorth({ customer, item, amount, customers, items }: BoughtLines): Float64Array {
  const start = new Uint32Array(items + 1);
  for (let i = 0; i < item.length; i++) start[item[i] + 1]++;
  for (let k = 0; k < items; k++) start[k + 1] += start[k];
  const next = start.slice(0, items);
  const byItem = new Uint32Array(item.length);
  for (let i = 0; i < item.length; i++) byItem[next[item[i]]++] = i;
  const spent = new Float64Array(customers);
  const seenFor = new Uint32Array(customers);
  const buyers = new Uint32Array(customers);
  const paid = new Float64Array(customers);
  const worth = new Float64Array(items);
  for (let k = 0; k < items; k++) {
    let count = 0;
    for (let i = start[k]; i < start[k + 1]; i++) {
      const who = customer[byItem[i]];
      if (seenFor[who] !== k + 1) {
        seenFor[who] = k + 1;
        spent[who] = 0;
        buyers[count++] = who;
      }
      spent[who] += amount[byItem[i]];
    }
    let bought = 0;
    for (let b = 0; b < count; b++) if (spent[buyers[b]] > 0) paid[bought++] = spent[buyers[b]];
    worth[k] = medianOf(paid.subarray(0, bought));
  }
  return worth;
}

function medianOf(values: Float64Array): number {
  if (values.length === 0) return Number.NaN;
  values.sort();
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
