import { probabilityAlive } from './probabilityAlive';
import type { PurchaseHistory } from './purchaseHistory';
import { isBgNbd, type PurchaseModel } from './purchaseModel';

/**
 * Purchases per customer to be expected within `horizon` after the end of the history, in its unit of time: the chance of
 * being alive times what somebody alive would buy, leaving on the way included. 0 for a horizon of 0; never negative.
 * Source: equation 10 of Fader, Hardie & Lee 2005 (after Euler's transformation, which holds for any a and b) and
 * equation 22 of Schmittlein, Morrison & Colombo 1987.
 */
export function expectedPurchases(model: PurchaseModel, history: PurchaseHistory, horizon: number): Float64Array {
  if (!(horizon >= 0)) throw new RangeError(`a horizon of ${horizon}`);
  const expected = probabilityAlive(model, history);
  const ofAlive = purchasesWhileAlive(model);
  for (let i = 0; i < expected.length; i++) {
    if (horizon === 0) expected[i] = 0;
    else if (expected[i] > 0) expected[i] *= ofAlive(history.frequency[i], history.age[i], horizon);
  }
  return expected;
}

/** What a customer with so many repeat purchases within `age` buys in `horizon` more, if still alive. */
export function purchasesWhileAlive(model: PurchaseModel): (x: number, age: number, horizon: number) => number {
  if (isBgNbd(model)) {
    const { r, alpha, a, b } = model;
    return (x, age, horizon) => {
      const end = alpha + age;
      return boughtAlive({ r: r + x, a, c: a + b + x - 1 }, horizon / (end + horizon));
    };
  }
  const { r, alpha, s, beta } = model;
  return (x, age, horizon) => {
    const wait = Math.log1p(horizon / (beta + age));
    const lasting = s === 1 ? wait : -Math.expm1((1 - s) * wait) / (s - 1);
    return ((r + x) * (beta + age) * lasting) / (alpha + age);
  };
}

/**
 * c ÷ (a − 1) × (1 − (1 − z)^(a − 1) F(c − b′, a − 1; c; z)), put so that neither a = 1 nor c = 0 is a hole. Terms are all of
 * one sign unless buying rates hardly differ (r large); there the series before the transformation is, and serves.
 */
function boughtAlive({ r, a, c }: { r: number; a: number; c: number }, z: number): number {
  const logRest = Math.log1p(-z);
  const first = c - r;
  if (first < -8) return boughtByPlainSeries({ r, a, c }, z);
  const power = (a - 1) * logRest;
  const simple = Math.abs(power) < 1e-12 ? -logRest : -Math.expm1(power) / (a - 1);
  let term = first * z;
  let sum = term;
  let scale = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= ((first + n) * (a + n - 1) * z) / ((c + n) * (n + 1));
    sum += term;
    if (Math.abs(term) <= Math.abs(sum) * 1e-15) break;
    if (Math.abs(sum) > 1e200) {
      sum *= 1e-200;
      term *= 1e-200;
      scale += LOG_SHRUNK;
    }
  }
  return Math.max(0, c * simple - Math.exp(power + scale) * sum);
}

const LOG_SHRUNK = 200 * Math.LN10;
const MOST_TERMS = 20_000;

/** Terms are all positive for c > 0; a is kept a little off 1, where the two halves cancel. */
function boughtByPlainSeries({ r, a, c }: { r: number; a: number; c: number }, z: number): number {
  if (Math.abs(a - 1) < 1e-5) {
    const below = boughtByPlainSeries({ r, a: 1 - 2e-5, c: c - (a - 1) - 2e-5 }, z);
    return (below + boughtByPlainSeries({ r, a: 1 + 2e-5, c: c - (a - 1) + 2e-5 }, z)) / 2;
  }
  if (c === 0) return boughtByPlainSeries({ r, a, c: 1e-12 }, z);
  const b = c + 1 - a;
  let term = 1;
  let sum = 1;
  let scale = 0;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= ((r + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
    if (Math.abs(term) <= Math.abs(sum) * 1e-16) break;
    if (sum > 1e200) {
      sum *= 1e-200;
      term *= 1e-200;
      scale += LOG_SHRUNK;
    }
  }
  return Math.max(0, (c / (a - 1)) * (1 - Math.exp(r * Math.log1p(-z) + Math.log(sum) + scale)));
}
