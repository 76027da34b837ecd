import { describe, expect, test } from 'vitest';
import { growthHistory } from '~/engine/challenge';

const years = (...amounts: number[]): number[] => amounts.flatMap((amount) => new Array(12).fill(amount));

describe('how a node has grown', () => {
  test('is read from every twelve months against the twelve before', () => {
    const { reference, yearly, best, median } = growthHistory(years(100, 110, 121));
    expect(reference).toBe(1452);
    expect(yearly.map((growth) => growth.toFixed(4))).toEqual(['0.1000', '0.1000']);
    expect(best).toBeCloseTo(0.1);
    expect(median).toBeCloseTo(0.1);
  });

  test('is never steadier than so few years can prove', () => {
    expect(growthHistory(years(100, 110)).spread).toBe(0.1);
    expect(growthHistory(years(100, 110, 121, 133.1, 146.41)).spread).toBe(0.03);
    expect(growthHistory(years(100, 300, 100, 300)).spread).toBeGreaterThan(0.5);
  });

  test('begins with the first sale and ends with the last known month', () => {
    const months = [...new Array(12).fill(0), ...years(50, 60), null, null];
    expect(growthHistory(months)).toMatchObject({ reference: 720, yearly: [0.19999999999999996] });
  });

  test('is unknown without two years, and past a gap', () => {
    expect(growthHistory(years(100))).toEqual({ reference: 1200, yearly: [], median: null, spread: null, best: null });
    expect(growthHistory([])).toEqual({ reference: null, yearly: [], median: null, spread: null, best: null });
    const gap: (number | null)[] = years(100, 110);
    gap[5] = null;
    expect(growthHistory(gap)).toMatchObject({ reference: 1320, median: null });
  });

  test('has no growth on a base of nothing or less', () => {
    const back = [5, ...new Array(11).fill(-1), ...years(10)];
    expect(growthHistory(back).yearly).toEqual([]);
  });
});
