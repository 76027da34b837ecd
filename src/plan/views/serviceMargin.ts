import type { Day } from '~/domain/period';
import type { ServeReason } from '~/domain/serviceView';
import { membersOf, orderSegments, type PlanDocument } from '../document';
import { mergedMembers } from '../mergedMembers';
import { factsOf } from '../sources/facts';

/** Net sales, what of them has a known cost, and that cost, per customer code; minor units. */
export interface CustomerMargin {
  sales: Float64Array;
  covered: Float64Array;
  cost: Float64Array;
  /** Why no margin can be told of anybody. */
  reason: Extract<ServeReason, 'noCosts' | 'noQuantity'> | null;
}

/** Below this share of sales with a known cost a margin would say too little (own value, kpi sheet §2 discount). */
const COVER = 0.8;

/**
 * What customers bring over some days: sales, and the cost of the lines whose product has a cost on their day (the newest one up
 * to it, else the cost that stands with the product) and whose quantity is known. Costs are rounded once per line. Lines of the
 * same order may differ; returns take off both.
 */
export function serviceMargin(document: PlanDocument, { from, to }: { from: Day; to: Day }): CustomerMargin {
  const { next } = membersOf(document, 'customer');
  const merged = mergedMembers(document, 'customer');
  const result: CustomerMargin = {
    sales: new Float64Array(next),
    covered: new Float64Array(next),
    cost: new Float64Array(next),
    reason: null,
  };
  const costAt = unitCosts(document);
  let isCounted = false;
  for (const { count, day, codes, amount, quantity } of orderSegments(document)) {
    if (quantity) isCounted = true;
    for (let i = 0; i < count; i += 1) {
      if (day[i] < from || day[i] > to) continue;
      const customer = codes.customer?.[i] ?? 0;
      const at = merged?.[customer] ?? customer;
      result.sales[at] += amount[i];
      const unit = quantity && costAt ? costAt(codes.product?.[i] ?? 0, day[i]) : null;
      if (unit === null || !quantity || !Number.isFinite(quantity[i])) continue;
      result.covered[at] += amount[i];
      result.cost[at] += Math.sign(quantity[i]) * Math.round(unit * Math.abs(quantity[i]));
    }
  }
  return { ...result, reason: costAt === null ? 'noCosts' : isCounted ? null : 'noQuantity' };
}

/** Margin of one customer, or why it is blank. Where a little of the sales has no cost, that part counts at the rate of the rest. */
export function marginOf(
  { sales, covered, cost, reason }: CustomerMargin,
  customer: number,
): { margin: number | null; reason: ServeReason | null } {
  if (reason) return { margin: null, reason };
  if (sales[customer] === 0 && covered[customer] === 0) return { margin: 0, reason: null };
  if (!(covered[customer] > 0) || covered[customer] < COVER * sales[customer])
    return { margin: null, reason: 'fewCosts' };
  const rate = (covered[customer] - cost[customer]) / covered[customer];
  return { margin: Math.round(sales[customer] * rate), reason: null };
}

/** Cost of one unit of a product on a day, null where none is known; null as a whole where there are no costs at all. */
export function unitCosts(document: PlanDocument): ((product: number, day: Day) => number | null) | null {
  const facts = factsOf(document, 'costs');
  const { byCode } = membersOf(document, 'product');
  const standing = byCode.map((member) => member?.attributes.cost);
  if (facts.count === 0 && !standing.some((cost) => typeof cost === 'number')) return null;
  const [product, day, amount] = [facts.code('product'), facts.number('day'), facts.number('amount')];
  const dated = new Map<number, { day: Day; amount: number }[]>();
  for (let row = 0; row < facts.count; row += 1) {
    if (product[row] === 0 || Number.isNaN(day[row]) || Number.isNaN(amount[row])) continue;
    const list = dated.get(product[row]);
    if (list) list.push({ day: day[row], amount: amount[row] });
    else dated.set(product[row], [{ day: day[row], amount: amount[row] }]);
  }
  for (const list of dated.values()) list.sort((a, b) => a.day - b.day);
  return (code, on) => {
    const list = dated.get(code) ?? [];
    for (let i = list.length - 1; i >= 0; i -= 1) if (list[i].day <= on) return list[i].amount;
    const own = standing[code];
    return typeof own === 'number' ? own : null;
  };
}
