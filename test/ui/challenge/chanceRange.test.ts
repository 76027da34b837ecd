import { describe, expect, test } from 'vitest';
import { chanceRange } from '~/ui/pages/challenge/balance/chanceRange';

const row = (now: number | null, after: number | null) => ({ chance: { now, after } });

describe('the range of chances', () => {
  test('spans those that are known, now and afterwards apart', () => {
    const rows = [row(0.9, 0.5), row(null, null), row(0.1, 0.5)];
    expect(chanceRange(rows, 'now')).toEqual({ least: 0.1, best: 0.9 });
    expect(chanceRange(rows, 'after')).toEqual({ least: 0.5, best: 0.5 });
  });

  test('is not told where nobody has a chance that is known', () => {
    expect(chanceRange([row(null, null)], 'now')).toBeNull();
    expect(chanceRange([], 'after')).toBeNull();
  });
});
