/**
 * What kind of total a label names: 华东小计 is one of a part, 合计 and Grand total are of everything. Means and shares (平均,
 * average, 占比) are made of the rows above like a total, and are no row of their own either.
 */
export type TotalWord = 'subtotal' | 'total';

const WORDS =
  '小计|合计|总计|小計|合計|總計|共计|累计|汇总|总额|总和|平均|平均值|均值|月均|人均|占比|構成比|构成比|同比|环比|環比|同比增长|环比增长';
const CHINESE = new RegExp(`^(.*?)(?:本页|本月|当月|全年|年度)?(${WORDS})(?:\\(.*\\))?$`);
const ENGLISH =
  /^(?:(.*?)[\s:-]+)?(grand total|sub-?\s?totals?|totals?|average|mean|sum|summe|gesamt|gesamtsumme|zwischensumme|totale|totaal|razem|suma|celkem|součet|összesen|toplam|итого|всего|σύνολο)(?:\s*:|\s+(?:for|of)\s+(.+))?$/i;
const ENGLISH_FIRST = /^(grand total|sub-?\s?total|total)\b[\s:-]+(.+)$/i;
const WHOLE =
  /^(?:合计|总计|合計|總計|共计|总额|总和|累计|grandtotal|totals?|sum|summe|gesamt|gesamtsumme|totale|totaal|razem|suma|celkem|součet|összesen|toplam|итого|всего|σύνολο|全部|全国|grand|général|ogółem|全公司|公司)$/i;

/** The label without its total word, and which total it is; null for a label that names none. */
export function totalWord(label: string): { word: TotalWord; of: string } | null {
  if (label.length > 60) return null;
  const plain = label
    .normalize('NFKC')
    .replace(/[::]\s*$/, '')
    .trim();
  if (plain === '') return null;
  const tight = plain.replace(/\s+/g, '');
  const chinese = CHINESE.exec(tight);
  if (chinese) return { word: kindOf(chinese[2], chinese[1]), of: chinese[1] };
  const english = ENGLISH.exec(plain);
  if (english) return { word: kindOf(english[2], english[1] ?? english[3] ?? ''), of: english[1] ?? english[3] ?? '' };
  const first = ENGLISH_FIRST.exec(plain);
  return first ? { word: kindOf(first[1], first[2]), of: first[2] } : null;
}

const kindOf = (word: string, of: string): TotalWord => {
  const tight = word.replace(/\s+/g, '').toLowerCase();
  if (/^(?:小计|小計|sub-?totals?|zwischensumme)$/.test(tight)) return 'subtotal';
  return WHOLE.test(tight) && (of === '' || WHOLE.test(of)) ? 'total' : of === '' ? 'total' : 'subtotal';
};
