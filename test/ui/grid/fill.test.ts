import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillBlock, fillTarget, stretchTo } from '~/ui/grid/fillBlock';
import { fillSeries, growthOf } from '~/ui/grid/fillSeries';

describe('a series', () => {
  it('repeats what it is copied from', () => {
    expect(fillSeries({ source: [100, null, 300], count: 5, mode: 'copy' })).toEqual([100, null, 300, 100, null]);
    expect(fillSeries({ source: [], count: 2, mode: 'copy' })).toEqual([null, null]);
  });

  it('goes on along the line through its numbers', () => {
    expect(fillSeries({ source: [100, 200], count: 3, mode: 'linear' })).toEqual([300, 400, 500]);
    expect(fillSeries({ source: [100, null, 300], count: 2, mode: 'linear' })).toEqual([400, 500]);
    // 1, 2, 4: least squares give y = 5/6 + 3/2 x, so x = 3 is 16/3.
    expect(fillSeries({ source: [100, 200, 400], count: 1, mode: 'linear' })).toEqual([533]);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.nat(8),
        (from, step, n) => {
          const line = Array.from({ length: n + 5 }, (_, i) => from + step * i);
          expect(fillSeries({ source: line.slice(0, n + 2), count: 3, mode: 'linear' })).toEqual(line.slice(n + 2));
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  it('grows by what it grew, or by a given rate', () => {
    expect(fillSeries({ source: [1000, 1100], count: 2, mode: 'growth' })).toEqual([1210, 1331]);
    expect(fillSeries({ source: [1000], count: 3, mode: 'growth', rate: 0.05 })).toEqual([1050, 1103, 1158]);
    expect(growthOf([100, null, 121])).toBeCloseTo(0.1);
  });

  it('is repeated where it has no line and no growth', () => {
    expect(fillSeries({ source: [500], count: 2, mode: 'linear' })).toEqual([500, 500]);
    expect(fillSeries({ source: [0, 100], count: 1, mode: 'growth' })).toEqual([0]);
    expect(growthOf([100, -100])).toBeNull();
    expect(growthOf([100])).toBeNull();
  });
});

describe('a fill', () => {
  const source = { top: 2, left: 3, bottom: 3, right: 4 };

  it('goes on in the direction in which the pointer is further away', () => {
    expect(stretchTo(source, { row: 9, column: 6 })).toEqual({ ...source, bottom: 9 });
    expect(stretchTo(source, { row: 4, column: 0 })).toEqual({ ...source, left: 0 });
    expect(stretchTo(source, { row: 3, column: 3 })).toEqual(source);
    expect(fillTarget({ source, whole: source })).toBeNull();
    expect(fillTarget({ source, whole: { ...source, top: 0 } })).toEqual({
      rect: { top: 0, left: 3, bottom: 1, right: 4 },
      along: 'rows',
      back: true,
    });
  });

  it('fills each column by itself, and upwards from the last to the first', () => {
    const read = (row: number, column: number) => row * 10 + column * 100;
    const down = fillBlock({ source, whole: { ...source, bottom: 5 }, mode: 'linear', rate: null }, read);
    expect([...(down?.amounts ?? [])]).toEqual([340, 440, 350, 450]);
    const up = fillBlock({ source, whole: { ...source, top: 0 }, mode: 'linear', rate: null }, read);
    expect([...(up?.amounts ?? [])]).toEqual([300, 400, 310, 410]);
    const right = fillBlock({ source, whole: { ...source, right: 6 }, mode: 'copy', rate: null }, read);
    expect([...(right?.amounts ?? [])]).toEqual([320, 420, 330, 430]);
  });

  it('steps over rows and columns that take no part, as sums among months', () => {
    const row = { top: 0, left: 0, bottom: 0, right: 1 };
    const filled = fillBlock(
      { source: row, whole: { ...row, right: 4 }, mode: 'linear', rate: null, takesPart: (column) => column !== 3 },
      (_, column) => 100 + column * 10,
    );
    expect([...(filled?.amounts ?? [])]).toEqual([120, 0, 130]);
    expect([...(filled?.filled ?? [])]).toEqual([1, 0, 1]);
  });

  it('leaves a blank where the source is one', () => {
    const filled = fillBlock({ source, whole: { ...source, bottom: 4 }, mode: 'copy', rate: null }, () => null);
    expect([...(filled?.amounts ?? [])]).toEqual([Number.NaN, Number.NaN]);
  });
});
