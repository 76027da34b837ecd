import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceMoves } from '~/engine/territories';

const one = (
  weights: number[],
  sellers: number[],
  count: number,
  more: { tolerance?: number; fixed?: number[] } = {},
) => ({
  weight: Float64Array.from(weights),
  seller: Uint32Array.from(sellers),
  group: new Uint32Array(weights.length),
  fixed: Uint8Array.from(weights, (_, c) => (more.fixed?.includes(c) ? 1 : 0)),
  sellerGroup: new Uint32Array(count),
  takesPart: new Uint8Array(count).fill(1),
  tolerance: more.tolerance ?? 0,
  most: 1000,
});

const loads = (weights: ArrayLike<number>, sellers: ArrayLike<number>, count: number): number[] => {
  const load = new Array<number>(count).fill(0);
  for (let c = 0; c < weights.length; c += 1) load[sellers[c]] += weights[c];
  return load;
};

describe('moves that balance', () => {
  test('the one move that brings two sellers nearest to each other is proposed', () => {
    const { customer, seller, outside } = balanceMoves(one([5, 3, 2, 2], [0, 0, 0, 1], 2));
    expect([[...customer], [...seller], outside]).toEqual([[1], [1], 2]);
    const even = balanceMoves(one([6, 4, 2, 4], [0, 0, 0, 1], 2));
    expect([[...even.customer], [...even.seller], even.outside]).toEqual([[1], [1], 0]);
  });

  test('nothing moves where everybody is even enough already', () => {
    expect(balanceMoves(one([10, 11], [0, 1], 2, { tolerance: 0.1 })).customer).toHaveLength(0);
  });

  test('customers that are to stay, stay, and those of another group as well', () => {
    const options = one([9, 9, 1], [0, 0, 1], 2, { fixed: [0] });
    expect([...balanceMoves(options).customer]).toEqual([1]);
    expect(balanceMoves({ ...options, group: Uint32Array.of(0, 1, 0) }).customer).toHaveLength(0);
    expect(balanceMoves({ ...options, sellerGroup: Uint32Array.of(0, 1) }).customer).toHaveLength(0);
  });

  test('a seller who does not take part neither gives nor gets', () => {
    const options = { ...one([9, 9, 1, 1], [0, 0, 1, 2], 3), takesPart: Uint8Array.of(0, 1, 1) };
    expect(balanceMoves(options).customer).toHaveLength(0);
  });

  test('is never less even than before, keeps every total, and says the same each time', () => {
    const anyCase = fc
      .record({ count: fc.integer({ min: 1, max: 6 }), size: fc.integer({ min: 0, max: 40 }) })
      .chain(({ count, size }) =>
        fc.record({
          count: fc.constant(count),
          weights: fc.array(fc.integer({ min: -5, max: 1000 }), { minLength: size, maxLength: size }),
          sellers: fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: size, maxLength: size }),
          tolerance: fc.constantFrom(0, 0.05, 0.2),
        }),
      );
    fc.assert(
      fc.property(anyCase, ({ count, weights, sellers, tolerance }) => {
        const options = one(weights, sellers, count, { tolerance });
        const made = balanceMoves(options);
        expect(balanceMoves(options)).toEqual(made);
        const after = [...sellers];
        made.customer.forEach((c, i) => {
          expect(after[c]).not.toBe(made.seller[i]);
          after[c] = made.seller[i];
        });
        const [x, y] = [loads(weights, sellers, count), loads(weights, after, count)];
        const mean = x.reduce((sum, value) => sum + value, 0) / count;
        const off = (load: number[]) =>
          load.reduce((sum, value) => sum + Math.max(0, Math.abs(value - mean) - tolerance * mean), 0);
        expect(y.reduce((sum, value) => sum + value, 0)).toBe(x.reduce((sum, value) => sum + value, 0));
        if (mean > 0) expect(off(y)).toBeLessThanOrEqual(off(x) + 1e-6);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  test('fifty thousand customers and two hundred sellers take under two seconds', () => {
    const weights = Array.from({ length: 50_000 }, (_, c) => ((c * 7919) % 1000) + 1);
    const sellers = weights.map((_, c) => Math.floor((200 * ((c * 104_729) % 50_000) ** 2) / 50_000 ** 2));
    const start = performance.now();
    const { outside } = balanceMoves({ ...one(weights, sellers, 200, { tolerance: 0.1 }), most: 2000 });
    expect(outside).toBeLessThan(200);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
