import { expectedPurchases } from './expectedPurchases';
import type { PurchaseHistory } from './purchaseHistory';
import type { PurchaseModel } from './purchaseModel';

/** How a model that saw the first part of a history did on the part it did not see. */
export interface HoldOut {
  customers: number;
  predicted: number;
  actual: number;
  /** Mean and root mean square error of purchases per customer. */
  meanError: number;
  rootError: number;
  /** The same for "as many as before", by the length of both parts: what the model has to beat. */
  plainError: number;
  plainRootError: number;
  /** By repeat count, the last one and more: customers, and mean purchases predicted and actual. */
  byRepeat: { repeat: number; customers: number; predicted: number; actual: number }[];
}

export interface HoldOutOptions {
  /** Purchases per customer in the part that was held out. */
  later: ArrayLike<number>;
  /** Its length, in the unit of the history's times. */
  horizon: number;
  /** The last class of `byRepeat` is this and more. */
  most: number;
}

/** Tests a model against what came after the history it was fitted to. Null without customers. */
export function holdOut(model: PurchaseModel, history: PurchaseHistory, options: HoldOutOptions): HoldOut | null {
  const { later, horizon, most } = options;
  const customers = history.frequency.length;
  if (later.length !== customers) throw new RangeError(`${later.length} outcomes of ${customers} customers`);
  if (customers === 0) return null;
  const expected = expectedPurchases(model, history, horizon);
  let longest = 0;
  for (let i = 0; i < customers; i++) longest = Math.max(longest, history.age[i]);
  const pace = longest > 0 ? horizon / longest : 0;
  const classes = Array.from({ length: most + 1 }, (_, repeat) => ({ repeat, customers: 0, predicted: 0, actual: 0 }));
  let [predicted, actual, off, square, plainOff, plainSquare] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < customers; i++) {
    const plain = history.frequency[i] * pace;
    predicted += expected[i];
    actual += later[i];
    off += Math.abs(expected[i] - later[i]);
    square += (expected[i] - later[i]) ** 2;
    plainOff += Math.abs(plain - later[i]);
    plainSquare += (plain - later[i]) ** 2;
    const own = classes[Math.min(most, history.frequency[i])];
    own.customers++;
    own.predicted += expected[i];
    own.actual += later[i];
  }
  return {
    customers,
    predicted,
    actual,
    meanError: off / customers,
    rootError: Math.sqrt(square / customers),
    plainError: plainOff / customers,
    plainRootError: Math.sqrt(plainSquare / customers),
    byRepeat: classes
      .filter((one) => one.customers > 0)
      .map((one) => ({
        ...one,
        predicted: one.predicted / one.customers,
        actual: one.actual / one.customers,
      })),
  };
}
