import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters, columnOfLetters } from '~/exchange/workbook/cellAddress';
import { definedName } from '~/exchange/workbook/definedName';
import { moneyFormat } from '~/exchange/workbook/moneyFormat';
import { parseFormula } from '~/exchange/workbook/parseFormula';
import { rowIdOfText, rowIdText } from '~/exchange/workbook/rowId';
import { sheetBody } from '~/exchange/workbook/sheetBody';
import { sheetName } from '~/exchange/workbook/sheetName';
import { sumFormula } from '~/exchange/workbook/sumFormula';

describe('texts inside a workbook', () => {
  it('columns count A, Z, AA, XFD and back', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    for (let column = 0; column < 16_384; column += 7) expect(columnOfLetters(columnLetters(column))).toBe(column);
  });

  it('a sheet name loses what programs refuse and stays within 31 units', () => {
    expect(sheetName("'Plan [2027]: a/b\\c*?'")).toBe('Plan  2027   a b c');
    expect(sheetName('目标'.repeat(20))).toHaveLength(31);
    expect(sheetName(`${'x'.repeat(30)}😀`)).toBe('x'.repeat(30));
    expect([sheetName(''), sheetName('History')]).toEqual(['_', 'History_']);
  });

  it('a defined name never reads as a cell', () => {
    expect(['目标数据', 'plan 2027', 'Q1', 'R1C1', '2027', '_sp_m:2027-01'].map(definedName)).toEqual([
      '目标数据',
      'plan_2027',
      '_Q1',
      '_R1C1',
      '_2027',
      '_sp_m_2027_01',
    ]);
  });

  it('a row id comes back from its text, and the text is no wildcard, number, date or truth value', () => {
    expect(rowIdText('region:3/seller:5')).toBe('region:3/seller:5');
    for (const id of ['1', '1/2', 'a*', 'true', 'may/27', '=1', '>5', '中文', '_x.', '']) {
      expect(rowIdText(id)).toMatch(/^_x\.[0-9a-f]*$/);
    }
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (id) => rowIdOfText(rowIdText(id)) === id),
      { seed: 1, numRuns: 300 },
    );
  });

  it('a money format has the decimals of its currency and cannot be broken by its symbol', () => {
    expect(moneyFormat('¥', 2)).toBe('"¥"#,##0.00');
    expect(moneyFormat('JP¥', 0)).toBe('"JP¥"#,##0');
    expect(moneyFormat('"K\\', 3)).toBe('"K"#,##0.000');
    expect(moneyFormat('', 2)).toBe('#,##0.00');
  });

  it('a sum names runs of rows, and above 255 runs asks for the parent id', () => {
    const parts = (count: number) => Array.from({ length: count }, (_, i) => 8 + 2 * i);
    const at = { row: 7, last: 900 };
    expect(sumFormula({ parts: [8, 9, 10, 14, 16, 17], ...at })(4)).toBe('SUM(E8:E10,E14,E16:E17)');
    expect(sumFormula({ parts: parts(255), ...at })(4)).toMatch(/^SUM\(E8,E10,.*E516\)$/);
    expect(sumFormula({ parts: parts(256), ...at })(4)).toBe('SUMIFS(E$8:E$900,$B$8:$B$900,$A7)');
  });

  it('cells escape markup and what reads as an escape, and drop control characters', () => {
    const cell = (value: string) => [...sheetBody([{ row: 1, cells: [{ column: 0, style: 0, value }] }], [0])].join('');
    expect(cell('a<b>&"c"')).toContain('<t>a&lt;b&gt;&amp;"c"</t>');
    expect(cell('_x0041_')).toContain('<t>_x005F_x0041_</t>');
    expect(cell('a\u0000\u000b\rb')).toContain('<t>ab</t>');
    expect(cell(' a')).toContain('<t xml:space="preserve"> a</t>');
    expect(cell('#N/A')).toContain('t="inlineStr"><is><t>#N/A</t>');
  });

  it('a formula outside our few shapes is not understood', () => {
    for (const formula of ['SUBTOTAL(9,A1:A2)', 'A1&B1', "'Sheet 2'!A1", 'SUM(A1', '', 'A1 A2', '#REF!', 'SUM()']) {
      expect(parseFormula(formula)).toBeNull();
    }
    expect(parseFormula('1-2-3')).toMatchObject({ operator: '-', right: { value: 3 }, left: { operator: '-' } });
    expect(parseFormula('1+2*3')).toMatchObject({ operator: '+', right: { operator: '*' } });
  });
});
