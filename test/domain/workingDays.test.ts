import { describe, expect, it } from 'vitest';
import { dayOf, weekdayOf } from '~/domain/period';
import { dayAfterWorkingDays, isWorkingDay, springFestival, workingCalendar, workingDays } from '~/domain/workingDays';

const china = workingCalendar('CN', dayOf(2023, 6, 1), dayOf(2028, 3, 1));
const plain = workingCalendar('none', dayOf(2024, 1, 1), dayOf(2026, 12, 31));
const inMonth = (calendar: typeof china, year: number, month: number) =>
  workingDays(calendar, dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1);

describe('working days in China', () => {
  it('makes the year as long as the decrees say', () => {
    expect(workingDays(china, dayOf(2024, 1, 1), dayOf(2024, 12, 31))).toBe(251);
    expect(workingDays(china, dayOf(2025, 1, 1), dayOf(2025, 12, 31))).toBe(248);
    expect(workingDays(china, dayOf(2026, 1, 1), dayOf(2026, 12, 31))).toBe(248);
  });

  it('counts make-up weekends as worked and feast days as free', () => {
    expect(weekdayOf(dayOf(2025, 1, 26))).toBe(7);
    expect(isWorkingDay(china, dayOf(2025, 1, 26))).toBe(true);
    expect(isWorkingDay(china, dayOf(2025, 1, 28))).toBe(false);
    expect(isWorkingDay(china, dayOf(2026, 2, 14))).toBe(true);
    expect(isWorkingDay(china, dayOf(2026, 2, 23))).toBe(false);
  });

  it('gives February 2025 and 2026 their known lengths', () => {
    expect(inMonth(china, 2025, 2)).toBe(19);
    expect(inMonth(china, 2026, 2)).toBe(16);
    expect(inMonth(china, 2026, 10)).toBe(18);
  });

  it('assumes the statutory days where there is no decree, and says so', () => {
    expect(china.assumedYears).toEqual([2023, 2027, 2028]);
    expect(isWorkingDay(china, dayOf(2027, 2, 5))).toBe(false);
    expect(isWorkingDay(china, dayOf(2027, 2, 10))).toBe(false);
    expect(isWorkingDay(china, dayOf(2027, 2, 11))).toBe(true);
    const weekdays = workingDays(
      workingCalendar('none', dayOf(2027, 1, 1), dayOf(2027, 1, 1)),
      dayOf(2027, 1, 1),
      dayOf(2027, 12, 31),
    );
    expect(workingDays(china, dayOf(2027, 1, 1), dayOf(2027, 12, 31))).toBe(weekdays - 13);
  });

  it('knows where Spring Festival lies', () => {
    expect(springFestival(2027)).toBe(dayOf(2027, 2, 6));
    expect(springFestival(1999)).toBeNull();
  });
});

describe('counting', () => {
  it('is Monday to Friday without a calendar', () => {
    expect(workingDays(plain, dayOf(2026, 1, 1), dayOf(2026, 1, 7))).toBe(5);
    expect(plain.assumedYears).toEqual([]);
  });

  it('adds up over any cut and is 0 backwards', () => {
    const from = dayOf(2025, 1, 1);
    for (let cut = from; cut < from + 400; cut += 17) {
      expect(workingDays(china, from, cut) + workingDays(china, cut + 1, from + 500)).toBe(
        workingDays(china, from, from + 500),
      );
    }
    expect(workingDays(china, from, from - 1)).toBe(0);
  });

  it('refuses days it does not cover', () => {
    expect(() => workingDays(plain, dayOf(2023, 12, 31), dayOf(2024, 1, 2))).toThrow(RangeError);
    expect(() => workingCalendar('CN', 10, 9)).toThrow(RangeError);
  });
});

describe('the same number of working days', () => {
  const range = { from: dayOf(2026, 2, 1), to: dayOf(2026, 2, 28) };

  it('ends on the day that completes them', () => {
    // 2026-02-02 is a Monday, so the third working day is Wednesday the 4th.
    expect(dayAfterWorkingDays(china, range, { elapsed: 3, throughRest: false })).toBe(dayOf(2026, 2, 4));
  });

  it('runs through the days off behind them when asked', () => {
    expect(dayAfterWorkingDays(plain, range, { elapsed: 5, throughRest: true })).toBe(dayOf(2026, 2, 8));
    expect(dayAfterWorkingDays(plain, range, { elapsed: 0, throughRest: true })).toBe(dayOf(2026, 2, 1));
  });

  it('stays inside the range', () => {
    expect(dayAfterWorkingDays(china, range, { elapsed: 99, throughRest: true })).toBe(range.to);
    expect(dayAfterWorkingDays(china, range, { elapsed: 0, throughRest: false })).toBe(range.from - 1);
  });
});
