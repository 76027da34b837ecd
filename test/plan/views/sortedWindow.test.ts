import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedWindow } from '~/plan/views/sortedWindow';

describe('a window of a sorted list', () => {
  it('is the same part of the whole list sorted by key, then by code', () => {
    const key = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.POSITIVE_INFINITY));
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 40 }),
        fc.integer({ min: 0, max: 45 }),
        fc.integer({ min: 0, max: 20 }),
        (keys, first, count) => {
          const codes = Uint32Array.from(keys, (_, i) => i * 2 + 1);
          const whole = [...codes].sort((a, b) => {
            const [x, y] = [keys[(a - 1) / 2], keys[(b - 1) / 2]];
            return x === y ? a - b : x < y ? -1 : 1;
          });
          expect([...sortedWindow(codes, Float64Array.from(keys), { first, count })]).toEqual(
            whole.slice(first, first + count),
          );
        },
      ),
      { seed: 51, numRuns: 400 },
    );
  });
});
