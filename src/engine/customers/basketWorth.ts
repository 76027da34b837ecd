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
  const order = new Float64Array(customer.length);
  for (let i = 0; i < order.length; i++) order[i] = item[i] * customers + customer[i];
  const places = new Map<number, number>();
  const spent: number[] = [];
  const owner: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const known = places.get(order[i]);
    if (known === undefined) {
      places.set(order[i], spent.length);
      spent.push(amount[i]);
      owner.push(item[i]);
    } else spent[known] += amount[i];
  }
  const byItem: number[][] = Array.from({ length: items }, () => []);
  for (let k = 0; k < spent.length; k++) if (spent[k] > 0) byItem[owner[k]].push(spent[k]);
  return Float64Array.from(byItem, medianOf);
}

function medianOf(values: number[]): number {
  if (values.length === 0) return Number.NaN;
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
