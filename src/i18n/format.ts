import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import type { CurrencyCode } from '~/domain/money';
import { civilOf, type Day, isoDate, type PeriodId } from '~/domain/period';
import type { Language } from './translate';

/** What has no value is a dash, never 0 and never NaN. */
export const BLANK = '–';

type Amount = number | null | undefined;

export interface MoneyView {
  /** Decimal places of the currency: 2 for CNY, 0 for JPY. */
  minorUnit: number;
  unit: DisplayUnit;
  decimals: number;
}

export interface Format {
  language: Language;
  /** Minor units in the unit and decimals of a view: 1,200. The unit stands in a header, never here. */
  money(value: Amount, view: MoneyView): string;
  /** For axes and headline figures only: 1.2亿, 18.4万, $1.2M. */
  compactMoney(value: Amount, currency: { code: CurrencyCode; minorUnit: number }): string;
  /** A sum in full with its currency, for documents and sentences: ¥1,200.50. */
  exactMoney(value: Amount, currency: { code: CurrencyCode; minorUnit: number }): string;
  count(value: Amount): string;
  number(value: Amount, decimals: number): string;
  /** A fraction as a share: 0.309 → 30.9%. */
  percent(value: Amount, decimals?: number): string;
  /** A fraction as growth, always with its sign: +29.8%, −4.1%. */
  growth(value: Amount, decimals?: number): string;
  /** Points between two percentages or scores, always with its sign. */
  signed(value: Amount, decimals?: number): string;
  /** Whole percents that never claim certainty: <1%, >99%. */
  probability(value: Amount): string;
  interval(lower: string, upper: string): string;
  /** 1.4× */
  times(value: Amount): string;
  /** 2026-03-18, for tables. */
  isoDay(day: Day | null): string;
  /** 5月18日 / 18 May, for prose. */
  day(day: Day | null): string;
  /** With its year: 2027年5月18日 / 18 May 2027. */
  longDay(day: Day | null): string;
  /** Head of a leaf period: 5月 / May, P4, W14. */
  month(period: PeriodId): string;
  /** A leaf period with its year: 2027年5月 / May 2027, FY2027 W14. */
  longMonth(period: PeriodId): string;
  /** Q2, from an id like 2027-Q2. */
  quarter(id: string): string;
  /** FY2027, or FY27 where it is tight. */
  fiscalYear(year: number, short?: boolean): string;
  /** Any period id: month, quarter or fiscal year. */
  period(id: string): string;
  clock(at: Date): string;
  /** An ISO moment as a person says it: today 10:42, yesterday 18:20, 14 May, 14 May 2026. */
  moment(iso: string, now: Date): { day: 'today' | 'yesterday' | 'other'; text: string };
  bytes(value: Amount): string;
  list(items: string[]): string;
  compare(a: string, b: string): number;
}

