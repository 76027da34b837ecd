import { expect, test } from 'vitest';
import { shrinkage } from '~/engine/forecast/reconcile/shrinkage';
import { createRandom } from '~/engine/numeric';

/** The formula as printed, pair by pair. */
function byPairs(z: readonly Float64Array[]): number {
  const n = z[0].length;
  let spread = 0;
  let squares = 0;
  for (let i = 0; i < z.length; i++) {
    for (let j = 0; j < z.length; j++) {
      if (i === j) continue;
      const w = Array.from(z[i], (value, t) => value * z[j][t]);
      const mean = w.reduce((sum, value) => sum + value, 0) / n;
      spread += (n / (n - 1) ** 3) * w.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      squares += ((n / (n - 1)) * mean) ** 2;
    }
  }
  return Math.min(1, spread / squares);
}

/** Series of one standard deviation that share a part. */
function shared(count: number, { steps, part, seed }: { steps: number; part: number; seed: number }): Float64Array[] {
  const random = createRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(random() || 0.5)) * Math.cos(2 * Math.PI * random());
  const common = Float64Array.from({ length: steps }, normal);
  return Array.from({ length: count }, () => {
    const own = common.map((value) => value * Math.sqrt(part) + normal() * Math.sqrt(1 - part));
    const size = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0) / steps);
    return own.map((value) => value / size);
  });
}

test('the share drawn towards independence is that of the formula, without a matrix of all pairs', () => {
  for (const part of [0.2, 0.5, 0.9]) {
    const z = shared(9, { steps: 20, part, seed: 7 });
    expect(shrinkage(z)).toBeCloseTo(byPairs(z), 10);
  }
});

test('series that have nothing in common are taken as independent, those that move as one are not', () => {
  expect(shrinkage(shared(40, { steps: 30, part: 0, seed: 3 }))).toBeGreaterThan(0.85);
  expect(shrinkage(shared(40, { steps: 30, part: 0.9, seed: 3 }))).toBeLessThan(0.1);
});

test('with one series, or too few errors, nothing is learnt', () => {
  expect(shrinkage([])).toBe(1);
  expect(shrinkage(shared(1, { steps: 30, part: 0, seed: 1 }))).toBe(1);
  expect(shrinkage(shared(5, { steps: 2, part: 0.5, seed: 1 }))).toBe(1);
});
