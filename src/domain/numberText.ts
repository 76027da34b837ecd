/** Which marks a language writes into its numbers. */
export interface NumberMarks {
  decimal: string;
  group: string;
}

const CURRENCY_MARKS = /CN¥|US\$|HK\$|NT\$|S\$|[¥$€£₩₹₫]|RMB|CNY|USD|EUR|GBP|JPY|KRW|HKD|TWD|SGD|INR|VND|KWD|人民币/gi;
/** Superscripts, circled digits and vulgar fractions turn into plain digits under NFKC: 5² would become 52. */
const ODD_DIGITS = /\p{No}/u;

/**
 * What a person typed, in plain signs: full-width forms folded, the Chinese full stop as a point, the true minus,
 * times and divided-by as ASCII, currency marks and outer spaces gone. Null where folding would change the meaning.
 */
export function normaliseNumberText(text: string): string | null {
  if (ODD_DIGITS.test(text)) return null;
  return text
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/−/g, '-')
    .replace(/×/g, '*')
    .replace(/÷/g, '/')
    .replace(/萬/g, '万')
    .replace(/億/g, '亿')
    .replace(CURRENCY_MARKS, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const marksByLocale = new Map<string, NumberMarks>();

/** The decimal and the grouping mark of a language, as its own number format writes them. */
export function numberMarks(locale: string): NumberMarks {
  const known = marksByLocale.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.5);
  const marks: NumberMarks = {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    group: (parts.find((part) => part.type === 'group')?.value ?? ',').normalize('NFKC'),
  };
  marksByLocale.set(locale, marks);
  return marks;
}

/**
 * Digits with grouping marks as plain digits with a point; null where the groups are not whole ('1,2' is neither
 * twelve nor one and two tenths). Groups of three, or of two before the last three as in India.
 */
export function ungroupDigits(text: string, marks: NumberMarks): string | null {
  const [whole = '', decimals, ...rest] = text.split(marks.decimal);
  if (rest.length > 0 || (whole === '' && !decimals)) return null;
  if (decimals !== undefined && !/^\d*$/.test(decimals)) return null;
  const digits = whole.replace(/['’ ]/g, marks.group).split(marks.group);
  const last = digits.length - 1;
  const wellGrouped = digits.every((group, i) =>
    last === 0
      ? /^\d*$/.test(group)
      : i === 0
        ? /^\d{1,3}$/.test(group)
        : i === last
          ? /^\d{3}$/.test(group)
          : /^\d{2,3}$/.test(group),
  );
  return wellGrouped ? `${digits.join('') || '0'}.${decimals ?? ''}` : null;
}
