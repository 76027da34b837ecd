import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderSegment } from '~/domain/order';
import { dayOf, monthPeriodAt } from '~/domain/period';
import { bucketOfDay, bucketsOfSpan, buildFacts, cutsOfSpans, rowSums } from '~/engine/facts';

const anySpans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }))
    .map(([from, days]) => ({ from, to: from + days })),
  { minLength: 1, maxLength: 8 },
);

const segmentOf = (lines: readonly { day: number; amount: number; seller: number }[]): OrderSegment => ({
  count: lines.length,
  day: Int32Array.from(lines, ({ day }) => day),
  codes: { seller: Uint32Array.from(lines, ({ seller }) => seller) },
  amount: Float64Array.from(lines, ({ amount }) => amount),
  quantity: null,
  order: Float64Array.from(lines, (_, i) => i),
  row: Float64Array.from(lines, (_, i) => i),
});

describe('cuts', () => {
  test('make every span a run of whole buckets that hold its days and no others', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const cuts = cutsOfSpans(spans);
        const bucketOf = bucketOfDay(cuts);
        for (const span of spans) {
          const { first, end } = bucketsOfSpan(cuts, span);
          for (let day = cuts[0]; day < cuts[cuts.length - 1]; day += 1) {
            const bucket = bucketOf[day - cuts[0]];
            expect(first <= bucket && bucket < end).toBe(span.from <= day && day <= span.to);
          }
        }
      }),
      { seed: 81, numRuns: 40 },
    );
  });

  test('of nothing are none, and a span that ends before it starts or is not cut is a mistake', () => {
    expect(cutsOfSpans([])).toHaveLength(0);
    expect(bucketOfDay(cutsOfSpans([]))).toHaveLength(0);
    expect(() => cutsOfSpans([{ from: 5, to: 4 }])).toThrow(RangeError);
    expect(() => bucketsOfSpan(cutsOfSpans([{ from: 0, to: 9 }]), { from: 0, to: 5 })).toThrow(RangeError);
  });
});

describe('facts by other buckets than months', () => {
  const anyLines = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 400 }),
      amount: fc.integer({ min: -500, max: 500 }),
      seller: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 60 },
  );

  test('have the sums of the order lines in their days, whatever was cut elsewhere', () => {
    fc.assert(
      fc.property(anyLines, anySpans, (lines, spans) => {
        const facts = buildFacts({
          segments: [segmentOf(lines)],
          dimensions: ['seller'],
          leafOf: [null],
          from: 0,
          to: 400,
          cuts: cutsOfSpans(spans),
        });
        for (const span of spans) {
          const sums = rowSums(facts, [span]);
          const all = lines.reduce(
            (sum, { day, amount }) => (span.from <= day && day <= span.to ? sum + amount : sum),
            0,
          );
          expect(sums.reduce((sum, amount) => sum + amount, 0)).toBe(all);
        }
      }),
      { seed: 82, numRuns: 60 },
    );
  });

  test('have the rows of the facts by month, in the same order, where both see the same days', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const options = { segments: [segmentOf(lines)], dimensions: ['seller'], leafOf: [null], from: 0, to: 400 };
        const weeks = Array.from({ length: 58 }, (_, w) => ({ from: w * 7, to: w * 7 + 6 }));
        const byMonth = buildFacts(options);
        const byWeek = buildFacts({ ...options, cuts: cutsOfSpans(weeks) });
        expect(byWeek.codes).toEqual(byMonth.codes);
        expect(rowSums(byWeek, weeks)).toEqual(
          rowSums(
            byMonth,
            byMonth.amount.map((_, m) => monthPeriodAt(m)),
          ),
        );
      }),
      { seed: 83, numRuns: 40 },
    );
  });

  test('leave out days before their first cut, after their last and outside the days asked for', () => {
    const lines = [3, 10, 20, 30].map((day) => ({ day, amount: 1, seller: 1 }));
    const facts = buildFacts({
      segments: [segmentOf(lines)],
      dimensions: ['seller'],
      leafOf: [null],
      from: 0,
      to: 25,
      cuts: cutsOfSpans([{ from: 5, to: 40 }]),
    });
    expect(rowSums(facts, [{ from: 5, to: 40 }])).toEqual(Float64Array.of(2));
    expect(rowSums(facts, [{ from: dayOf(2030, 1, 1), to: dayOf(2030, 1, 31) }])).toEqual(Float64Array.of(0));
  });
});
