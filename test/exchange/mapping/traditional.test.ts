import { describe, expect, it } from 'vitest';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { choiceOf, flagOf } from '~/exchange/sources/choiceWords';
import { guessKinds } from '~/exchange/sources/guessKinds';
import { matchFields } from '~/exchange/sources/matchFields';
import { columnExpectation } from '~/exchange/table/columnWords';
import { simplified } from '~/exchange/table/simplified';

describe('traditional Chinese', () => {
  it('names the columns of orders as simplified Chinese does', () => {
    const names = [
      '訂單日期',
      '訂單編號',
      '客戶',
      '產品',
      '產品類別',
      '業務員',
      '地區',
      '數量',
      '單價',
      '金額',
      '結算方式',
    ];
    const row = ['2026/3/1', 'A1', '甲', 'P', 'C', '王', '台北', '2', '5.5', '11.00', '月結'];
    expect(guessMapping(names, [row]).columns.map(({ field }) => field)).toEqual([
      ...['date', 'orderNumber', 'customer', 'product', 'category', 'seller', 'region', 'quantity', 'unitPrice'],
      ...['amount', 'settlementMethod'],
    ]);
    expect(guessMapping(['簽約日期', '合同金額'], [['2026/3/1', '11.00']]).columns.map(({ field }) => field)).toEqual([
      'date',
      'amount',
    ]);
  });

  it('names the columns of every other kind', () => {
    const found = matchFields(
      'receivables',
      ['發票號碼', '客戶名稱', '業務員', '開票日期', '到期日', '應收餘額'],
      [['F1', '甲', '王', '2026-01-05', '2026-02-04', '1000']],
    );
    expect(found.fields).toEqual({
      invoice: '發票號碼',
      customer: '客戶名稱',
      seller: '業務員',
      day: '開票日期',
      due: '到期日',
      amount: '應收餘額',
    });
    expect(found.missing).toEqual([]);
  });

  it('says what a table is, as sure as simplified Chinese', () => {
    const kindsOf = (file: string, headers: string[]) =>
      guessKinds({ file, sheet: null, headers, sample: [['2026-03-02', '甲', '王', '新品', '']] });
    const names = ['拜訪日期', '客戶名稱', '業務員', '拜訪目的', '拜訪結果'];
    expect(kindsOf('拜訪記錄.csv', names)).toEqual(kindsOf('拜访记录.csv', names.map(simplified)));
    expect(kindsOf('拜訪記錄.csv', names).kinds).toEqual(['visits']);
  });

  it('is understood in cells with a choice, and in what a name leads to expect', () => {
    expect(choiceOf('opportunities', 'result', '贏單')).toBe('won');
    expect(choiceOf('complaints', 'state', '處理中')).toBe('working');
    expect(flagOf('無')).toBe(0);
    for (const name of ['訂單編號', '數量', '銷售額', '預算', '建立時間', '佔比'])
      expect(columnExpectation(name)).toEqual(columnExpectation(simplified(name)));
  });

  it('is a pair of different characters each, and folding twice changes nothing', () => {
    for (const text of ['訂單日期與數量', '应收账款', 'Order date', '應收帳款']) {
      expect(simplified(simplified(text))).toBe(simplified(text));
      expect(simplified(text)).toHaveLength(text.length);
    }
  });
});
