import { expect, test } from 'vitest';
import { dayOf } from '~/domain/period';
import type { HolidayList } from '~/domain/record';
import { isWorkingDay, workingCalendar, workingDays } from '~/domain/workingDays';

const off = (...days: number[]): HolidayList['days'] => days.map((day) => ({ day, kind: 'off' as const, name: '' }));
const run = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);
const year = (n: number): [number, number] => [dayOf(n, 1, 1), dayOf(n, 12, 31)];

test('the decree of 2026 with its make-up days has 248 working days', () => {
  // 365 days, 104 at weekends, 33 off of which 13 are at weekends, 6 weekend days worked: 365 − 104 − 19 + 6.
  const calendar = workingCalendar('CN', ...year(2026));
  expect(workingDays(calendar, ...year(2026))).toBe(248);
  expect(calendar.assumedYears).toEqual([]);
});

test('a day brought by people wins over the decree, and the decree stays for the others', () => {
  const days = [...off(dayOf(2026, 8, 7)), { day: dayOf(2026, 2, 14), kind: 'off' as const, name: '' }];
  const calendar = workingCalendar({ id: 'CN', days }, ...year(2026));
  expect(workingDays(calendar, ...year(2026))).toBe(246);
  expect(isWorkingDay(calendar, dayOf(2026, 2, 17))).toBe(false);
});

test('a year without a decree is no longer assumed once its days off were brought', () => {
  const decree = [
    ...off(dayOf(2027, 1, 1), ...run(dayOf(2027, 2, 5), 8), dayOf(2027, 4, 5)),
    { day: dayOf(2027, 2, 20), kind: 'work' as const, name: '' },
  ];
  const assumed = workingCalendar('CN', ...year(2027));
  const known = workingCalendar({ id: 'CN', days: decree }, ...year(2027));
  expect([assumed.assumedYears, known.assumedYears]).toEqual([[2027], []]);
  expect(isWorkingDay(known, dayOf(2027, 2, 20))).toBe(true);
  // Labour Day is not in the list, so it is worked: the list is the whole decree.
  expect(isWorkingDay(known, dayOf(2027, 5, 3))).toBe(true);
  expect(isWorkingDay(assumed, dayOf(2027, 5, 3))).toBe(false);
});

test("a firm's own day off comes on top of the statutory days, which are still assumed", () => {
  const calendar = workingCalendar({ id: 'CN', days: off(dayOf(2027, 8, 6)) }, ...year(2027));
  const plain = workingCalendar('CN', ...year(2027));
  expect(calendar.assumedYears).toEqual([2027]);
  expect(workingDays(calendar, ...year(2027))).toBe(workingDays(plain, ...year(2027)) - 1);
});

test('Monday to Friday with own days off knows no others, and days outside the range do not matter', () => {
  const days = off(dayOf(2026, 12, 24), dayOf(2030, 1, 1));
  const calendar = workingCalendar({ id: 'none', days }, ...year(2026));
  expect(workingDays(calendar, ...year(2026))).toBe(260);
});
