import { createRandom, type Random } from '~/engine/numeric/index';

export interface Simulated {
  frequency: number[];
  recency: number[];
  age: number[];
  /** Purchases in as much time again. */
  later: number[];
  monetary: number[];
}

interface Behaviour {
  /** Buying rate and, at the last purchase, whether the customer leaves; or the moment of leaving. */
  rate: number;
  leaves: (random: Random) => boolean;
  leavesAt: number;
}

/** Customers who buy at random times, drawn from a behaviour, seen for 20 … 40 weeks; money is gamma around their own mean. */
export function simulate(customers: number, seed: number, draw: (random: Random) => Behaviour): Simulated {
  const random = createRandom(seed);
  const made: Simulated = { frequency: [], recency: [], age: [], later: [], monetary: [] };
  for (let i = 0; i < customers; i++) {
    const age = 20 + 20 * random();
    const { rate, leaves, leavesAt } = draw(random);
    let [time, count, last, later] = [0, 0, 0, 0];
    let isGone = leaves(random);
    while (!isGone) {
      time += -Math.log(1 - random()) / rate;
      if (time > Math.min(2 * age, leavesAt)) break;
      if (time <= age) {
        count++;
        last = time;
      } else later++;
      isGone = leaves(random);
    }
    const own = gammaDraw(random, 4) / 15;
    let money = 0;
    for (let n = 0; n < count; n++) money += gammaDraw(random, 6) / own;
    made.frequency.push(count);
    made.recency.push(last);
    made.age.push(age);
    made.later.push(later);
    made.monetary.push(count > 0 ? money / count : 0);
  }
  return made;
}

/** BG/NBD with these parameters. */
export const bgNbdBuyers =
  ({ r, alpha, a, b }: { r: number; alpha: number; a: number; b: number }) =>
  (random: Random): Behaviour => {
    const rate = gammaDraw(random, r) / alpha;
    const one = gammaDraw(random, a);
    const leaving = one / (one + gammaDraw(random, b));
    let isFirst = true;
    return {
      rate,
      leavesAt: Number.POSITIVE_INFINITY,
      // Nobody leaves after the first purchase: the model counts from there.
      leaves: (own) => {
        if (isFirst) {
          isFirst = false;
          return false;
        }
        return own() < leaving;
      },
    };
  };

/** Pareto/NBD with these parameters. */
export const paretoBuyers =
  ({ r, alpha, s, beta }: { r: number; alpha: number; s: number; beta: number }) =>
  (random: Random): Behaviour => ({
    rate: gammaDraw(random, r) / alpha,
    leavesAt: -Math.log(1 - random()) / (gammaDraw(random, s) / beta),
    leaves: () => false,
  });

/** A gamma number of this shape and rate 1. Source: Marsaglia & Tsang 2000. */
function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
