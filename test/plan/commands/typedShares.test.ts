import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { canonicalBytes } from '~/plan/canonical';
import { withAmounts } from '~/plan/commands/typedShares';
import { attempt, cellOf, sumAt } from '../support/cells';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

/** A share of the whole plan for a seller, in hundredths of a percent. */
const share = (small: SmallPlan, seller: string, amount: number, periods?: string[]): Command => ({
  name: 'targets/setCell',
  cell: cellOf(small, { seller }, periods),
  amount,
  of: {},
  typed: `${amount / 100}%`,
});

const sellers = (small: SmallPlan): number[] =>
  ['Ann', 'Bob', 'Cid'].map((seller) => sumAt(small, cellOf(small, { seller })));

describe('a typed share', () => {
  it('is that part of what the node above holds now; siblings stay as they are', () => {
    const small = createSmallPlan();
    const [ann, , cid] = sellers(small);
    small.run(share(small, 'Bob', 2_500));
    expect(sellers(small)).toEqual([ann, 9_000, cid]);
  });

  it('is taken of the same periods, and rounded half away from zero', () => {
    const small = createSmallPlan();
    const march = ['2026-03'];
    small.run({ name: 'targets/setCell', cell: cellOf(small, {}, march), amount: 25 });
    small.run(share(small, 'Bob', 1_000, march));
    expect(sumAt(small, cellOf(small, { seller: 'Bob' }, march))).toBe(3);
    small.run({ name: 'targets/setCell', cell: cellOf(small, {}, march), amount: -25 });
    small.run(share(small, 'Bob', 1_000, march));
    expect(sumAt(small, cellOf(small, { seller: 'Bob' }, march))).toBe(-3);
  });

  it('holds against siblings where the total above is locked', () => {
    const small = createSmallPlan();
    small.run({ name: 'holds/add', cell: cellOf(small, {}), kind: 'total' });
    small.run(share(small, 'Bob', 5_000));
    const [ann, bob, cid] = sellers(small);
    expect([bob, ann + bob + cid]).toEqual([18_000, 36_000]);
  });

  it('is refused where the node above holds nothing, and nothing is changed', () => {
    const small = createSmallPlan();
    small.run({ name: 'targets/clearCell', cell: cellOf(small, {}) });
    expect(attempt(small, share(small, 'Bob', 5_000))).toMatchObject({ ok: false, issues: [{ code: 'cell/noWhole' }] });
  });

  it('of every part of a node, as one block, keeps the total of the node within its rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (a, b) => {
        const small = createSmallPlan();
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const parts = [first, second - first, 10_000 - second];
        const cells = ['Ann', 'Bob', 'Cid'].map((seller, i) => ({
          cell: cellOf(small, { seller }),
          amount: parts[i],
          of: {},
        }));
        small.run({ name: 'targets/setCells', origin: 'paste', cells });
        const now = sellers(small);
        for (const [i, amount] of now.entries())
          expect(Math.abs(amount - (parts[i] * 36_000) / 10_000)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(now.reduce((x, y) => x + y, 0) - 36_000)).toBeLessThanOrEqual(1);
      }),
      { seed: 11, numRuns: 30 },
    );
  });

  it('becomes the very command that its amount would be, which alone is kept', () => {
    const small = createSmallPlan();
    const other = createSmallPlan();
    const meant = withAmounts(small.document, share(small, 'Bob', 2_500));
    const plain = {
      name: 'targets/setCell',
      cell: cellOf(small, { seller: 'Bob' }),
      amount: 9_000,
      typed: '25%',
    } as const;
    expect(meant).toEqual({ ok: true, value: plain });
    small.run(share(small, 'Bob', 2_500));
    other.run(plain);
    expect(Buffer.compare(canonicalBytes(small.document), canonicalBytes(other.document))).toBe(0);
  });
});
