import { gaussLegendre } from '../../numeric/gaussLegendre';
import { logGamma } from '../../numeric/logGamma';
import type { PurchaseHistory } from './purchaseHistory';
import { isBgNbd, type PurchaseModel } from './purchaseModel';

/** Customers by number of repeat purchases, 0 … most − 1 and "most or more" last. */
export interface RepeatCounts {
  expected: Float64Array;
  actual: Float64Array;
}

/**
 * How many customers the model expects with 0, 1, 2 … repeat purchases, beside how many there are: whether it tells the
 * story of these customers at all. Both sides sum to the number of customers.
 * Source: P(X(t) = x) of Fader, Hardie & Lee 2005; for Pareto/NBD the same integrated over the time of leaving.
 */
export function repeatCounts(model: PurchaseModel, history: PurchaseHistory, most: number): RepeatCounts {
  if (!(Number.isInteger(most) && most >= 1)) throw new RangeError(`${most} classes`);
  const expected = new Float64Array(most + 1);
  const actual = new Float64Array(most + 1);
  const byAge = new Map<number, number>();
  for (let i = 0; i < history.frequency.length; i++) {
    actual[Math.min(most, Math.floor(history.frequency[i]))]++;
    byAge.set(history.age[i], (byAge.get(history.age[i]) ?? 0) + 1);
  }
  const chancesAt = isBgNbd(model) ? bgNbdChances(model, most) : paretoChances(model, most);
  for (const [age, customers] of [...byAge].sort(([a], [b]) => a - b)) {
    const chances = chancesAt(age);
    let rest = 1;
    for (let x = 0; x < most; x++) {
      expected[x] += customers * chances[x];
      rest -= chances[x];
    }
    expected[most] += customers * Math.max(0, rest);
  }
  return { expected, actual };
}

type Chances = (age: number) => Float64Array;

/** Chances of x purchases in a time, for somebody who stays: the negative binomial of r and alpha. */
function staying(r: number, alpha: number, most: number): (age: number, into: Float64Array) => void {
  return (age, into) => {
    const bought = age / (alpha + age);
    into[0] = (alpha / (alpha + age)) ** r;
    for (let x = 1; x < most; x++) into[x] = (into[x - 1] * bought * (r + x - 1)) / x;
  };
}

function bgNbdChances({ r, alpha, a, b }: { r: number; alpha: number; a: number; b: number }, most: number): Chances {
  const stays = staying(r, alpha, most);
  const base = logGamma(a + b) - logGamma(b);
  const kept = Float64Array.from({ length: most }, (_, x) => Math.exp(base + logGamma(b + x) - logGamma(a + b + x)));
  const left = Float64Array.from({ length: most }, (_, x) =>
    x === 0 ? 0 : Math.exp(base + Math.log(a) + logGamma(b + x - 1) - logGamma(a + b + x)),
  );
  const own = new Float64Array(most);
  return (age) => {
    stays(age, own);
    let below = 0;
    return own.map((chance, x) => {
      const chances = kept[x] * chance + left[x] * Math.max(0, 1 - below);
      below += chance;
      return chances;
    });
  };
}

const NODES = gaussLegendre(16);
const PIECES = 4;

function paretoChances(
  { r, alpha, s, beta }: { r: number; alpha: number; s: number; beta: number },
  most: number,
): Chances {
  const stays = staying(r, alpha, most);
  const own = new Float64Array(most);
  return (age) => {
    const chances = new Float64Array(most);
    const add = (time: number, share: number): void => {
      stays(time, own);
      for (let x = 0; x < most; x++) chances[x] += share * own[x];
    };
    add(age, (beta / (beta + age)) ** s);
    // The share that has left by τ grows as 1 − (beta ÷ (beta + τ))^s: walked along in the logarithm of beta + τ.
    const span = Math.log1p(age / beta);
    for (let piece = 0; piece < PIECES; piece++) {
      for (let n = 0; n < NODES.at.length; n++) {
        const u = ((piece + NODES.at[n]) / PIECES) * span;
        add(beta * Math.expm1(u), ((NODES.weight[n] * span) / PIECES) * s * Math.exp(-s * u));
      }
    }
    return chances;
  };
}
