import { expect, test } from 'vitest';
import { fiscalYear, ISO_WEEKS } from '~/domain/calendar';
import { dayOf, monthIndexOf, monthPeriodAt } from '~/domain/period';
import { workingCalendar } from '~/domain/workingDays';
import { partOfMonth, sharesOfPeriods } from '~/engine/facts';

const work = workingCalendar('none', dayOf(2025, 1, 1), dayOf(2028, 12, 31));
const first = monthIndexOf(dayOf(2026, 1, 1));
const season = Float64Array.of(0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.13, 0.11, 0.1, 0.09, 0.08, 0.07);

test('periods that are months keep their shares', () => {
  const months = Array.from({ length: 12 }, (_, m) => monthPeriodAt(first + m));
  sharesOfPeriods({ first, shares: season }, months, work).forEach((share, m) => {
    expect(share).toBeCloseTo(season[m], 12);
  });
});

test('weeks share a month by their working days, take a part of two where they touch two, and sum to 1', () => {
  const { periods } = fiscalYear(ISO_WEEKS, 2026);
  const shares = sharesOfPeriods({ first, shares: season }, periods, work);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  // February 2026 has 20 working days in four whole weeks.
  expect(shares[5] / shares[8]).toBeCloseTo(1, 12);
  // 30 March – 5 April: two of March's 22 days, three of April's 22.
  expect(shares[13] / shares[5]).toBeCloseTo(((0.06 * 2) / 22 + (0.08 * 3) / 22) / ((0.04 * 5) / 20), 12);
  // The days of December 2025 count as days of the December that is known.
  expect(shares[0]).toBeGreaterThan(shares[1] / 2);
});

test('without any share all periods get equal ones; a month without working days goes by its days', () => {
  const { periods } = fiscalYear(ISO_WEEKS, 2027);
  expect(sharesOfPeriods({ first, shares: new Float64Array(12) }, periods, work)[7]).toBeCloseTo(1 / 52, 12);
  const off = Array.from({ length: 31 }, (_, i) => ({ day: dayOf(2026, 1, 1) + i, kind: 'off' as const, name: '' }));
  const closed = workingCalendar({ id: 'none', days: off }, dayOf(2026, 1, 1), dayOf(2026, 12, 31));
  const january = { from: dayOf(2026, 1, 1), to: dayOf(2026, 1, 10) };
  expect(partOfMonth(first, january, closed)).toBeCloseTo(10 / 31, 12);
  expect(partOfMonth(first + 1, january, closed)).toBe(0);
});
