import { describe, expect, test } from 'vitest';
import { trendPath } from '~/ui/grid/trendPath';

const BOX = { width: 34, height: 20 };
const points = (path: string) => [...path.matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g)].map((m) => [m[1], +m[2], +m[3]]);

describe('the line of a row', () => {
  test('runs from edge to edge, high values above low ones', () => {
    expect(points(trendPath([1, 3, 2], BOX))).toEqual([
      ['M', 2, 18],
      ['L', 17, 2],
      ['L', 32, 10],
    ]);
  });

  test('leaves a gap where nobody has spoken, and dots a lonely value', () => {
    const path = trendPath([Number.NaN, 1, Number.NaN, 2, 3], BOX);
    expect(points(path).map(([letter]) => letter)).toEqual(['M', 'M', 'L']);
    expect(path).toContain('h0');
  });

  test('lies in the middle where nothing changes', () => {
    expect(points(trendPath([5, 5], BOX)).map(([, , y]) => y)).toEqual([10, 10]);
  });

  test('is empty without numbers, and stays inside the box with any', () => {
    expect(trendPath([], BOX)).toBe('');
    expect(trendPath([Number.NaN], BOX)).toBe('');
    for (const [, x, y] of points(trendPath([-1e15, 0, 1e15, 7], BOX))) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(BOX.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(BOX.height);
    }
  });
});
