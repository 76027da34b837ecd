import { describe, expect, it } from 'vitest';
import { guessKinds } from '~/exchange/sources/guessKinds';

const guess = (file: string, headers: string[], row: string[]) =>
  guessKinds({ file, sheet: null, headers, sample: [row, row] });

describe('how sure a kind is', () => {
  it('is sure of plain orders, whose columns no other kind has all of', () => {
    const names = ['客户编号', '客户名称', '区域', '业务员', '产品', '签约日期', '金额(元)'];
    const row = ['C1', '甲', '华东', '刘', 'A', '2024-02-21', '5182.23'];
    expect(guess('导出1.csv', names, row)).toEqual({ kinds: ['orders'], certainty: 'sure', isNote: false });
    expect(
      guess('导出2.csv', ['订单日期', '客户名称', '产品名称', '金额'], ['2024-02-21', '甲', 'A', '5182.23']),
    ).toMatchObject({ kinds: ['orders'], certainty: 'sure' });
  });

  it('asks for a look where names say nothing, or where a payment could be meant', () => {
    expect(guess('导出3.csv', ['日期', '客户', '金额'], ['2024-02-21', '甲', '5182.23']).certainty).toBe('likely');
  });

  it('is sure of its own list of leave in both languages', () => {
    const row = ['王芳', '2027-03-22', '2027-03-24', '年假'];
    expect(guess('请假模板.csv', ['业务员', '请假开始日期', '请假结束日期', '请假原因'], row)).toMatchObject({
      kinds: ['leave'],
      certainty: 'sure',
    });
    expect(
      guess('Leave template.csv', ['Seller', 'Leave start date', 'Leave end date', 'Leave reason'], row),
    ).toMatchObject({ kinds: ['leave'], certainty: 'sure' });
  });

  it('believes the name of a file that says what its columns say less clearly', () => {
    const names = ['Contract number', 'Customer', 'Contract start date', 'Contract end date', 'Contract amount'];
    const row = ['C-1', 'Acme', '2027-01-01', '2027-12-31', '1000'];
    expect(guess('Contracts template.csv', names, row)).toMatchObject({ kinds: ['contracts'], certainty: 'sure' });
  });
});
