import { describe, expect, it } from 'vitest';
import { dayOfIsoDate, dayOnClock, isoDate, monthsBefore } from '~/domain/period';

const earlier = (text: string, months: number): string => isoDate(monthsBefore(dayOfIsoDate(text) ?? 0, months));

describe('the same date some months earlier', () => {
  it('is that date where it exists, else the last of its month', () => {
    expect(earlier('2026-05-20', 3)).toBe('2026-02-20');
    expect(earlier('2026-05-30', 3)).toBe('2026-02-28');
    expect(earlier('2024-05-30', 3)).toBe('2024-02-29');
    expect(earlier('2026-01-15', 13)).toBe('2024-12-15');
    expect(earlier('2026-05-30', 0)).toBe('2026-05-30');
  });

  it('the end of a month stays one, so that twelve months are whole ones', () => {
    expect(earlier('2026-02-28', 12)).toBe('2025-02-28');
    expect(earlier('2024-02-29', 12)).toBe('2023-02-28');
    expect(earlier('2025-02-28', 12)).toBe('2024-02-29');
    expect(earlier('2026-06-30', 1)).toBe('2026-05-31');
  });
});

describe('a date field', () => {
  it('gives the day it shows, and null for what is no real day', () => {
    for (const text of ['2026-03-31', '2024-02-29', '1969-12-31']) expect(isoDate(dayOfIsoDate(text) ?? 0)).toBe(text);
    for (const text of ['', '2026-02-30', '2026-13-01', '2026-3-1', '31.3.2026', '2026-03-31 ']) {
      expect(dayOfIsoDate(text)).toBeNull();
    }
  });

  it('today is the day on the clock where the person sits, late in the evening as well', () => {
    expect(isoDate(dayOnClock(new Date(2026, 10, 22, 23, 59)))).toBe('2026-11-22');
    expect(isoDate(dayOnClock(new Date(2026, 10, 22, 0, 1)))).toBe('2026-11-22');
  });
});
