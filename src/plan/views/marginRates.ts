import { priceBook } from '~/engine/prices/index';
import { customerWindow } from '../customers/customerWindow';
import { orderSegments, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import type { PriceScene } from './priceScene';

/**
 * Gross margin rate by product over the last twelve months: (net sales − cost) ÷ net sales of the lines whose cost is known on
 * their day; product 0 = all of them together. Null where no line's cost is known or sales are not positive.
 */
export function marginRates(document: PlanDocument, scene: PriceScene): (product: number) => number | null {
  const costs = factsOf(document, 'costs');
  if (costs.count === 0) return () => null;
  const blank = new Float64Array(costs.count).fill(Number.NaN);
  const book = priceBook({
    product: costs.code('product'),
    tier: new Array<string>(costs.count).fill(''),
    day: costs.number('day'),
    amount: costs.number('amount'),
    lowest: blank,
    highest: blank,
  });
  const { from, to } = customerWindow(scene.coverage);
  const sums = new Map<number, { sales: number; cost: number }>();
  for (const { count, day, codes, amount, quantity } of orderSegments(document)) {
    for (let i = 0; i < count; i += 1) {
      const product = codes.product?.[i] ?? 0;
      if (day[i] < from || day[i] > to || product === 0 || !quantity) continue;
      const cost = book.at(product, '', day[i]);
      if (!cost) continue;
      for (const key of [0, product]) {
        const sum = sums.get(key) ?? { sales: 0, cost: 0 };
        sum.sales += amount[i];
        sum.cost += Math.round(cost.amount * quantity[i]);
        sums.set(key, sum);
      }
    }
  }
  return (product) => {
    const sum = sums.get(product);
    return sum && sum.sales > 0 ? (sum.sales - sum.cost) / sum.sales : null;
  };
}
