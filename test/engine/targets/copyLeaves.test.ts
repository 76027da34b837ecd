import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumn, createLineTable, HELD, SPOKEN } from '~/engine/cube/index';
import { copyLeaves, percentOf, revertEdit } from '~/engine/targets/index';

function tableOf(count: number, turned: boolean) {
  const made = createLineTable({
    dimensions: ['product'],
    codes: [Uint32Array.from({ length: count }, (_, i) => i + 1)],
    order: [{ dimension: 'product', column: 0, ancestorOf: Uint32Array.from({ length: count + 2 }, (_, i) => i) }],
  });
  if (!made.ok) throw new RangeError('lines repeat');
  const { lines } = made.value;
  if (turned) lines.lineId.subarray(0, count).reverse();
  return lines;
}

/** a × percent ÷ 100 with percent given in thousandths, rounded half away from zero, in whole numbers of any size. */
function share(amount: bigint, thousandths: bigint): bigint {
  const size = (amount < 0n ? -amount : amount) * thousandths;
  const rounded = (size + 50_000n) / 100_000n;
  return amount < 0n ? -rounded : rounded;
}

const amounts = fc.array(fc.option(fc.integer({ min: -(2 ** 47), max: 2 ** 47 })), { minLength: 1, maxLength: 14 });

describe('copying leaves', () => {
  it('is exact in sum, within one unit of each share, and leaves blank blank', () => {
    fc.assert(
      fc.property(amounts, fc.nat(300_000), fc.boolean(), (given, thousandths, turned) => {
        const lines = tableOf(given.length, turned);
        const from = createColumn(lines.lineId.length, 2);
        const to = createColumn(lines.lineId.length, 2);
        given.forEach((amount, i) => {
          if (amount === null) return;
          from.value[i % 2][i] = amount;
          from.state[i % 2][i] = SPOKEN;
        });
        to.value[0][0] = 5;
        to.state[0][0] = SPOKEN | HELD;
        const before = structuredClone(to);
        const edit = { rows: { first: 0, end: given.length }, periods: [0, 1] };
        const copied = copyLeaves({ lines, from, to, edit, percent: thousandths / 1000 });
        if (!copied.ok) throw new Error(JSON.stringify(copied.issues));
        const total = given.reduce((sum, amount) => sum + BigInt(amount ?? 0), 0n);
        const made = to.value.flatMap((values) => [...values]).reduce((sum, value) => sum + BigInt(value), 0n);
        expect(made).toBe(share(total, BigInt(thousandths)));
        given.forEach((amount, i) => {
          const bits = to.state[i % 2][i] & SPOKEN;
          expect(bits).toBe(amount === null ? 0 : SPOKEN);
          const exact = (BigInt(amount ?? 0) * BigInt(thousandths)) / 100_000n;
          const off = BigInt(to.value[i % 2][i]) - exact;
          expect(off >= -1n && off <= 1n).toBe(true);
        });
        expect(to.state[0][0] & HELD).toBe(HELD);
        revertEdit(to, copied.value);
        expect([to.value, to.state]).toEqual([before.value, before.state]);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('gives the same to each line wherever the lines lie', () => {
    const results = [false, true].map((turned) => {
      const lines = tableOf(7, turned);
      const from = createColumn(lines.lineId.length, 1);
      const to = createColumn(lines.lineId.length, 1);
      from.value[0].fill(3, 0, 7);
      from.state[0].fill(SPOKEN, 0, 7);
      copyLeaves({ lines, from, to, edit: { rows: { first: 0, end: 7 }, periods: [0] }, percent: 50 });
      return new Map(Array.from({ length: 7 }, (_, i) => [lines.lineId[i], to.value[0][i]]));
    });
    for (let line = 0; line < 7; line += 1) expect(results[1].get(line)).toBe(results[0].get(line));
    expect([...results[0].values()].reduce((a, b) => a + b)).toBe(11);
  });

  it('takes percentages to their last digit and refuses what does not fit', () => {
    expect(percentOf(1_000_000_000_000, 33.333333)).toBe(333_333_330_000);
    expect(percentOf(-5, 50)).toBe(-3);
    expect(percentOf(2 ** 52, 300)).toBeNull();
    expect(() => percentOf(1, -1)).toThrow(RangeError);
    expect(() => percentOf(1, Number.NaN)).toThrow(RangeError);
    const lines = tableOf(1, false);
    const from = createColumn(lines.lineId.length, 1);
    from.value[0][0] = 2 ** 51;
    from.state[0][0] = SPOKEN;
    const to = createColumn(lines.lineId.length, 1);
    const edit = { rows: { first: 0, end: 1 }, periods: [0] };
    expect(copyLeaves({ lines, from, to, edit, percent: 101 })).toMatchObject({
      issues: [{ code: 'target/tooLarge' }],
    });
    expect(to.state[0][0]).toBe(0);
  });
});
