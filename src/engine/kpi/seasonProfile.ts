import { monthPeriodAt } from '~/domain/period';
import { springFestival, type WorkingCalendar, workingDays } from '~/domain/workingDays';

/** Days before Spring Festival in which the trade stocks up. */
const STOCKING_DAYS = 14;
const MOST_YEARS = 3;

/**
 * The usual share of each of twelve months in a year, summing to 1, from up to three whole years of known months before
 * `yearStart`; null with less than one year or where a year has no positive sales. In China January and February keep
 * their common share, which is split by working days plus the stocking days before the feast of the year that is asked
 * about (`kpi.md` §3.1, the form for short history). Months with net returns count as 0.
 */
export function seasonProfile(
  history: { sums: ArrayLike<number>; known: ArrayLike<number>; firstMonth: number },
  yearStart: number,
  calendar: WorkingCalendar,
): Float64Array | null {
  const { sums, known, firstMonth } = history;
  const profile = new Float64Array(12);
  let years = 0;
  // The newest run of known months before the year, cut into whole years from its end.
  const firstSale = Array.from(sums).findIndex((sum) => sum !== 0);
  let end = Math.min(yearStart - firstMonth, sums.length);
  while (end > 0 && !known[end - 1]) end--;
  for (; years < MOST_YEARS && end - 12 >= 0; years++, end -= 12) {
    let total = 0;
    let complete = true;
    for (let m = end - 12; m < end; m++) {
      complete = complete && Boolean(known[m]);
      total += Math.max(0, sums[m]);
    }
    // Months before a member's first sale are no season: such a year counts only when there is no other.
    if (!complete || total <= 0 || (years > 0 && end - 12 < firstSale)) break;
    for (let m = end - 12; m < end; m++) {
      profile[(((firstMonth + m - yearStart) % 12) + 12) % 12] += Math.max(0, sums[m]) / total;
    }
  }
  if (years === 0) return null;
  for (let p = 0; p < 12; p++) profile[p] /= years;
  if (calendar.id === 'CN') splitFestival(profile, yearStart, calendar);
  return profile;
}

/** January and February trade places with the feast: only their sum repeats. */
function splitFestival(profile: Float64Array, yearStart: number, calendar: WorkingCalendar): void {
  for (let p = 0; p + 1 < 12; p++) {
    const month = yearStart + p;
    if (month % 12 !== 0) continue;
    const feast = springFestival(1970 + month / 12);
    if (feast === null) return;
    const weights = [0, 1].map((offset) => {
      const { from, to } = monthPeriodAt(month + offset);
      const stocking = Math.max(0, Math.min(to, feast - 1) - Math.max(from, feast - STOCKING_DAYS) + 1);
      return workingDays(calendar, from, to) + stocking;
    });
    const both = profile[p] + profile[p + 1];
    profile[p] = (both * weights[0]) / (weights[0] + weights[1]);
    profile[p + 1] = both - profile[p];
  }
}
