import type { PurchaseHistory } from './purchaseHistory';

/** Customers with equal histories as one, in an order that does not depend on the order of the customers. */
export interface HistoryGroups {
  count: number;
  frequency: Float64Array;
  recency: Float64Array;
  age: Float64Array;
  /** Customers in the group. */
  weight: Float64Array;
  /** Place of each group's frequency in `frequencies`. */
  frequencyAt: Uint32Array;
  /** Frequencies that occur, rising, and how many customers have each. */
  frequencies: Float64Array;
  frequencyWeight: Float64Array;
  customers: number;
}

/** Puts equal histories together: a likelihood is then summed over what differs, always in the same order. */
export function groupHistory({ frequency, recency, age }: PurchaseHistory): HistoryGroups {
  const customers = frequency.length;
  const order = new Uint32Array(customers).map((_, i) => i);
  order.sort((a, b) => frequency[a] - frequency[b] || recency[a] - recency[b] || age[a] - age[b]);
  const groups = {
    frequency: new Float64Array(customers),
    recency: new Float64Array(customers),
    age: new Float64Array(customers),
    weight: new Float64Array(customers),
    frequencyAt: new Uint32Array(customers),
  };
  const frequencies: number[] = [];
  const frequencyWeight: number[] = [];
  let count = 0;
  for (const i of order) {
    const last = count - 1;
    if (frequencies[frequencies.length - 1] !== frequency[i]) {
      frequencies.push(frequency[i]);
      frequencyWeight.push(0);
    }
    frequencyWeight[frequencies.length - 1] += 1;
    const isSame =
      last >= 0 &&
      groups.frequency[last] === frequency[i] &&
      groups.recency[last] === recency[i] &&
      groups.age[last] === age[i];
    if (!isSame) {
      groups.frequency[count] = frequency[i];
      groups.recency[count] = recency[i];
      groups.age[count] = age[i];
      groups.frequencyAt[count] = frequencies.length - 1;
      count++;
    }
    groups.weight[count - 1] += 1;
  }
  return {
    count,
    frequency: groups.frequency.slice(0, count),
    recency: groups.recency.slice(0, count),
    age: groups.age.slice(0, count),
    weight: groups.weight.slice(0, count),
    frequencyAt: groups.frequencyAt.slice(0, count),
    frequencies: Float64Array.from(frequencies),
    frequencyWeight: Float64Array.from(frequencyWeight),
    customers,
  };
}
