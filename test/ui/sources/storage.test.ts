import { describe, expect, it } from 'vitest';
import type { SourceView } from '~/domain/view';
import { importTotals, newestFirst } from '~/ui/pages/sources/importTotals';
import { askPersistence, persistenceKey, usedShare } from '~/ui/pages/sources/storageState';

const imported = (changes: Partial<SourceView['imports'][number]>): SourceView['imports'][number] => ({
  id: 'i1',
  name: 'orders.csv',
  importedAt: '2026-08-19T10:00:00.000Z',
  kept: 9963,
  reported: 37,
  amount: 100,
  from: 100,
  to: 200,
  ...changes,
});

describe('the data page', () => {
  it('adds up imports and spans from the first to the last day', () => {
    expect(importTotals([imported({}), imported({ kept: 7, reported: 0, amount: -5, from: 50, to: 90 })])).toEqual({
      imports: 2,
      kept: 9970,
      reported: 37,
      amount: 95,
      from: 50,
      to: 200,
    });
    expect(importTotals([]).from).toBeNull();
  });

  it('lists the newest import first and changes nothing it was given', () => {
    const given = [imported({ id: 'old', importedAt: '2025-01-01T00:00:00.000Z' }), imported({ id: 'new' })];
    expect(newestFirst(given).map(({ id }) => id)).toEqual(['new', 'old']);
    expect(given[0].id).toBe('old');
  });

  it('promises only what the browser promised', () => {
    expect(persistenceKey({ used: 1, quota: 2, persisted: null })).toBe('persistUnknown');
    expect(persistenceKey({ used: 1, quota: 2, persisted: false })).toBe('notPersisted');
    expect(persistenceKey({ used: 1, quota: 2, persisted: true })).toBe('persisted');
  });

  it('knows no share of an unknown or empty quota', () => {
    expect(usedShare({ used: 1, quota: 4, persisted: null })).toBe(0.25);
    expect(usedShare({ used: 9, quota: 4, persisted: null })).toBe(1);
    expect(usedShare({ used: 1, quota: 0, persisted: null })).toBeNull();
    expect(usedShare({ used: null, quota: 4, persisted: null })).toBeNull();
  });

  it('says so when the browser refuses, fails or cannot be asked', async () => {
    const manager = (persist: () => Promise<boolean>) => ({ persist }) as unknown as StorageManager;
    expect(await askPersistence(manager(async () => true))).toBe('granted');
    expect(await askPersistence(manager(async () => false))).toBe('refused');
    expect(await askPersistence(manager(() => Promise.reject(new TypeError('insecure'))))).toBe('refused');
    expect(await askPersistence(undefined)).toBe('unavailable');
  });
});
