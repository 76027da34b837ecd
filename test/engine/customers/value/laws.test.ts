import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expectedMonetary,
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  lifetimeValue,
  type PurchaseHistory,
  type PurchaseModel,
  probabilityAlive,
  repeatCounts,
} from '~/engine/customers/index';
import { fitted } from './fitted';
import { bgNbdBuyers, paretoBuyers, simulate } from './simulate';

const BG = { r: 0.6, alpha: 5, a: 0.8, b: 3 };
const PARETO = { r: 0.8, alpha: 6, s: 0.7, beta: 12 };
const MODELS: [string, PurchaseModel][] = [
  ['BG/NBD', BG],
  ['Pareto/NBD', PARETO],
];

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, one) => all + one, 0);

describe('customers simulated from known parameters', () => {
  test('BG/NBD finds the parameters again, and what they buy later', () => {
    const made = simulate(8000, 11, bgNbdBuyers(BG));
    const fit = fitted(fitBgNbd(made));
    expect(Math.abs(fit.r / BG.r - 1)).toBeLessThan(0.08);
    expect(Math.abs(fit.alpha / BG.alpha - 1)).toBeLessThan(0.1);
    expect(Math.abs(fit.a / (fit.a + fit.b) / (BG.a / (BG.a + BG.b)) - 1)).toBeLessThan(0.1);
    const after = made.age.map((age, i) => expectedPurchases(fit, one(made, i), age)[0]);
    expect(Math.abs(sum(after) / sum(made.later) - 1)).toBeLessThan(0.03);
  });

  test('Pareto/NBD finds the parameters again, and what they buy later', () => {
    const made = simulate(6000, 12, paretoBuyers(PARETO));
    const fit = fitted(fitParetoNbd(made));
    expect(Math.abs(fit.r / PARETO.r - 1)).toBeLessThan(0.15);
    expect(Math.abs(fit.r / fit.alpha / (PARETO.r / PARETO.alpha) - 1)).toBeLessThan(0.05);
    expect(Math.abs(fit.s / PARETO.s - 1)).toBeLessThan(0.25);
    const after = made.age.map((age, i) => expectedPurchases(fit, one(made, i), age)[0]);
    expect(Math.abs(sum(after) / sum(made.later) - 1)).toBeLessThan(0.03);
  });

  test('Gamma-Gamma finds the mean money of each customer better than the customer alone tells it', () => {
    const made = simulate(8000, 13, bgNbdBuyers(BG));
    const fit = fitted(fitGammaGamma(made));
    expect(Math.abs(fit.p / 6 - 1)).toBeLessThan(0.1);
    expect(Math.abs(fit.q / 4 - 1)).toBeLessThan(0.1);
    expect(Math.abs((fit.p * fit.v) / (fit.q - 1) / ((6 * 15) / 3) - 1)).toBeLessThan(0.05);
  });
});

