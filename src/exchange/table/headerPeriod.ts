/** What a column name says about time. `index` counts months or quarters from 1; a year has 0. */
export interface HeaderPeriod {
  kind: 'month' | 'quarter' | 'half' | 'year' | 'total';
  /** Null where the name gives none ("3月"). */
  year: number | null;
  index: number;
  /** What is left of the name: the measure ("销售额"), '' where the period is all there is. */
  rest: string;
}

const ENGLISH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const ENGLISH_MONTHS = ENGLISH.split('|');
const CHINESE = ['十二', '十一', '十', '九', '八', '七', '六', '五', '四', '三', '二', '一'];
const QUARTERS = '一二三四';

type Reader = [pattern: RegExp, read: (match: RegExpExecArray) => Omit<HeaderPeriod, 'rest'> | null];

const month = (index: number, year: number | null): Omit<HeaderPeriod, 'rest'> | null =>
  index >= 1 && index <= 12 ? { kind: 'month', year, index } : null;

const quarter = (index: number, year: number | null): Omit<HeaderPeriod, 'rest'> => ({ kind: 'quarter', year, index });

/** A year written with two or four digits; null for none. */
const yearOf = (text: string | undefined): number | null => {
  if (!text) return null;
  const year = Number(text);
  if (text.length === 2) return 2000 + year;
  return year >= 1990 && year <= 2099 ? year : null;
};

const CHINESE_MONTH = (text: string): number => 12 - CHINESE.indexOf(text);

/** From the most to the least particular; the first that fits is taken out of the name. */
const READERS: readonly Reader[] = [
  [
    /(20\d\d|19\d\d)\s*(?:年度?\s*(?=\d{1,2}\s*月)|[-/.]\s*)(0?[1-9]|1[0-2])(?:\s*月份?|(?!\d))(?!\s*[-/.]\s*\d)/,
    (m) => month(Number(m[2]), yearOf(m[1])),
  ],
  [/(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?!\d)/, (m) => month(Number(m[2]), yearOf(m[1]))],
  [/(?<!\d)(0?[1-9]|1[0-2])[/-](20\d\d)(?!\d)/, (m) => month(Number(m[1]), yearOf(m[2]))],
  [
    new RegExp(`(?:(20\\d\\d)\\s*年?\\s*)?(${CHINESE.join('|')})月份?`),
    (m) => month(CHINESE_MONTH(m[2]), yearOf(m[1])),
  ],
  [/(?:(20\d\d)\s*年?.*?)?(?<!\d)(0?[1-9]|1[0-2])\s*月份?(?!\d*日)/, (m) => month(Number(m[2]), yearOf(m[1]))],
  [
    new RegExp(
      `(?:(20\\d\\d)[\\s-]+)?\\b(${ENGLISH})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\b\\.?(?:[\\s'’/-]*(20\\d\\d|\\d\\d)(?!\\d))?`,
      'i',
    ),
    (m) => month(ENGLISH_MONTHS.indexOf(m[2].toLowerCase()) + 1, yearOf(m[1] ?? m[3])),
  ],
  [/(?:(20\d\d)\s*年?\s*)?第?([1-4])\s*季度?/, (m) => quarter(Number(m[2]), yearOf(m[1]))],
  [/(?:(20\d\d)\s*年?\s*)?第?([一二三四])\s*季度?/, (m) => quarter(QUARTERS.indexOf(m[2]) + 1, yearOf(m[1]))],
  [
    /(?:(20\d\d)[\s年-]*)?(?<![a-z])Q([1-4])\b(?:[\s'’/-]*(20\d\d|\d\d)(?!\d))?/i,
    (m) => quarter(Number(m[2]), yearOf(m[1] ?? m[3])),
  ],
  [/(?:(20\d\d)[\s年-]*)?(?:(上)|(下))半年/, (m) => ({ kind: 'half', year: yearOf(m[1]), index: m[2] ? 1 : 2 })],
  [
    /(?:(20\d\d)[\s年-]*)?(?<![a-z])H([12])\b(?:[\s'’/-]*(20\d\d|\d\d)(?!\d))?/i,
    (m) => ({ kind: 'half', year: yearOf(m[1] ?? m[3]), index: Number(m[2]) }),
  ],
  [/\bFY\s*'?(20\d\d|\d\d)\b/i, (m) => ({ kind: 'year', year: yearOf(m[1]), index: 0 })],
  [/(20\d\d)\s*(?:年度|财年|年)/, (m) => ({ kind: 'year', year: yearOf(m[1]), index: 0 })],
  [/^\s*(20\d\d|199\d)\s*$/, (m) => ({ kind: 'year', year: yearOf(m[1]), index: 0 })],
];

const TOTAL =
  /小\s*计|合\s*计|总\s*计|小計|合計|總計|共\s*计|累计|累計|全年|年度总|\b(?:sub-?\s?total|grand total|total|ytd|full[ -]year|sum|summe|gesamt)\b/i;

/** The period a column name stands for; null where it names none. A total of periods is a period of kind 'total'. */
export function headerPeriod(name: string): HeaderPeriod | null {
  const plain = name.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const total = TOTAL.exec(plain);
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(plain);
    const found = match && read(match);
    if (!match || !found) continue;
    const rest = tidy(`${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`);
    // "1季度 小计" is a quarter, "3月 小计" is nobody's month.
    if (total && found.kind === 'month') return { ...found, kind: 'total', rest: tidy(rest.replace(TOTAL, ' ')) };
    return { ...found, rest: total ? tidy(rest.replace(TOTAL, ' ')) : withoutQuarter(rest, found.kind) };
  }
  return total ? { kind: 'total', year: null, index: 0, rest: tidy(plain.replace(TOTAL, ' ')) } : null;
}

/** "2024年1季度 1月" names a month; the quarter above it is no measure. */
const withoutQuarter = (rest: string, kind: HeaderPeriod['kind']): string =>
  kind === 'month'
    ? tidy(
        rest.replace(
          /(?:20\d\d\s*年?\s*)?(?:第?[1-4一二三四]\s*季度?|\bQ[1-4]\b|[上下]半年|\bH[12]\b)|20\d\d\s*(?:年度?|财年)?|\bFY\s*\d+/gi,
          ' ',
        ),
      )
    : rest;

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—_/:·.,()]+|[\s\-–—_/:·.,(]+$/g, '')
    .trim();

/** The one year that a title names ("2024年度销售目标"), null for none or several. */
export function titleYear(texts: readonly string[]): number | null {
  const years = new Set<number>();
  for (const text of texts) {
    for (const match of text
      .normalize('NFKC')
      .matchAll(/(?<![\d/.-])(20\d\d)\s*(?=年(?!\s*\d{1,2}\s*月\s*\d)|财年|\s|$|[^\d\s/.:-])|\bFY\s*(20\d\d)/gi)) {
      years.add(Number(match[1] ?? match[2]));
    }
  }
  return years.size === 1 ? [...years][0] : null;
}
