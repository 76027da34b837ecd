import { describe, expect, it } from 'vitest';
import { readNumber } from '~/domain/number';

/**
 * What a text means where the screen shows one, thousands, ten thousands (万) and millions, with two decimals and 1,200.00
 * in the cell. Amounts are in whole currency units; '' is a blank, a code stands for its refusal.
 */
type Meaning = number | '' | 'number/notUnderstood' | 'number/barePercent' | 'number/tooLarge';

interface Row {
  text: string;
  /** In either language of the product. */
  means: Meaning[];
}

const UNITS = [1, 1_000, 10_000, 1_000_000];
/** A bare number takes the unit of the screen. */
const bare = (n: number): Meaning[] => UNITS.map((unit) => n * unit);
/** A written unit wins over the screen; growth on the cell does not know the screen at all. */
const same = (meaning: Meaning): Meaning[] => UNITS.map(() => meaning);
/** The cell's 1,200 and so many of the screen's units. */
const plus = (n: number): Meaning[] => UNITS.map((unit) => 1200 + n * unit);
const unknown = same('number/notUnderstood');
const noShare = same('number/barePercent');

const TABLE: Row[] = [
  // blanks
  { text: '', means: same('') },
  { text: '   ', means: same('') },
  { text: '　', means: same('') },
  { text: '\t', means: same('') },
  // bare numbers
  { text: '0', means: bare(0) },
  { text: '5', means: bare(5) },
  { text: '12', means: bare(12) },
  { text: '1200', means: bare(1200) },
  { text: '1,200', means: bare(1200) },
  { text: '1，200', means: bare(1200) },
  { text: '1,234,567', means: bare(1_234_567) },
  { text: '12,34,567', means: bare(1_234_567) },
  { text: '1 200', means: bare(1200) },
  { text: '1\u00a0200', means: bare(1200) },
  { text: "1'200", means: bare(1200) },
  { text: ' 1200 ', means: bare(1200) },
  { text: '007', means: bare(7) },
  { text: '12.5', means: bare(12.5) },
  { text: '.5', means: bare(0.5) },
  { text: '5.', means: bare(5) },
  { text: '1,200.50', means: bare(1200.5) },
  { text: '１２００', means: bare(1200) },
  { text: '１２．５', means: bare(12.5) },
  { text: '12。5', means: bare(12.5) },
  { text: '1e3', means: bare(1000) },
  { text: '1.5E+03', means: bare(1500) },
  { text: '2e-2', means: bare(0.02) },
  // signs
  { text: '-5', means: bare(-5) },
  { text: '−5', means: bare(-5) },
  { text: '－5', means: bare(-5) },
  { text: '(5)', means: bare(-5) },
  { text: '（5）', means: bare(-5) },
  { text: '(1,200.50)', means: bare(-1200.5) },
  { text: '- 5', means: bare(-5) },
  // currency
  { text: '¥1,200', means: bare(1200) },
  { text: '￥1200', means: bare(1200) },
  { text: '$1,200.50', means: bare(1200.5) },
  { text: '1200 CNY', means: bare(1200) },
  { text: 'US$5', means: bare(5) },
  { text: '人民币5', means: bare(5) },
  { text: '-¥5', means: bare(-5) },
  // written units
  { text: '5元', means: same(5) },
  { text: '300k', means: same(300_000) },
  { text: '300K', means: same(300_000) },
  { text: '1.5m', means: same(1_500_000) },
  { text: '2bn', means: same(2_000_000_000) },
  { text: '2b', means: same(2_000_000_000) },
  { text: '3千', means: same(3000) },
  { text: '3百', means: same(300) },
  { text: '3万', means: same(30_000) },
  { text: '3萬', means: same(30_000) },
  { text: '3万元', means: same(30_000) },
  { text: '3w', means: same(30_000) },
  { text: '3W', means: same(30_000) },
  { text: '1.2亿', means: same(120_000_000) },
  { text: '1.2億', means: same(120_000_000) },
  { text: '5百万', means: same(5_000_000) },
  { text: '5千万', means: same(50_000_000) },
  { text: '5 万', means: same(50_000) },
  { text: '-3万', means: same(-30_000) },
  { text: '(3万)', means: same(-30_000) },
  { text: '¥3万', means: same(30_000) },
  // relative to the cell
  { text: '+10%', means: same(1320) },
  { text: '-10%', means: same(1080) },
  { text: '＋10％', means: same(1320) },
  { text: '+-10%', means: same(1080) },
  { text: '*1.1', means: same(1320) },
  { text: '×1.1', means: same(1320) },
  { text: '/2', means: same(600) },
  { text: '÷2', means: same(600) },
  { text: '*=2', means: same(2400) },
  { text: '+5', means: plus(5) },
  { text: '+=5', means: plus(5) },
  { text: '-=5', means: plus(-5) },
  { text: '+-5', means: plus(-5) },
  { text: '+3万', means: same(31_200) },
  { text: '-=1k', means: same(200) },
  { text: '*110%', means: same(1320) },
  // arithmetic
  { text: '=1+2', means: bare(3) },
  { text: '=1200*1.1', means: bare(1320) },
  { text: '=(1+2)*3', means: bare(9) },
  { text: '=10/4', means: bare(2.5) },
  { text: '=3万+500元', means: same(30_500) },
  { text: '=2*3万', means: same(60_000) },
  { text: '=-5', means: bare(-5) },
  { text: '=*2', means: same(2400) },
  // refused
  { text: '10%', means: noShare },
  { text: '=10%', means: noShare },
  { text: 'abc', means: unknown },
  { text: '1,2', means: unknown },
  { text: '12,3456', means: unknown },
  { text: '1.2.3', means: unknown },
  { text: '5²', means: unknown },
  { text: '①', means: unknown },
  { text: '½', means: unknown },
  { text: '=1/0', means: unknown },
  { text: '=1+', means: unknown },
  { text: '=(1+2', means: unknown },
  { text: '=SUM(1)', means: unknown },
  { text: '--5', means: unknown },
  { text: '5 + 5', means: unknown },
  { text: '三万', means: unknown },
  { text: '3 apples', means: unknown },
  { text: '1'.repeat(201), means: unknown },
  { text: '99999999999999999999', means: same('number/tooLarge') },
];

const meaningOf = (text: string, unit: number, locale: string): Meaning => {
  const read = readNumber(text, { current: 120_000, minorUnit: 2, unit, kind: 'money', locale });
  if (!read.ok) return read.issues[0].code as Meaning;
  return read.value.kind === 'blank' ? '' : read.value.amount / 100;
};

describe('the number grammar', () => {
  it('is told by at least 80 texts', () => {
    expect(new Set(TABLE.map(({ text }) => text)).size).toBeGreaterThanOrEqual(80);
  });

  it.each(TABLE)('reads "$text" in both languages and four units', ({ text, means }) => {
    expect(UNITS.map((unit) => meaningOf(text, unit, 'zh-CN'))).toEqual(means);
    expect(UNITS.map((unit) => meaningOf(text, unit, 'en-US'))).toEqual(means);
  });
});
