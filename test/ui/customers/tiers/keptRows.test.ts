import { describe, expect, it } from 'vitest';
import type { CustomerRow } from '~/domain/view';
import { keptRows } from '~/ui/pages/customers/tiers/keptRows';

const row = (code: number, score: number): CustomerRow => ({
  code,
  name: `c${code}`,
  tier: 'A',
  pinned: false,
  ruleTier: null,
  before: null,
  waiting: false,
  score,
  recencyDays: 1,
  frequency: 1,
  monetary: 1,
  rfm: '333',
  share: 0.1,
});

describe('rows of the next window', () => {
  it('are the same objects where nothing changed, in the new order', () => {
    const before = [row(1, 90), row(2, 80), row(3, 70)];
    const after = keptRows(before, [row(3, 70), row(2, 81), row(4, 60)]);
    expect(after[0]).toBe(before[2]);
    expect(after[1]).not.toBe(before[1]);
    expect(after.map(({ code, score }) => [code, score])).toEqual([
      [3, 70],
      [2, 81],
      [4, 60],
    ]);
  });
});
