import { describe, expect, test } from 'vitest';
import { RECONCILE_METHODS, reconcile, type SummingStructure, treeStructure } from '~/engine/forecast';
import { randomTree } from './randomTree';

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);

/** By how much nodes differ from the sum of their parts, as a share of their size. */
function worstGap(values: readonly Float64Array[], { bottom, parts }: SummingStructure): number {
  let worst = 0;
  values.forEach((own, node) => {
    own.forEach((value, step) => {
      const sum = parts[node].reduce((total, place) => total + values[bottom[place]][step], 0);
      worst = Math.max(worst, Math.abs(sum - value) / Math.max(1, Math.abs(value)));
    });
  });
  return worst;
}

describe('by hand: a total of 10 over leaves of 3 and 4', () => {
  const structure = treeStructure(Int32Array.from([-1, 0, 0]));
  const base = [10, 3, 4].map((value) => Float64Array.of(value));
  const answer = (method: (typeof RECONCILE_METHODS)[number], residuals?: Float64Array[]): number[] =>
    reconcile(base, { structure, method, residuals }).values.map(([value]) => value);
  const near = (got: number[], wanted: number[]): void =>
    wanted.forEach((value, i) => {
      expect(got[i]).toBeCloseTo(value, 9);
    });

  test('bottom-up keeps the leaves, top-down the total and the shares of the leaves', () => {
    near(answer('bottomUp'), [7, 3, 4]);
    near(answer('topDown'), [10, 30 / 7, 40 / 7]);
  });

  test('least squares moves all three by a third of the gap', () => near(answer('ols'), [9, 4, 5]));

  test('structural weights move the total twice as much, being a sum of two', () =>
    near(answer('wlsStructural'), [8.5, 3.75, 4.75]));

  test('by variance, what missed more moves more', () => {
    // Variances 1, 1 and 4: six parts of the gap of 3.
    const residuals = [1, 1, 2].map((size) => Float64Array.of(size, -size, size, -size));
    near(answer('wlsVariance', residuals), [9.5, 3.5, 6]);
  });
});

describe.each(RECONCILE_METHODS)('%s', (method) => {
  test('adds up, whatever the tree', () => {
    for (const seed of SEEDS) {
      const { structure, base, residuals } = randomTree(seed);
      const { values, conflicts } = reconcile(base, { structure, method, residuals });
      expect(worstGap(values, structure)).toBeLessThan(1e-9);
      expect(conflicts).toEqual([]);
    }
  });

  test('leaves what adds up already as it is', () => {
    for (const seed of SEEDS) {
      const { structure, base, residuals } = randomTree(seed);
      const whole = base.map((own) => own.map(Math.round));
      const sums = structure.parts.map((parts) =>
        whole[0].map((_, step) => parts.reduce((sum, place) => sum + whole[structure.bottom[place]][step], 0)),
      );
      const { values } = reconcile(sums, { structure, method, residuals });
      values.forEach((own, node) => {
        own.forEach((value, step) => {
          expect(value).toBeCloseTo(sums[node][step], 6);
        });
      });
    }
  });

  test('scales with its input', () => {
    for (const seed of SEEDS.slice(0, 15)) {
      const { structure, base, residuals } = randomTree(seed);
      const by = (factor: number) =>
        reconcile(
          base.map((own) => own.map((value) => value * factor)),
          { structure, method, residuals: residuals.map((own) => own.map((value) => value * factor)) },
        ).values;
      const [small, large] = [by(1), by(1024)];
      small.forEach((own, node) => {
        own.forEach((value, step) => {
          expect(large[node][step] / 1024).toBeCloseTo(value, 6);
        });
      });
    }
  });

  test('keeps immutable values exactly, at the bottom and above', () => {
    for (const seed of SEEDS) {
      const { structure, base, residuals, random, parent } = randomTree(seed);
      // One node of the middle and one leaf that is not below it.
      const middle = 1 + Math.floor(random() * (parent.length - 1));
      const other = [...structure.bottom].find((node) => node !== middle && parent[node] !== middle && node !== 0);
      const immutable = base.map((_, node) => (node === middle || node === other ? new Uint8Array(3).fill(1) : null));
      const { values, conflicts } = reconcile(base, { structure, method, residuals, immutable });
      if (conflicts.length > 0) continue;
      expect(values[middle]).toEqual(base[middle]);
      if (other !== undefined) expect(values[other]).toEqual(base[other]);
      expect(worstGap(values, structure)).toBeLessThan(1e-6);
    }
  });

  test('has no leaf below 0 unless asked to', () => {
    const structure = treeStructure(Int32Array.from([-1, 0, 0, 0]));
    const base = [5, 40, 30, 2].map((value) => Float64Array.of(value));
    const residuals = [3, 4, 5, 1].map((size, i) =>
      Float64Array.from({ length: 9 }, (_, t) => size * Math.sin(t * (i + 1))),
    );
    const { values } = reconcile(base, { structure, method, residuals });
    for (const [value] of values) expect(value).toBeGreaterThanOrEqual(0);
    expect(worstGap(values, structure)).toBeLessThan(1e-9);
  });
});

