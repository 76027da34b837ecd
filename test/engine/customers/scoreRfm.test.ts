import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreRfm, valueCuts } from '~/engine/customers';
import { factsOf } from './factsOf';

describe('value cuts', () => {
  it('takes the k-th part of the sorted values', () => {
    expect([...valueCuts(Float64Array.of(50, 10, 40, 20, 30), 5)]).toEqual([10, 20, 30, 40]);
    expect([...valueCuts(Float64Array.of(1, 1, 1, 1, 9), 3)]).toEqual([1, 1]);
    expect([...valueCuts(Float64Array.of(), 3)]).toEqual([]);
  });

  it('selects what sorting would find', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 80 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const expected = [1, 2, 3, 4].map((k) => sorted[Math.ceil((k * sorted.length) / 5) - 1]);
        expect([...valueCuts(Float64Array.from(values), 5)]).toEqual(expected);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe('RFM scores', () => {
  it('scores a small table by hand', () => {
    const scores = scoreRfm(
      factsOf([
        { recency: 5, frequency: 12, monetary: 9000 },
        { recency: 40, frequency: 3, monetary: 4000 },
        { recency: 200, frequency: 1, monetary: 100 },
        { recency: 5, frequency: 1, monetary: -20 },
        { recency: 100, frequency: 3, monetary: 5000 },
        { recency: 300, frequency: 2, monetary: 700 },
      ]),
    );
    // Thirds: recency cuts at 200 and 40 days, frequency at 1 and 3, money at 100 and 4000.
    expect(scores.classes).toBe(3);
    expect([...scores.recency].slice(1)).toEqual([3, 2, 1, 3, 2, 1]);
    expect([...scores.frequency].slice(1)).toEqual([3, 2, 1, 1, 2, 2]);
    expect([...scores.monetary].slice(1)).toEqual([3, 2, 1, 1, 3, 2]);
    expect([...scores.counts]).toEqual([1, 1, 0, 0, 2, 0, 1, 0, 1]);
    expect(scores.revenue[4]).toBe(9000);
  });

  it('leaves new and lapsed customers unscored', () => {
    const scores = scoreRfm(
      factsOf([
        { recency: 5, frequency: 1, monetary: 10, first: '2026-07-01' },
        { recency: 5, frequency: 1, monetary: 10, first: '2026-06-30' },
        { recency: 400, frequency: 0, monetary: 0 },
      ]),
    );
    expect([...scores.state]).toEqual([0, 2, 1, 3]);
    expect(scores.scored).toBe(1);
    expect(scores.recency[1]).toBe(0);
  });

  it('uses five classes from 500 customers on, and fills the matrix completely', () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({
      recency: i % 90,
      frequency: 1 + (i % 40),
      monetary: i * 10,
    }));
    const scores = scoreRfm(factsOf(rows));
    expect(scores.classes).toBe(5);
    expect(scores.counts.reduce((sum, n) => sum + n, 0)).toBe(500);
    expect(scores.revenue.reduce((sum, n) => sum + n, 0)).toBe(rows.reduce((sum, row) => sum + row.monetary, 0));
    expect(scoreRfm(factsOf(rows.slice(1))).classes).toBe(3);
  });

  const rowOf = fc.record({
    recency: fc.integer({ min: 0, max: 30 }),
    frequency: fc.integer({ min: 1, max: 6 }),
    monetary: fc.integer({ min: -50, max: 300 }),
  });

  it('gives equal values equal scores and better values no lower ones', () => {
    fc.assert(
      fc.property(fc.array(rowOf, { minLength: 1, maxLength: 60 }), (rows) => {
        const scores = scoreRfm(factsOf(rows), { classes: 5 });
        rows.forEach((a, i) => {
          rows.forEach((b, j) => {
            if (a.frequency >= b.frequency)
              expect(scores.frequency[i + 1]).toBeGreaterThanOrEqual(scores.frequency[j + 1]);
            if (a.recency <= b.recency) expect(scores.recency[i + 1]).toBeGreaterThanOrEqual(scores.recency[j + 1]);
            if (a.monetary >= b.monetary) expect(scores.monetary[i + 1]).toBeGreaterThanOrEqual(scores.monetary[j + 1]);
          });
          if (a.monetary <= 0) expect(scores.monetary[i + 1]).toBe(1);
        });
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('changes nothing when customers trade places', () => {
    fc.assert(
      fc.property(fc.array(rowOf, { minLength: 1, maxLength: 60 }), (rows) => {
        const there = scoreRfm(factsOf(rows));
        const back = scoreRfm(factsOf([...rows].reverse()));
        expect([...back.monetary].slice(1).reverse()).toEqual([...there.monetary].slice(1));
        expect(back.counts).toEqual(there.counts);
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it('cuts within customer types when asked', () => {
    const rows = [1, 2, 3, 100, 200, 300].map((monetary) => ({ recency: 1, frequency: 1, monetary }));
    const scores = scoreRfm(factsOf(rows), { typeOf: Uint16Array.of(0, 1, 1, 1, 2, 2, 2) });
    expect([...scores.monetary].slice(1)).toEqual([1, 2, 3, 1, 2, 3]);
  });
});
