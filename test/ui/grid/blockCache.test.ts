import { describe, expect, it } from 'vitest';
import type { SheetBlock, SheetRows } from '~/domain/sheet';
import { createBlockCache } from '~/ui/grid/blockCache';
import { createLatest } from '~/ui/grid/latest';

const rowsOf = (ids: string[], version = 1): SheetRows => ({
  sheet: 1,
  version,
  fields: [
    { id: 'y:2027', kind: 'year', periods: [], editable: true },
    { id: 'm:2027-01', kind: 'month', periods: ['2027-01'], editable: true },
  ],
  ids,
  labels: ids,
  level: new Uint8Array(ids.length),
  flags: new Uint8Array(ids.length),
  totalRows: ids.length,
});

const blockOf = (over: Partial<SheetBlock>): SheetBlock => ({
  sheet: 1,
  version: 1,
  revision: 1,
  first: 0,
  count: 1,
  values: new Float64Array([10, 11]),
  flags: new Uint16Array(2),
  footer: { allocated: null, goal: null, unallocated: null, hasNodeGoals: false, holds: 0, notInPlan: 0 },
  ...over,
});

describe('the numbers of the sheet', () => {
  it('come from the newest block that covers the row', () => {
    const cache = createBlockCache();
    const rows = rowsOf(['all', 'a', 'b']);
    cache.put(rows, blockOf({ first: 0, count: 2, values: new Float64Array([1, 2, 3, 4]), flags: new Uint16Array(4) }));
    cache.put(rows, blockOf({ first: 1, count: 1, values: new Float64Array([5, 6]) }));
    expect(cache.read('all', 1)?.value).toBe(2);
    expect(cache.read('a', 0)?.value).toBe(5);
    expect(cache.read('b', 0)).toBeNull();
    expect(cache.covers(rows, 0, 2)).toBe(true);
    expect(cache.covers(rows, 0, 3)).toBe(false);
  });

  it('drop stale blocks and keep older numbers on screen until newer ones come', () => {
    const cache = createBlockCache();
    const rows = rowsOf(['all', 'a']);
    expect(cache.put(rows, blockOf({ revision: 3, first: 1 }))).toBe(true);
    expect(cache.put(rows, blockOf({ revision: 2, first: 0 }))).toBe(false);
    expect(cache.put(rows, blockOf({ revision: 3, version: 9 }))).toBe(false);
    expect(cache.put(rows, blockOf({ revision: 4, first: 0 }))).toBe(true);
    expect(cache.read('a', 0)?.value).toBe(10);
    expect(cache.covers(rows, 0, 1)).toBe(true);
    expect(cache.covers(rows, 0, 2)).toBe(false);
  });

  it('tell which rows a new block moves: by a number, by what stands behind it, or because nothing was known', () => {
    const cache = createBlockCache();
    const rows = rowsOf(['all', 'a', 'b', 'c']);
    const values = (of: number[]) => ({ values: new Float64Array(of), flags: new Uint16Array(of.length) });
    cache.put(rows, blockOf({ first: 0, count: 3, ...values([1, 2, 3, 4, 5, 6]) }));
    const next = blockOf({ revision: 2, first: 0, count: 4, ...values([1, 9, 3, 4, 5, 6, 7, 8]) });
    expect(cache.differing(rows, next)).toEqual(['all', 'c']);
    next.flags[2] = 4;
    expect(cache.differing(rows, next)).toEqual(['all', 'a', 'c']);
    cache.put(rows, next);
    expect(cache.differing(rows, next)).toEqual([]);
  });

  it('stay known by id when rows open above', () => {
    const cache = createBlockCache();
    cache.put(rowsOf(['all', 'b']), blockOf({ first: 1, values: new Float64Array([7, 8]) }));
    const opened = rowsOf(['all', 'a', 'b'], 2);
    expect(cache.read(opened.ids[2], 0)?.value).toBe(7);
  });
});

describe('requests for windows', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('go one at a time and only the newest waits', async () => {
    const asked: number[] = [];
    const answers: ((n: number) => void)[] = [];
    const taken: number[] = [];
    const latest = createLatest<number, number>({
      ask: (n) => {
        asked.push(n);
        return new Promise((resolve) => answers.push(resolve));
      },
      take: (n) => taken.push(n),
    });
    for (const n of [1, 2, 3, 4]) latest.ask(n);
    answers[0](10);
    await settle();
    answers[1](40);
    await settle();
    expect(asked).toEqual([1, 4]);
    expect(taken).toEqual([10, 40]);
  });

  it('wait behind an edit in flight', async () => {
    const asked: number[] = [];
    const latest = createLatest<number, number>({ ask: async (n) => asked.push(n), take: () => {} });
    const release = latest.hold();
    latest.ask(1);
    latest.ask(2);
    expect(asked).toEqual([]);
    release();
    release();
    expect(asked).toEqual([2]);
    await settle();
    latest.stop();
    latest.ask(3);
    expect(asked).toEqual([2]);
  });
});