/** All numbers and dates of one language, through Intl where it agrees with how planners write. */
export function createFormat(language: Language): Format {
  const zh = language === 'zh-CN';
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const known = numbers.get(key) ?? new Intl.NumberFormat(language, options);
    numbers.set(key, known);
    return known;
  };
  const fixed = (decimals: number, sign: 'negative' | 'exceptZero' = 'negative') =>
    numberFormat({ minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: sign });
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-US', { ...options, timeZone: 'UTC' });
  const monthName = dates({ month: 'short' });
  const zhDay = dates({ day: 'numeric', month: 'long' });
  // English months by their American names (Sep, not Sept), in the European order.
  const shortDay = (at: Date) => (zh ? zhDay.format(at) : `${at.getUTCDate()} ${monthName.format(at)}`);
  const fullDay = (at: Date) =>
    zh ? `${at.getUTCFullYear()}年${shortDay(at)}` : `${shortDay(at)} ${at.getUTCFullYear()}`;
  const fullMonth = dates({ month: zh ? 'long' : 'short', year: 'numeric' });
  const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  const conjunction = new Intl.ListFormat(zh ? 'zh-CN' : 'en', { type: 'conjunction' });
  const collator = new Intl.Collator(language, { numeric: true });

  const number = (value: Amount, decimals: number) => (isNumber(value) ? minus(fixed(decimals).format(value)) : BLANK);
  const compact = (value: number, options: Intl.NumberFormatOptions) =>
    minus(
      numberFormat({ ...options, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(
        value,
      ),
    );
  /** 5月, May; of other calendars the number of the period or week: 第4期, P4, 第14周, W14. */
  const month = (id: PeriodId) => {
    const [, letter, no] = /-([PW])(\d+)$/.exec(id) ?? [];
    if (letter === undefined) return monthName.format(firstOf(id));
    return zh ? `第${Number(no)}${letter === 'W' ? '周' : '期'}` : `${letter}${Number(no)}`;
  };
  const quarter = (id: string) => id.slice(id.indexOf('Q'));
  const period = (id: string): string =>
    id.includes('Q')
      ? `${fiscalYear(Number.parseInt(id, 10))} ${quarter(id)}`
      : /^\d{4}$/.test(id)
        ? fiscalYear(Number(id))
        : /^\d{4}-\d{2}$/.test(id)
          ? fullMonth.format(firstOf(id))
          : /^\d{4}-[PW]\d+$/.test(id)
            ? `${fiscalYear(Number.parseInt(id, 10))} ${month(id)}`
            : id;
  const fiscalYear = (year: number, short = false) => `FY${short ? String(year).slice(-2) : year}`;

  return {
    language,
    money(value, view) {
      if (!isNumber(value)) return BLANK;
      const shown = value / 10 ** view.minorUnit / DISPLAY_UNITS[view.unit];
      return minus(fixed(view.decimals).format(shown));
    },
    compactMoney(value, { code, minorUnit }) {
      if (!isNumber(value)) return BLANK;
      const major = value / 10 ** minorUnit;
      return zh
        ? compact(major, {})
        : compact(major, { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' });
    },
    exactMoney(value, { code, minorUnit }) {
      if (!isNumber(value)) return BLANK;
      const options = { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' } as const;
      const text = numberFormat({ ...options, minimumFractionDigits: minorUnit, maximumFractionDigits: minorUnit });
      return minus(text.format(value / 10 ** minorUnit));
    },
    number,
    count: (value) => number(value, 0),
    percent: (value, decimals = 1) => (isNumber(value) ? `${number(value * 100, decimals)}%` : BLANK),
    growth: (value, decimals = 1) =>
      isNumber(value) ? `${minus(fixed(decimals, 'exceptZero').format(value * 100))}%` : BLANK,
    signed: (value, decimals = 0) => (isNumber(value) ? minus(fixed(decimals, 'exceptZero').format(value)) : BLANK),
    probability(value) {
      if (!isNumber(value)) return BLANK;
      return value < 0.01 ? '<1%' : value > 0.99 ? '>99%' : `${Math.round(value * 100)}%`;
    },
    interval: (lower, upper) => (lower === BLANK && upper === BLANK ? BLANK : `${lower}–${upper}`),
    times: (value) => (isNumber(value) ? `${number(value, 1)}×` : BLANK),
    isoDay: (day) => (isNumber(day) ? isoDate(day) : BLANK),
    day: (day) => (isNumber(day) ? shortDay(dateOf(day)) : BLANK),
    longDay: (day) => (isNumber(day) ? fullDay(dateOf(day)) : BLANK),
    month,
    longMonth: period,
    quarter,
    fiscalYear,
    period,
    clock: (at) => clockTime.format(at),
    moment(iso, now) {
      const at = new Date(iso);
      if (Number.isNaN(at.getTime())) return { day: 'other', text: BLANK };
      const days = localDay(now) - localDay(at);
      if (days === 0) return { day: 'today', text: clockTime.format(at) };
      if (days === 1) return { day: 'yesterday', text: clockTime.format(at) };
      const sameYear = at.getFullYear() === now.getFullYear();
      return { day: 'other', text: (sameYear ? shortDay : fullDay)(dateOf(localDay(at))) };
    },
    bytes(value) {
      if (!isNumber(value)) return BLANK;
      const step = value >= 1e9 ? 3 : value >= 1e6 ? 2 : value >= 1e3 ? 1 : 0;
      return `${number(value / 1000 ** step, step > 1 ? 1 : 0)} ${['B', 'kB', 'MB', 'GB'][step]}`;
    },
    list: (items) => conjunction.format(items),
    compare: collator.compare,
  };
}

const isNumber = (value: Amount): value is number => typeof value === 'number' && Number.isFinite(value);

/** A true minus; and what rounds to nothing has no sign. */
const minus = (text: string): string => text.replace(/^-(?=[0.,]*%?$)/, '').replace('-', '−');

const dateOf = (day: Day): Date => new Date(day * 86_400_000);

const firstOf = (id: PeriodId): Date => new Date(Date.UTC(Number(id.slice(0, 4)), Number(id.slice(5, 7)) - 1, 1));

const localDay = (at: Date): Day => Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000);

/** The year of a day number, as people write it. */
export const yearOf = (day: Day): number => civilOf(day).year;
