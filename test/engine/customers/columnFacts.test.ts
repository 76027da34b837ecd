import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderSegment } from '~/domain/order';
import { abcClasses, columnFacts, customerFacts, paretoCurve } from '~/engine/customers';

const DAYS = 400;
const window = { customers: 6, from: 36, to: DAYS - 1, asOf: DAYS - 1 };
const rows = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 5 }),
    day: fc.integer({ min: 0, max: DAYS + 20 }),
    amount: fc.integer({ min: -50, max: 200 }),
  }),
  { maxLength: 60 },
);

const columnsOf = (lines: { customer: number; day: number; amount: number }[]) => ({
  customer: Uint32Array.from(lines, (line) => line.customer),
  day: Int32Array.from(lines, (line) => line.day),
  amount: Float64Array.from(lines, (line) => line.amount),
});

const segmentOf = (lines: { customer: number; day: number; amount: number }[]): OrderSegment => {
  const { customer, day, amount } = columnsOf(lines);
  return {
    count: lines.length,
    day,
    amount,
    codes: { customer },
    quantity: null,
    order: Float64Array.from(lines, (line) => line.customer * 1000 + line.day),
    row: Float64Array.from(lines, (_, i) => i),
  };
};

describe('facts from three columns', () => {
  it('are those of the table laid out by day', () => {
    fc.assert(
      fc.property(rows, (lines) => {
        const fast = columnFacts(columnsOf(lines), window);
        const slow = customerFacts([segmentOf(lines)], window);
        for (let c = 1; c < window.customers; c += 1) {
          expect(fast.any[c]).toBe(slow.any[c]);
          expect(fast.frequency[c]).toBe(slow.frequency[c]);
          expect(fast.orders[c]).toBe(slow.orders[c]);
          expect(fast.monetary[c]).toBe(slow.monetary[c]);
          if (fast.any[c] === 0) continue;
          expect([fast.recencyDays[c], fast.firstDay[c], fast.lastDay[c]]).toEqual([
            slow.recencyDays[c],
            slow.firstDay[c],
            slow.lastDay[c],
          ]);
        }
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('do not care for the order of rows', () => {
    fc.assert(
      fc.property(rows, (lines) => {
        expect(columnFacts(columnsOf([...lines].reverse()), window)).toEqual(columnFacts(columnsOf(lines), window));
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  it('refuse columns of different length and a window after the day', () => {
    const columns = columnsOf([{ customer: 1, day: 1, amount: 1 }]);
    expect(() => columnFacts({ ...columns, day: new Int32Array(2) }, window)).toThrow(RangeError);
    expect(() => columnFacts(columns, { ...window, asOf: 3 })).toThrow(RangeError);
  });
});

describe('ABC', () => {
  it('takes 70 and 90 % of the money, the one that reaches it included', () => {
    const { of, counts, amounts } = abcClasses(Float64Array.of(Number.NaN, 600, 200, 100, 60, 40, 0, -30));
    expect([...of]).toEqual([0, 1, 1, 2, 3, 3, 3, 3]);
    expect(counts).toEqual([2, 1, 4]);
    expect(amounts).toEqual([800, 100, 100]);
  });

  it('keeps equal customers together, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 30 }), { minLength: 1, maxLength: 60 }), (values) => {
        const amounts = Float64Array.from(values);
        const { of } = abcClasses(amounts);
        expect([...abcClasses(amounts.slice().reverse()).of].reverse()).toEqual([...of]);
        const classOf = new Map<number, number>();
        values.forEach((value, i) => {
          expect(classOf.get(value) ?? of[i]).toBe(of[i]);
          classOf.set(value, of[i]);
        });
      }),
      { seed: 23, numRuns: 200 },
    );
  });

  it('is what sorting and adding up says, over ten orders of magnitude', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 80 }), (powers) => {
        const amounts = Float64Array.from(powers, (power) => Math.round(10 ** power));
        const total = amounts.reduce((sum, own) => sum + own, 0);
        const { of } = abcClasses(amounts);
        amounts.forEach((own, i) => {
          const above = amounts.reduce((sum, other) => sum + (other > own ? other : 0), 0);
          expect(of[i]).toBe(above / total + 1e-12 < 0.7 ? 1 : above / total + 1e-12 < 0.9 ? 2 : 3);
        });
      }),
      { seed: 24, numRuns: 200 },
    );
  });

  it('draws a curve that rises to all of it', () => {
    expect(paretoCurve(Float64Array.of(10, 70, 20, Number.NaN, -5), 2)).toEqual([
      { members: 0, share: 0 },
      { members: 2, share: 0.9 },
      { members: 4, share: 1 },
    ]);
    expect(paretoCurve(Float64Array.of(0, -1))).toEqual([]);
    const curve = paretoCurve(Float64Array.from({ length: 777 }, (_, i) => (i * 7919) % 1000));
    expect(curve).toHaveLength(101);
    expect(curve.every(({ share }, i) => i === 0 || share >= curve[i - 1].share)).toBe(true);
    expect(curve.at(-1)).toEqual({ members: 777, share: 1 });
  });
});
