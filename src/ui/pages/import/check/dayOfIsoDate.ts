import { type Day, dayOf, isRealDate } from '~/domain/period';

/** The day of a date field, 2026-03-31; null where it is blank or no day. */
export function dayOfIsoDate(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, date] = parts.slice(1).map(Number);
  return isRealDate(year, month, date) ? dayOf(year, month, date) : null;
}