describe('fits', () => {
  const made = simulate(700, 21, bgNbdBuyers(BG));

  test('do not depend on the order of customers, to the last bit', () => {
    const turned = Array.from(made.age.keys()).sort((a, b) => ((a * 7919) % 701) - ((b * 7919) % 701));
    const other = {
      frequency: turned.map((i) => made.frequency[i]),
      recency: turned.map((i) => made.recency[i]),
      age: turned.map((i) => made.age[i]),
      monetary: turned.map((i) => made.monetary[i]),
    };
    expect(fitBgNbd(other)).toEqual(fitBgNbd(made));
    expect(fitParetoNbd(other)).toEqual(fitParetoNbd(made));
    expect(fitGammaGamma(other)).toEqual(fitGammaGamma(made));
  });

  test('of the same data twice keep the parameters and double the log-likelihood', () => {
    const twice = {
      frequency: [...made.frequency, ...made.frequency],
      recency: [...made.recency, ...made.recency],
      age: [...made.age, ...made.age],
      monetary: [...made.monetary, ...made.monetary],
    };
    for (const learn of [fitBgNbd, fitParetoNbd] as ((h: PurchaseHistory) => { logLikelihood: number } & object)[]) {
      const once = fitted(learn(made)) as Record<string, number> & { logLikelihood: number };
      const both = fitted(learn(twice)) as typeof once;
      for (const name of Object.keys(once)) {
        expect(both[name] / once[name]).toBeCloseTo(name === 'logLikelihood' ? 2 : 1, 6);
      }
    }
    const once = fitted(fitGammaGamma(made));
    const both = fitted(fitGammaGamma(twice));
    expect(both.logLikelihood / once.logLikelihood).toBeCloseTo(2, 8);
    expect(both.p / once.p).toBeCloseTo(1, 4);
  });

  test('in days instead of weeks only stretch alpha and beta', () => {
    const days = { ...made, recency: made.recency.map((t) => t * 7), age: made.age.map((t) => t * 7) };
    const weekly = fitted(fitBgNbd(made));
    const daily = fitted(fitBgNbd(days));
    expect(daily.alpha / weekly.alpha).toBeCloseTo(7, 4);
    expect(daily.b / weekly.b).toBeCloseTo(1, 4);
    const pareto = fitted(fitParetoNbd(made));
    expect(fitted(fitParetoNbd(days)).beta / pareto.beta).toBeCloseTo(7, 3);
  });

  test('are the same each time, and stay finite where customers hardly differ', () => {
    const fit = fitted(fitParetoNbd(made));
    const again = fitted(fitParetoNbd(made));
    expect(again).toEqual(fit);
    // Customers who hardly differ push parameters to the edge of their reach, and stay finite there.
    const alike = { frequency: [4, 4, 4, 4], recency: [9, 9, 9, 8], age: [10, 10, 10, 10] };
    for (const edge of [fitted(fitBgNbd(alike)), fitted(fitParetoNbd(alike))]) {
      expect(Object.values(edge).every(Number.isFinite)).toBe(true);
      const model = edge as PurchaseModel;
      const expected = expectedPurchases(model, alike, 10);
      for (let i = 0; i < 4; i++) expect(expected[i]).toBeGreaterThanOrEqual(0);
      expect(expected[0]).toBeLessThan(8);
    }
  });

  test('say why there is none, and never NaN', () => {
    const reasons = (history: PurchaseHistory) =>
      [fitBgNbd(history), fitParetoNbd(history)].map((fit) => ('reason' in fit ? fit.reason : 'fitted'));
    const rows = (...all: [number, number, number][]): PurchaseHistory => ({
      frequency: all.map(([x]) => x),
      recency: all.map(([, t]) => t),
      age: all.map(([, , end]) => end),
    });
    const same = (reason: string) => [reason, reason];
    expect(reasons(rows())).toEqual(same('noCustomers'));
    expect(reasons(rows([0, 0, 9], [0, 0, 7]))).toEqual(same('noRepeaters'));
    expect(reasons(rows([3, 5, 9]))).toEqual(same('tooFew'));
    expect(reasons(rows([3, 5, 9], [3, 5, 9], [3, 5, 9]))).toEqual(same('alike'));
    expect(reasons(rows([3, 0, 9], [2, 4, 9], [1, 1, 2]))).toEqual(same('badHistory'));
    expect(reasons(rows([3, 10, 9], [2, 4, 9], [1, 1, 2]))).toEqual(same('badHistory'));
    expect(reasons(rows([3, Number.NaN, 9], [2, 4, 9], [1, 1, 2]))).toEqual(same('badHistory'));
    expect(reasons(rows([-1, 4, 9], [2, 4, 9], [1, 1, 2]))).toEqual(same('badHistory'));
    expect(() => fitBgNbd({ frequency: [1], recency: [1, 2], age: [3] })).toThrow(RangeError);
    const money = (monetary: number[], frequency = monetary.map(() => 2)) => {
      const fit = fitGammaGamma({ frequency, monetary });
      return 'reason' in fit ? fit.reason : 'fitted';
    };
    expect(money([])).toBe('noCustomers');
    expect(money([0, 0], [0, 0])).toBe('noRepeaters');
    expect(money([-5, -6, 7, 0])).toBe('tooFew');
    expect(money([5, 5, 5])).toBe('alike');
    expect(money([5, Number.NaN, 6, 7])).toBe('badMoney');
    expect(money([-5, 4, 5, 6])).toBe('fitted');
  });

  test('of any small history are finite or say why', () => {
    const row = fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 50 }), fc.nat(30));
    fc.assert(
      fc.property(fc.array(row, { minLength: 0, maxLength: 12 }), (rows) => {
        const history = {
          frequency: rows.map(([x]) => x),
          recency: rows.map(([x, t]) => (x > 0 ? t : 0)),
          age: rows.map(([x, t, more]) => (x > 0 ? t : 0) + more),
        };
        for (const fit of [fitBgNbd(history), fitParetoNbd(history)]) {
          if ('reason' in fit) continue;
          expect(Object.values(fit).every(Number.isFinite)).toBe(true);
          const alive = probabilityAlive(fit, history);
          const expected = expectedPurchases(fit, history, 26);
          const { expected: counts } = repeatCounts(fit, history, 5);
          expect(alive.every((p) => p >= 0 && p <= 1)).toBe(true);
          expect(expected.every((n) => n >= 0 && Number.isFinite(n))).toBe(true);
          expect(sum(counts)).toBeCloseTo(rows.length, 6);
        }
      }),
      { seed: 4, numRuns: 120 },
    );
  });

  test('of 50,000 customers do not run away', () => {
    const many = simulate(50_000, 31, bgNbdBuyers({ r: 0.3, alpha: 8, a: 0.5, b: 2 }));
    const start = performance.now();
    const fit = fitted(fitBgNbd(many));
    expect(performance.now() - start).toBeLessThan(4000);
    expect(Math.abs(fit.r / 0.3 - 1)).toBeLessThan(0.05);
  });
});

