import { dayOf, isRealDate } from '~/domain/period';

const EPOCH = 25_569;
const FIRST_SURE_DAY = 61;

/**
 * An ISO date, with or without a time, as the serial of a workbook. Null for what is no date, and for days before 1 March
 * 1900, where programs disagree about serials: their text says more.
 */
export function isoSerial(iso: string): { serial: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/.exec(iso);
  if (!found) return null;
  const [year, month, date, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  if (!isRealDate(year, month, date)) return null;
  const serial = dayOf(year, month, date) + EPOCH + (hour * 3600 + minute * 60 + second) / 86_400;
  return serial >= FIRST_SURE_DAY ? { serial } : null;
}
