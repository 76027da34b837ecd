import type { Day } from '~/domain/period';

export interface Uplift {
  /** Net sales from the first day to four weeks after the last, minor units. */
  actual: number;
  /** What would have been sold anyway; null where there is nothing to go by. */
  expected: number | null;
  uplift: number | null;
  /** What the expectation rests on. */
  by: 'lastYear' | 'before' | null;
}

/** Stock bought ahead is missing afterwards: the weeks after a promotion belong to it (`kpi.md` §2, campaignRoi). */
export const DAYS_AFTER = 28;
const DAYS_BEFORE = 56;
const YEAR = 364;

/**
 * What a promotion brought. Expected is the same weeks a year before (364 days, so that weekdays meet) at the growth of the
 * eight weeks before the promotion; without sales a year before, the daily mean of those eight weeks. `salesBetween` answers net sales
 * of two days, both inside, or null where they are not covered. Days after `asOf` are not waited for: null until it is over.
 */
export function upliftOf(
  promotion: { from: Day; to: Day },
  { salesBetween, asOf }: { salesBetween: (from: Day, to: Day) => number | null; asOf: Day },
): Uplift {
  const end = promotion.to + DAYS_AFTER;
  const actual = salesBetween(promotion.from, Math.min(end, asOf));
  if (actual === null || asOf < promotion.from) return { actual: 0, expected: null, uplift: null, by: null };
  if (asOf < end) return { actual, expected: null, uplift: null, by: null };
  const before = salesBetween(promotion.from - DAYS_BEFORE, promotion.from - 1);
  const lastYear = salesBetween(promotion.from - YEAR, end - YEAR);
  const beforeLastYear = salesBetween(promotion.from - DAYS_BEFORE - YEAR, promotion.from - 1 - YEAR);
  if (before !== null && lastYear !== null && beforeLastYear !== null && beforeLastYear > 0 && lastYear > 0) {
    const expected = Math.round((lastYear * before) / beforeLastYear);
    return { actual, expected, uplift: actual - expected, by: 'lastYear' };
  }
  if (before === null) return { actual, expected: null, uplift: null, by: null };
  const expected = Math.round((before / DAYS_BEFORE) * (end - promotion.from + 1));
  return { actual, expected, uplift: actual - expected, by: 'before' };
}
