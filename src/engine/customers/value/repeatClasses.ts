import type { PurchaseHistory } from './purchaseHistory';
import type { PurchaseModel } from './purchaseModel';
import { repeatCounts } from './repeatCounts';

/** Customers with `from` … `to` repeat purchases; null = and more. */
export interface RepeatClass {
  from: number;
  to: number | null;
  expected: number;
  actual: number;
}

/** The share of customers that the classes are to tell apart; the rest are in the last one. */
const TOLD = 0.9;
/** Wider classes would only cost time. */
const WIDEST = 100;

/**
 * `repeatCounts` in so many classes of equal width and one for all above, wide enough for nine customers of ten: one by one where
 * people buy a few times, by tens where they buy every week.
 */
export function repeatClasses(model: PurchaseModel, history: PurchaseHistory, classes: number): RepeatClass[] {
  const sorted = Float64Array.from(history.frequency).sort();
  const usual = sorted.length > 0 ? sorted[Math.min(sorted.length - 1, Math.floor(TOLD * sorted.length))] : 0;
  const width = Math.max(1, Math.min(WIDEST, Math.ceil(usual / classes)));
  const { expected, actual } = repeatCounts(model, history, width * classes);
  const sumOf = (counts: Float64Array, from: number, to: number): number =>
    counts.subarray(from, to).reduce((sum, one) => sum + one, 0);
  return Array.from({ length: classes + 1 }, (_, k) => {
    const from = k * width;
    const end = k < classes ? from + width : from + 1;
    return {
      from,
      to: k < classes ? end - 1 : null,
      expected: sumOf(expected, from, end),
      actual: sumOf(actual, from, end),
    };
  });
}
