import { type BasketAdvice, basketAdvice } from './basketAdvice';
import { type BasketLists, basketLists } from './basketLists';
import { type BasketRules, basketRules, type RuleOptions } from './basketRules';
import { basketWorth } from './basketWorth';

/** Order lines by day, in columns; a customer or item of `NO_ITEM` does not count. */
export interface StudyLines {
  customer: Uint32Array;
  item: Uint32Array;
  order: Uint32Array;
  amount: Float64Array;
}

export interface StudyInput {
  lines: StudyLines;
  customers: number;
  items: number;
  /** What is bought together: by one customer over time, or in one order. */
  by: 'customer' | 'order';
  /** First line that rules are learnt from, and first line of the last twelve months. */
  learnFrom: number;
  yearFrom: number;
  rules: RuleOptions;
  /** Items that are advised per customer. */
  most: number;
}

export interface BasketStudy {
  rules: BasketRules;
  advice: BasketAdvice;
  /** Baskets that rules were learnt from. */
  baskets: number;
  /** What a buyer of each item spends on it in twelve months; NaN = not sold in them. */
  worth: Float64Array;
}

export const STUDY_STEPS = 3;
const NOBODY = 0xffff_ffff;

/**
 * Rules from what was bought together of late, and for every customer what to offer next: not bought in any known order, by
 * expected sales of twelve months. Returns and free lines make no basket, but returns lower what an item is worth.
 */
export function basketStudy(input: StudyInput, onStep: (done: number) => void = () => undefined): BasketStudy {
  const { lines, customers, items, by, learnFrom } = input;
  const owned = customerLists(lines, { customers, items, from: 0 });
  const learnt =
    by === 'order' ? orderLists(lines, items, learnFrom) : customerLists(lines, { customers, items, from: learnFrom });
  onStep(1);
  // Who bought nothing in that time says nothing about what goes together.
  const baskets = withItems(learnt);
  const rules = basketRules(baskets, items, input.rules);
  onStep(2);
  const worth = worthOf(input);
  const advice = basketAdvice(owned, rules, { items, worth, most: input.most });
  onStep(STUDY_STEPS);
  return { rules, advice, baskets: baskets.start.length - 1, worth };
}

function customerLists(
  { customer, item, amount }: StudyLines,
  { customers, items, from }: { customers: number; items: number; from: number },
): BasketLists {
  const kept = keptLines({ customer, item, amount }, from);
  return basketLists({
    basket: kept.map((line) => customer[line]),
    item: kept.map((line) => item[line]),
    baskets: customers,
    items,
  });
}

function orderLists({ customer, item, order, amount }: StudyLines, items: number, from: number): BasketLists {
  const kept = keptLines({ customer, item, amount }, from);
  let orders = 0;
  for (const line of kept) orders = Math.max(orders, order[line] + 1);
  return basketLists({
    basket: kept.map((line) => order[line]),
    item: kept.map((line) => item[line]),
    baskets: orders,
    items,
  });
}

function keptLines({ customer, item, amount }: Omit<StudyLines, 'order'>, from: number): Uint32Array {
  const kept = new Uint32Array(customer.length);
  let count = 0;
  for (let i = from; i < customer.length; i++) {
    if (amount[i] > 0 && item[i] !== NOBODY && customer[i] !== NOBODY) kept[count++] = i;
  }
  return kept.slice(0, count);
}

function withItems({ start, item }: BasketLists): BasketLists {
  const kept = [0];
  for (let b = 0; b + 1 < start.length; b++) if (start[b + 1] > start[b]) kept.push(start[b + 1]);
  return { start: Uint32Array.from(kept), item };
}

function worthOf({ lines, customers, items, yearFrom }: StudyInput): Float64Array {
  const rows: number[] = [];
  for (let i = yearFrom; i < lines.item.length; i++) {
    if (lines.item[i] !== NOBODY && lines.customer[i] !== NOBODY) rows.push(i);
  }
  const own = (column: ArrayLike<number>): Float64Array => Float64Array.from(rows, (i) => column[i]);
  return basketWorth({
    customer: own(lines.customer),
    item: own(lines.item),
    amount: own(lines.amount),
    customers,
    items,
  });
}
