import type { PeriodId } from '~/domain/period';

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The period of a plan that a text names: '2027-04', '2027/4', '2027年4月', '202704', or the month alone ('4月', 'Apr',
 * 'April') where only one period is that month. Null for anything else, and for months the plan does not have.
 */
export function monthNamed(text: string, periods: readonly PeriodId[]): PeriodId | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const exact = periods.find((id) => id.toLowerCase() === plain);
  if (exact) return exact;
  const dated = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/.exec(plain);
  if (dated) return among(periods, `${dated[1]}-${dated[2].padStart(2, '0')}`);
  const number = /^(\d{1,2})\s*月$/.exec(plain)?.[1];
  const named = /^[a-z]+\.?$/.test(plain) ? ENGLISH.indexOf(plain.slice(0, 3)) + 1 : 0;
  const month = number ? Number(number) : isMonthWord(plain) ? named : 0;
  if (month === 0) return null;
  const fitting = periods.filter((id) => /^\d{4}-\d{2}$/.test(id) && Number(id.slice(5)) === month);
  return fitting.length === 1 ? fitting[0] : null;
}

const FULL = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december', 'sept'],
];

const isMonthWord = (text: string): boolean => {
  const bare = text.replace(/\.$/, '');
  return ENGLISH.includes(bare) || FULL.includes(bare);
};

const among = (periods: readonly PeriodId[], id: PeriodId): PeriodId | null => (periods.includes(id) ? id : null);