describe.each(MODELS)('%s', (_, model) => {
  const history = fc.record({
    x: fc.integer({ min: 1, max: 60 }),
    last: fc.double({ min: 0.5, max: 60, noNaN: true }),
    silent: fc.double({ min: 0, max: 60, noNaN: true }),
  });
  const at = (x: number, last: number, age: number): PurchaseHistory => ({
    frequency: [x],
    recency: [last],
    age: [age],
  });

  test('a chance of being alive lies in 0 … 1 and falls with silence', () => {
    fc.assert(
      fc.property(history, ({ x, last, silent }) => {
        const now = probabilityAlive(model, at(x, last, last + silent))[0];
        const later = probabilityAlive(model, at(x, last, last + silent + 3))[0];
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(1);
        expect(later).toBeLessThanOrEqual(now);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('silence tells more of those who bought often', () => {
    const often = probabilityAlive(model, at(40, 20, 40))[0];
    const seldom = probabilityAlive(model, at(2, 20, 40))[0];
    expect(often).toBeLessThan(seldom);
  });

  test('a longer horizon brings more purchases, and none brings none', () => {
    fc.assert(
      fc.property(history, ({ x, last, silent }) => {
        const own = at(x, last, last + silent);
        const [none, half, whole] = [0, 26, 52].map((horizon) => expectedPurchases(model, own, horizon)[0]);
        expect(none).toBe(0);
        expect(half).toBeGreaterThanOrEqual(0);
        expect(whole).toBeGreaterThanOrEqual(half);
        // Nobody is expected to buy at more than their own rate.
        expect(half).toBeLessThanOrEqual((60.8 / (5 + last + silent)) * 26);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test('value is purchases times money, less with a discount, and unknown where the money is', () => {
    const own = { frequency: [4, 0, 2], recency: [30, 0, 11], age: [35, 20, 50] };
    const alive = probabilityAlive(model, own);
    const bought = expectedPurchases(model, own, 52);
    const worth = (discount: number, horizon = 52) =>
      lifetimeValue(model, own, { alive, money: [100, 50, Number.NaN], horizon, discount });
    expect(worth(0)[0]).toBeCloseTo(bought[0] * 100, 8);
    expect(worth(0)[1]).toBeCloseTo(bought[1] * 50, 8);
    expect(worth(0)[2]).toBeNaN();
    expect(worth(0.01)[0]).toBeLessThan(worth(0)[0]);
    expect(worth(0.01)[0]).toBeGreaterThan(worth(0)[0] * Math.exp(-0.52));
    expect(worth(0.01, 0)[0]).toBe(0);
    // The sum over single weeks, each discounted at its middle, is the same.
    let steps = 0;
    for (let week = 0; week < 52; week++) {
      const from = expectedPurchases(model, own, week)[0];
      steps += (expectedPurchases(model, own, week + 1)[0] - from) * 100 * Math.exp(-0.01 * (week + 0.5));
    }
    expect(worth(0.01)[0] / steps).toBeCloseTo(1, 4);
  });
});

test('expected purchases go through a = 1 and a + b = 1 without a step', () => {
  const own = { frequency: [3, 0], recency: [20, 0], age: [30, 30] };
  for (const [a, b] of [
    [1, 2.5],
    [0.4, 0.6],
  ]) {
    const exact = expectedPurchases({ r: 0.5, alpha: 5, a, b }, own, 40);
    const beside = expectedPurchases({ r: 0.5, alpha: 5, a: a + 1e-7, b }, own, 40);
    for (let i = 0; i < 2; i++) expect(exact[i] / beside[i]).toBeCloseTo(1, 6);
  }
  // Hardly any difference in buying rates: the other series takes over, and agrees where both hold.
  const soft = expectedPurchases({ r: 10, alpha: 60, a: 1.5, b: 4 }, own, 40)[0];
  const hard = expectedPurchases({ r: 10.6, alpha: 63.6, a: 1.5, b: 4 }, own, 40)[0];
  expect(hard / soft).toBeCloseTo(1, 2);
});

test('money of a customer lies between the own mean and that of everybody', () => {
  const model = { p: 6.25, q: 3.74, v: 15.44 };
  const frequency = [1, 20, 0, 3];
  const money = expectedMonetary(model, { frequency, monetary: [100, 100, 0, -4] });
  const everybody = (6.25 * 15.44) / 2.74;
  expect(money[0]).toBeGreaterThan(everybody);
  expect(money[1]).toBeGreaterThan(money[0]);
  expect(money[1]).toBeLessThan(100);
  expect(money[2]).toBeCloseTo(everybody, 8);
  expect(money[3]).toBeCloseTo(everybody, 8);
  expect(expectedMonetary({ ...model, q: 0.9 }, { frequency, monetary: [100, 100, 0, -4] })[2]).toBeNaN();
});

function one(made: PurchaseHistory, i: number): PurchaseHistory {
  return { frequency: [made.frequency[i]], recency: [made.recency[i]], age: [made.age[i]] };
}
