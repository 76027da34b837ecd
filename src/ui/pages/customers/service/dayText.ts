import { type Day, dayOf, isoDate, isRealDate } from '~/domain/period';

/** A day as date fields write it; blank for none. */
export const dayText = (day: Day | null): string => (day === null ? '' : isoDate(day));

/** The day of a date field; null where it is blank or no date. */
export function dayFromText(text: string): Day | null {
  const [year, month, date] = text.split('-').map(Number);
  return text !== '' && isRealDate(year, month, date) ? dayOf(year, month, date) : null;
}