test('immutable parts that contradict an immutable whole are named, and the parts stand', () => {
  const structure = treeStructure(Int32Array.from([-1, 0, 0]));
  const base = [10, 3, 4].map((value) => Float64Array.of(value));
  const all = base.map(() => Uint8Array.of(1));
  const { values, conflicts } = reconcile(base, { structure, method: 'ols', immutable: all });
  expect(conflicts).toEqual([{ node: 0, step: 0 }]);
  expect(values.map(([value]) => value)).toEqual([7, 3, 4]);
});

test('an immutable whole below its immutable parts is a conflict where nothing may be negative', () => {
  const structure = treeStructure(Int32Array.from([-1, 0, 0]));
  const base = [10, 13, 4].map((value) => Float64Array.of(value));
  const immutable = [Uint8Array.of(1), Uint8Array.of(1), null];
  expect(reconcile(base, { structure, method: 'ols', immutable }).conflicts).toEqual([{ node: 0, step: 0 }]);
  const negative = reconcile(base, { structure, method: 'ols', immutable, nonNegative: false });
  expect(negative.conflicts).toEqual([]);
  expect(negative.values[2][0]).toBeCloseTo(-3, 9);
});

test('two trees over the same leaves are met at once', () => {
  // Leaves by region (0+1, 2+3) and by product (0+2, 1+3), and all of them.
  const structure: SummingStructure = {
    count: 9,
    bottom: Uint32Array.of(5, 6, 7, 8),
    parts: [[0, 1, 2, 3], [0, 1], [2, 3], [0, 2], [1, 3], [0], [1], [2], [3]].map((own) => Uint32Array.from(own)),
  };
  const base = [100, 55, 40, 60, 45, 20, 25, 25, 20].map((value) => Float64Array.of(value));
  for (const method of RECONCILE_METHODS) {
    const residuals = base.map((_, i) =>
      Float64Array.from({ length: 12 }, (_, t) => Math.sin((i + 1) * (t + 1)) * (9 - i)),
    );
    expect(worstGap(reconcile(base, { structure, method, residuals }).values, structure)).toBeLessThan(1e-9);
  }
});

test('covariance lets a node follow the one whose errors went the same way', () => {
  // Leaf 1 always missed as the total did, leaf 2 by chance and as much: the gap is leaf 1's.
  const structure = treeStructure(Int32Array.from([-1, 0, 0]));
  const wave = Float64Array.from({ length: 60 }, (_, t) => Math.sin(t * 1.7) * 3);
  const noise = Float64Array.from({ length: 60 }, (_, t) => Math.sin(t * 2.9 + 1) * 3);
  const base = [12, 4, 4].map((value) => Float64Array.of(value));
  const residuals = [wave.map((value) => -value), wave, noise];
  const byVariance = reconcile(base, { structure, method: 'wlsVariance', residuals }).values;
  const byCovariance = reconcile(base, { structure, method: 'mintShrink', residuals }).values;
  expect(byVariance[1][0]).toBeCloseTo(byVariance[2][0], 0);
  expect(byCovariance[1][0]).toBeGreaterThan(byCovariance[2][0] + 0.5);
});

test('a base that is no number, or of another length, is the caller’s mistake', () => {
  const structure = treeStructure(Int32Array.from([-1, 0]));
  const one = Float64Array.of(1);
  expect(() => reconcile([one], { structure, method: 'ols' })).toThrow(RangeError);
  expect(() => reconcile([one, Float64Array.of(Number.NaN)], { structure, method: 'ols' })).toThrow(RangeError);
  expect(() => reconcile([one, Float64Array.of(1, 2)], { structure, method: 'ols' })).toThrow(RangeError);
  expect(() => reconcile([one, one], { structure, method: 'mintShrink' })).toThrow(RangeError);
  expect(() => treeStructure(Int32Array.from([1, -1]))).toThrow(RangeError);
});
