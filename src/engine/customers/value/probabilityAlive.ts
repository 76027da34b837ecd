import { emptyIntegral, leavingIntegral } from './leavingIntegral';
import type { PurchaseHistory } from './purchaseHistory';
import { isBgNbd, type PurchaseModel } from './purchaseModel';

/**
 * Chance per customer, 0 … 1, that they still buy at the end of their history. It falls with silence. BG/NBD lets customers
 * leave after a repeat purchase only, so those with a single purchase come out as 1: there the model cannot know.
 * Source: Fader, Hardie & Lee 2005 and 2008; Schmittlein, Morrison & Colombo 1987.
 */
export function probabilityAlive(model: PurchaseModel, history: PurchaseHistory): Float64Array {
  const { frequency, recency, age } = history;
  const alive = new Float64Array(frequency.length);
  const left = emptyIntegral();
  for (let i = 0; i < alive.length; i++) {
    const x = frequency[i];
    if (isBgNbd(model)) {
      const { r, alpha, a, b } = model;
      alive[i] =
        x > 0 ? fromOdds(Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + age[i]) / (alpha + recency[i]))) : 1;
    } else {
      const { r, alpha, s, beta } = model;
      leavingIntegral(model, { x, last: recency[i], end: age[i] }, left);
      const here = -(r + x) * Math.log(alpha + age[i]) - s * Math.log(beta + age[i]);
      alive[i] = fromOdds(Math.log(s * left.whole) + left.level - here);
    }
  }
  return alive;
}

/** Chance of staying from the logarithm of the odds of having left. */
const fromOdds = (logOdds: number): number => 1 / (1 + Math.exp(logOdds));
