import { describe, expect, it } from 'vitest';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { headerWords } from '~/exchange/mapping/headerWords';
import type { Lookup } from '~/exchange/mapping/mapping';

const fieldsOf = (headers: string[], ...rows: string[][]): string[] =>
  guessMapping(headers, rows).columns.map((column) => column.field);

describe('columns are recognised', () => {
  it('by header words, whatever their case and joints', () => {
    for (const header of ['OrderLineItem', 'order_line_item', 'ORDER LINE ITEM', 'Order-Line.Item']) {
      expect(headerWords(header)).toBe('order line item');
    }
    expect(headerWords('金额（元）')).toBe('金额');
    expect(headerWords('ＳＫＵ')).toBe('sku');
  });

  it('in Chinese exports', () => {
    expect(
      fieldsOf(
        [
          '下单日期',
          '订单号',
          '行号',
          '客户名称',
          '业务员',
          '品名',
          '品类',
          '大区',
          '数量',
          '单价',
          '销售额',
          '结算方式',
          '销售方式',
        ],
        ['2024/3/15', 'A1', '1', '甲', '王', 'P', 'C', '华东', '2', '5.5', '11.00', '月结', '直销'],
        ['2024/3/16', 'A2', '1', '乙', '李', 'P', 'C', '华北', '3', '5.5', '16.50', '现结', '经销'],
      ),
    ).toEqual([
      ...['date', 'orderNumber', 'orderLine', 'customer', 'seller', 'product', 'category', 'region', 'quantity'],
      ...['unitPrice', 'amount', 'settlementMethod', 'salesMode'],
    ]);
  });

  it('in English exports, the order date before other dates', () => {
    expect(
      fieldsOf(
        [
          'Ship Date',
          'Order Date',
          'Account Name',
          'Sales Rep',
          'Product Name',
          'Territory',
          'Net Sales',
          'Qty',
          'Payment Terms',
        ],
        ['1/15/2024', '1/5/2024', 'Acme', 'Ann', 'Bolt', 'West', '12.50', '3', 'net 30'],
      ),
    ).toEqual(['ignore', 'date', 'customer', 'seller', 'product', 'region', 'amount', 'quantity', 'settlementMethod']);
  });

  it('by their cells where the names say nothing', () => {
    const rows = [
      ['2024-01-05', '12.50', 'x'],
      ['2024-01-06', '7.25', 'x'],
      ['2024-01-07', '3.10', 'y'],
    ];
    const { columns } = guessMapping(['c1', 'c2', 'c3'], rows);
    expect(columns.map((c) => c.field)).toEqual(['date', 'amount', 'ignore']);
    expect(columns.every((c) => c.confidence < 0.6)).toBe(true);
  });

  it('each meaning once; few repeated texts become a dimension of their own', () => {
    const rows = Array.from({ length: 8 }, (_, i) => [
      '2024-01-05',
      `${i}.50`,
      `${i}.75`,
      ['gold', 'red'][i % 2],
      `text ${i}`,
    ]);
    const { columns, issues } = guessMapping(['date', 'amount', 'net amount', 'Colour Group', 'remark'], rows);
    expect(columns.map((c) => c.field)).toEqual(['date', 'amount', 'ignore', 'own', 'ignore']);
    expect(columns[3].dimension).toBe('own-colour-group');
    expect(issues).toEqual([]);
  });

  it('says what is missing', () => {
    const { issues } = guessMapping(['客户'], [['甲'], ['乙']]);
    expect(issues.map((i) => i.params?.field)).toEqual(['date', 'amount']);
  });

  it('with a decimal comma when only a comma explains the amounts', () => {
    const mark = (...cells: string[]) =>
      guessMapping(
        ['金额'],
        cells.map((c) => [c]),
      ).mapping.decimalMark;
    expect(mark('1.234,50', '12,5')).toBe(',');
    expect(mark('1,234.50', '12')).toBe('.');
    expect(mark('1,234', '12')).toBe('.');
  });

  it('and a deal stage or order status proposes to keep what was won or completed', () => {
    const filter = (header: string, ...cells: string[]) =>
      guessMapping(
        [header],
        cells.map((c) => [c]),
      ).mapping.filter;
    expect(filter('deal_stage', 'Won', 'Lost', 'Engaging')).toEqual({ column: 'deal_stage', keep: ['Won'] });
    expect(filter('订单状态', '已完成', '已取消')).toEqual({ column: '订单状态', keep: ['已完成'] });
    expect(filter('status', 'A', 'B')).toBeNull();
    expect(filter('state', 'CA', 'NY')).toBeNull();
  });
});

describe('look-ups are joined', () => {
  const headers = ['date', 'sales_agent', 'ProductKey', 'amount'];
  const rows = [
    ['2024-01-01', 'Ann', '214', '1'],
    ['2024-01-02', 'Bob', '215', '2'],
  ];
  const joinsOf = (...lookups: Lookup[]) => guessMapping(headers, rows, lookups).mapping.joins;

  it('by the key that is unique, meets the cells and carries the name', () => {
    const teams: Lookup = {
      name: 'teams',
      headers: ['regional_office', 'manager', 'sales_agent', 'phone'],
      rows: [
        ['West', 'Mia', 'Ann', '1'],
        ['West', 'Mia', 'Bob', '2'],
        ['West', 'Noa', 'Cem', '3'],
        ['East', 'Ole', 'Dan', '4'],
      ],
    };
    expect(joinsOf(teams)).toEqual([
      {
        dimension: 'seller',
        lookup: 'teams',
        key: 'sales_agent',
        name: null,
        levels: [
          { level: 'office', column: 'regional_office' },
          { level: 'manager', column: 'manager' },
        ],
        price: null,
        attributes: ['phone'],
      },
    ]);
  });

  it('a numeric key takes its name and price from the look-up', () => {
    const products: Lookup = {
      name: 'products',
      headers: ['ProductKey', 'ProductSKU', 'ProductName', 'ProductCost', 'ProductPrice'],
      rows: [
        ['214', 'H-1', 'Red', '3', '5'],
        ['215', 'H-2', 'Blue', '4', '6'],
      ],
    };
    expect(joinsOf(products)).toMatchObject([
      { dimension: 'product', key: 'ProductKey', name: 'ProductName', price: 'ProductPrice' },
    ]);
  });

  it('not where nothing meets, nor by a column that repeats', () => {
    const stranger: Lookup = {
      name: 's',
      headers: ['colour', 'n'],
      rows: [
        ['red', '1'],
        ['blue', '2'],
      ],
    };
    const repeated: Lookup = {
      name: 'r',
      headers: ['sales_agent', 'x'],
      rows: [
        ['Ann', '1'],
        ['Ann', '2'],
        ['Bob', '3'],
      ],
    };
    expect(joinsOf(stranger, repeated)).toEqual([]);
  });
});
