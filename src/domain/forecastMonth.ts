import type { PeriodId } from './period';

/** Months since 1970-01 of a calendar month, '2027-06'; null where the text is none. */
export function monthIndexOfId(id: PeriodId): number | null {
  const parts = /^(\d{4})-(\d{2})$/.exec(id);
  if (!parts) return null;
  const month = Number(parts[2]);
  return month >= 1 && month <= 12 ? (Number(parts[1]) - 1970) * 12 + month - 1 : null;
}
