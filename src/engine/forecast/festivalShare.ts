import { type Day, dayOf, daysInMonth } from '~/domain/period';
import { springFestival } from '~/domain/workingDays';

/** Days before the feast when trade stocks up, and days from the feast on when it rests. */
export const FESTIVAL_DAYS = 14;

/** Share of the 14 days before Spring Festival, and of the 14 days from it on, that fall into a month. */
export interface FestivalShare {
  before: number;
  after: number;
}

/** What a full 14 days do to the logarithm of a month's sales. */
export interface FestivalEffect {
  lift: number;
  drop: number;
}

/**
 * Where the stocking days before Spring Festival and the quiet days after it fall, for a calendar month counted from
 * 1970-01. Zero outside January to March and outside the table of dates (2015–2035).
 */
export function festivalShare(month: number): FestivalShare {
  const { year, first, last } = monthDays(month);
  const feast = springFestival(year);
  if (feast === null) return { before: 0, after: 0 };
  return {
    before: overlap(first, last, feast - FESTIVAL_DAYS, feast - 1) / FESTIVAL_DAYS,
    after: overlap(first, last, feast, feast + FESTIVAL_DAYS - 1) / FESTIVAL_DAYS,
  };
}

/** The factor on a month's sales that Spring Festival brings: 1 where it is far. */
export function festivalFactor(month: number, effect: FestivalEffect): number {
  const share = festivalShare(month);
  return Math.exp(effect.lift * share.before + effect.drop * share.after);
}

function overlap(first: Day, last: Day, from: Day, to: Day): number {
  return Math.max(0, Math.min(last, to) - Math.max(first, from) + 1);
}

function monthDays(month: number): { year: number; first: Day; last: Day } {
  const year = 1970 + Math.floor(month / 12);
  const of = month - (year - 1970) * 12 + 1;
  return { year, first: dayOf(year, of, 1), last: dayOf(year, of, daysInMonth(year, of)) };
}
