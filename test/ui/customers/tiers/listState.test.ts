import { describe, expect, it } from 'vitest';
import { customersQuery, START_LIST, spanAround, withCell, withSort } from '~/ui/pages/customers/tiers/listState';

describe('what the customer list asks for', () => {
  it('covers every row in sight, with rows to spare on both sides, at any place', () => {
    for (const top of [0, 31, 640, 5_000, 319_000]) {
      const { first, count } = spanAround({ top, height: 480, rowHeight: 32 });
      const shown = Math.floor(top / 32);
      expect(first).toBeLessThanOrEqual(Math.max(0, shown - 20));
      expect(first + count).toBeGreaterThanOrEqual(shown + 15 + 20);
      expect(count).toBeLessThanOrEqual(100);
    }
  });

  it('asks nothing new while one scrolls within a step', () => {
    const at = (top: number) => spanAround({ top, height: 480, rowHeight: 32 });
    expect(at(32 * 41)).toEqual(at(32 * 44));
    expect(at(32 * 41)).not.toEqual(at(32 * 61));
  });

  it('lets a cell of the matrix go when it is chosen again', () => {
    const chosen = withCell(START_LIST, { r: 3, f: 1 });
    expect(chosen.rfm).toEqual({ r: 3, f: 1 });
    expect(withCell(chosen, { r: 3, f: 1 }).rfm).toBeNull();
    expect(withCell(chosen, { r: 3, f: 2 }).rfm).toEqual({ r: 3, f: 2 });
  });

  it('sorts figures from the largest, names from A, and turns round the second time', () => {
    expect(withSort(START_LIST, 'monetary').sort).toEqual({ by: 'monetary', descending: true });
    expect(withSort(START_LIST, 'name').sort).toEqual({ by: 'name', descending: false });
    expect(withSort(START_LIST, 'recencyDays').sort).toEqual({ by: 'recencyDays', descending: false });
    expect(withSort(START_LIST, 'score').sort).toEqual({ by: 'score', descending: false });
  });

  it('sends rule, filter and window as one query', () => {
    expect(customersQuery(null, { ...START_LIST, tier: 'B' }, { first: 40, count: 60 })).toEqual({
      rule: null,
      search: '',
      tier: 'B',
      rfm: null,
      sort: { by: 'score', descending: true },
      first: 40,
      count: 60,
    });
  });
});
