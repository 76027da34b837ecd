import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concentrationOf, groupRange, placeRest, seasonDistance } from '~/engine/challenge';

describe('a group in one figure', () => {
  test('gives its tenth, its middle and its ninetieth, and leaves out what is no number', () => {
    const range = groupRange([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, Number.NaN, Number.POSITIVE_INFINITY], 5);
    expect(range).toMatchObject({ count: 11, low: 1, median: 5, high: 9, mean: 5 });
  });

  test('is no group with fewer than asked for', () => {
    expect(groupRange([1, 2, 3, 4], 5)).toBeNull();
    expect(groupRange([], 0)).toBeNull();
    expect(groupRange([2, 2, 2, 2, 2], 5)).toMatchObject({ low: 2, high: 2, spread: 0 });
  });
});

describe('the distance of two seasons', () => {
  test('is the part of the year that lies elsewhere', () => {
    expect(seasonDistance([50, 50], [0.5, 0.5])).toEqual({ distance: 0, order: [0, 1] });
    expect(seasonDistance([60, 40], [0.5, 0.5])?.distance).toBeCloseTo(0.1);
    expect(seasonDistance([100, 0, 0], [0, 1, 0])?.distance).toBe(1);
    expect(seasonDistance([25, 50, 25], [0.125, 0.375, 0.5])?.order).toEqual([2, 0, 1]);
  });

  test('is unknown where nobody has spoken', () => {
    expect(seasonDistance([0, 0], [0.5, 0.5])).toBeNull();
    expect(seasonDistance([1, 1], [0, 0])).toBeNull();
    expect(() => seasonDistance([1], [0.5, 0.5])).toThrow(RangeError);
  });
});

describe('what hangs on few customers', () => {
  test('is shares of what those bought that bought', () => {
    const found = concentrationOf([50, 0, 30, -40, 20]);
    expect(found).toMatchObject({ customers: 3, total: 100, top1: 0.5, top5: 1, largest: [0, 2, 4] });
    expect(found?.hhi).toBeCloseTo(0.38);
    expect(concentrationOf([0, -1])).toBeNull();
  });

  test('is least where all are alike: 1 ÷ n', () => {
    expect(concentrationOf(new Array(20).fill(7))?.hhi).toBeCloseTo(0.05);
  });
});

describe('who takes over what one gives up', () => {
  test('everybody in proportion to the room, exactly and never more than it', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.array(fc.integer({ min: -1000, max: 3_000_000 }), { maxLength: 30 }),
        (rest, rooms) => {
          const { parts, left } = placeRest(rest, rooms);
          expect(parts.reduce((sum, part) => sum + part, 0) + left).toBe(rest);
          parts.forEach((part, i) => {
            expect(part).toBeLessThanOrEqual(Math.max(0, rooms[i]));
            expect(part).toBeGreaterThanOrEqual(0);
          });
          const all = rooms.reduce((sum, room) => sum + Math.max(0, room), 0);
          expect(left).toBe(Math.max(0, rest - all));
        },
      ),
      { seed: 4, numRuns: 300 },
    );
    expect(placeRest(160, [240, 200, 120, 80])).toEqual({ parts: [60, 50, 30, 20], left: 0 });
  });

  test('nobody where there is nothing to give or no room', () => {
    expect(placeRest(0, [5])).toEqual({ parts: [0], left: 0 });
    expect(placeRest(7, [0, -3])).toEqual({ parts: [0, 0], left: 7 });
  });
});
