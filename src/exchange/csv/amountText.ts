import { type Decimal, parseDecimal } from '~/domain/decimal';

export type DecimalMark = '.' | ',';

const CODES = 'RMB|CNY|USD|EUR|GBP|JPY|KRW|HKD|TWD|NTD|SGD|INR|VND|KWD|CZK|PLN|HUF|CHF|SEK|DKK|NOK|TRY|RUB';
const BEFORE = new RegExp(`^(?:人民币|人民幣|新台币|新臺幣|${CODES}|CN¥|HK\\$|NT\\$|US\\$|S\\$|[¥$€£₩₹₫])\\s*`, 'i');
const AFTER = new RegExp(`\\s*(?:元整?|圆|圓|${CODES}|Kč|zł|Ft|kr\\.?|[¥$€£₩₹₫])$`, 'i');
const SCALES: readonly [word: string, power: number][] = [
  ['百万', 6],
  ['千万', 7],
  ['百亿', 10],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
];

/**
 * The exact value of an amount as people and exports write it: ¥1,234.50, １２３４, (1,200), 1,200-, 1.2万, 1 234,50 with
 * a decimal comma. The mark is a property of the column, never guessed per cell: groups must be of three digits, else the
 * text is refused. Null for text, percent and anything doubtful.
 */
export function amountFromText(text: string, mark: DecimalMark): Decimal | null {
  if (text.length > MAX_LENGTH || !DIGIT.test(text)) return null;
  const folded = text.normalize('NFKC').replace(/[−﹣]/g, '-').replace(/萬/g, '万').replace(/億/g, '亿').trim();
  // Only what stands outside brackets: the currency inside is met below.
  let plain = folded.replace(BEFORE, '').replace(AFTER, '').trim();
  let negative = false;
  const brackets = /^\((.*)\)$/.exec(plain);
  if (brackets) {
    negative = true;
    plain = brackets[1].trim();
  }
  if (/^[-+]/.test(plain) || /\d\s*-$/.test(plain)) {
    if (negative) return null;
    negative = plain.startsWith('-') || plain.endsWith('-');
    if (/^[-+]/.test(plain) && plain.endsWith('-')) return null;
    plain = plain.replace(/^[-+]\s*|\s*-$/g, '');
  }
  plain = plain.replace(BEFORE, '').replace(AFTER, '').trim();
  if (/^-/.test(plain) && !negative) {
    negative = true;
    plain = plain.slice(1);
  }
  const [word, scale] = SCALES.find(([unit]) => plain.endsWith(unit)) ?? ['', 0];
  plain = plain.slice(0, plain.length - word.length).trim();
  const digits = withoutGroups(plain, mark);
  const value = digits === null ? null : parseDecimal(digits);
  if (value === null) return null;
  const { coefficient } = value;
  return { coefficient: negative && coefficient ? -coefficient : coefficient, scale: value.scale - scale };
}

const MAX_LENGTH = 80;
const DIGIT = /\p{Nd}/u;

/** The number with a point and without group marks; null where groups are not of three digits. */
function withoutGroups(text: string, mark: DecimalMark): string | null {
  const group = mark === '.' ? ',' : '.';
  const parts = text.split(mark);
  if (parts.length > 2) return null;
  const [whole, fraction] = parts;
  if (fraction !== undefined && !/^\d*(?:e[-+]?\d+)?$/i.test(fraction)) return null;
  const marks = new Set(whole.match(/[^\dEe+-]/g) ?? []);
  if (marks.size > 1) return null;
  for (const used of marks) {
    if (used !== group && used !== "'" && used !== '’' && !/\s/.test(used)) return null;
    const groups = whole.split(used);
    if (!/^\d{1,3}$/.test(groups[0]) || !groups.slice(1).every((part) => /^\d{3}$/.test(part))) return null;
  }
  if (/^[-+]/.test(whole)) return null;
  return whole.replace(/[^\dEe+-]/g, '') + (fraction === undefined ? '' : `.${fraction}`);
}
