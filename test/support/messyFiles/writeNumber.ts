export type AmountStyle = (cents: number, i: number) => string;

const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);

const written = (cents: number, group: string, decimal: string): string => {
  const magnitude = Math.abs(cents);
  const text = `${grouped(String(Math.floor(magnitude / 100)), group)}${decimal}${String(magnitude % 100).padStart(2, '0')}`;
  return cents < 0 ? `-${text}` : text;
};

const wide = (text: string): string => text.replace(/[0-9.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** How amounts are written. Each gives back exactly the cents it was given, unless it says so. */
export const AMOUNTS: Record<string, AmountStyle> = {
  plain: (cents) => (cents / 100).toFixed(2),
  grouped: (cents) => written(cents, ',', '.'),
  blanks: (cents) => written(cents, ' ', ','),
  thinBlanks: (cents) => written(cents, '\u00a0', ','),
  german: (cents) => written(cents, '.', ','),
  yuan: (cents) => `￥${written(cents, '，', '.')}`,
  suffix: (cents) => `${written(cents, ',', '.')}元`,
  euro: (cents) => `${written(cents, '.', ',')} €`,
  taiwan: (cents) => `NT$${written(cents, ',', '.')}`,
  fullWidth: (cents) => wide((cents / 100).toFixed(2)),
  brackets: (cents) => (cents < 0 ? `(${written(-cents, ',', '.')})` : written(cents, ',', '.')),
  trailingMinus: (cents) => (cents < 0 ? `${written(-cents, ',', '.')}-` : written(cents, ',', '.')),
  swiss: (cents) => written(cents, "'", '.'),
  mixed: (cents, i) =>
    [AMOUNTS.plain, AMOUNTS.grouped, AMOUNTS.yuan, AMOUNTS.suffix, AMOUNTS.fullWidth][i % 5](cents, i),
};

export type DateStyle = (date: readonly [number, number, number], i: number) => string;

const two = (n: number): string => String(n).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const serial = ([y, m, d]: readonly [number, number, number]): number => Date.UTC(y, m - 1, d) / 86_400_000 + 25_569;

export const DATES: Record<string, DateStyle> = {
  iso: ([y, m, d]) => `${y}-${two(m)}-${two(d)}`,
  slashes: ([y, m, d]) => `${y}/${m}/${d}`,
  points: ([y, m, d]) => `${y}.${m}.${d}`,
  compact: ([y, m, d]) => `${y}${two(m)}${two(d)}`,
  chinese: ([y, m, d]) => `${y}年${m}月${d}日`,
  month: ([y, m]) => `${y}年${m}月`,
  american: ([y, m, d]) => `${m}/${d}/${y}`,
  british: ([y, m, d]) => `${two(d)}/${two(m)}/${y}`,
  german: ([y, m, d]) => `${two(d)}.${two(m)}.${y}`,
  shortGerman: ([y, m, d]) => `${two(d)}.${two(m)}.${String(y).slice(2)}`,
  monthName: ([y, m]) => `${MONTHS[m - 1]}-${String(y).slice(2)}`,
  dayName: ([y, m, d]) => `${d}-${MONTHS[m - 1]}-${y}`,
  stamp: (date) => `${DATES.iso(date, 0)} 10:22:01`,
  serial: (date) => String(serial(date)),
  mixed: (date, i) => [DATES.iso, DATES.slashes, DATES.chinese, DATES.serial][i % 4](date, i),
};
