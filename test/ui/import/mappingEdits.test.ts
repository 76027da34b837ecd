import { describe, expect, it } from 'vitest';
import type { ImportMapping } from '~/state/protocol';
import {
  amountSource,
  assignColumn,
  changeJoin,
  missingParts,
  ownDimensionOf,
  plainJoin,
  replaceJoin,
  withAlias,
} from '~/ui/pages/import/mappingEdits';

const mapping: ImportMapping = {
  columns: [
    { column: '日期', field: 'date' },
    { column: '品名', field: 'product' },
    { column: '数量', field: 'quantity' },
    { column: '渠道 等级', field: 'ignore' },
  ],
  joins: [{ ...plainJoin('products.csv', 'product', ['品名', '品类', '单价']), price: '单价' }],
  filter: null,
  dateOrder: null,
  decimalMark: '.',
  aliases: [],
};

const fieldOf = (from: ImportMapping, column: string) => from.columns.find((one) => one.column === column)?.field;

describe('edits of a mapping', () => {
  it('give a standard meaning to one column only: the one that had it is left out', () => {
    const next = assignColumn(mapping, '渠道 等级', 'date');
    expect(fieldOf(next, '渠道 等级')).toBe('date');
    expect(fieldOf(next, '日期')).toBe('ignore');
  });

  it('let any number of columns be left out or make dimensions of their own', () => {
    const once = assignColumn(mapping, '渠道 等级', 'own');
    const twice = assignColumn(once, '数量', 'own');
    expect(twice.columns.map((column) => column.dimension)).toEqual([
      undefined,
      undefined,
      'own-数量',
      'own-渠道-等级',
    ]);
  });

  it('keep ids of own dimensions apart, whatever a column is called', () => {
    const odd: ImportMapping = {
      ...mapping,
      columns: [
        { column: '__proto__', field: 'own', dimension: 'own-proto' },
        { column: 'Proto', field: 'ignore' },
        { column: '!!', field: 'ignore' },
      ],
    };
    expect(ownDimensionOf(odd, 'Proto')).toBe('own-proto-2');
    expect(ownDimensionOf(odd, '!!')).toBe('own-column');
  });

  it('drop the join of a dimension that no column feeds any more', () => {
    expect(assignColumn(mapping, '品名', 'ignore').joins).toEqual([]);
    expect(assignColumn(mapping, '渠道 等级', 'own').joins).toHaveLength(1);
  });

  it('never change what they were given', () => {
    const before = structuredClone(mapping);
    assignColumn(mapping, '品名', 'customer');
    replaceJoin(mapping, 'products.csv', null);
    withAlias(mapping, { dimension: 'product', from: 'a', to: 'b' });
    expect(mapping).toEqual(before);
  });

  it('keep one look-up per dimension and one dimension per look-up', () => {
    const other = plainJoin('other.csv', 'product', ['品名']);
    expect(replaceJoin(mapping, 'other.csv', other).joins).toEqual([other]);
    expect(replaceJoin(mapping, 'products.csv', null).joins).toEqual([]);
  });

  it('take columns with a role out of the attributes of a join, and put freed ones back', () => {
    const headers = ['品名', '品类', '单价'];
    const [join] = mapping.joins;
    const named = changeJoin(join, { levels: [{ level: 'category', column: '品类' }] }, headers);
    expect(named.attributes).toEqual(['单价']);
    expect(changeJoin(named, { levels: [] }, headers).attributes).toEqual(['品类', '单价']);
  });

  it('remember one meaning per name and take it back', () => {
    const once = withAlias(mapping, { dimension: 'product', from: 'GTXPro', to: 'gtx basic' });
    const twice = withAlias(once, { dimension: 'product', from: 'GTXPro', to: 'gtx pro' });
    expect(twice.aliases).toEqual([{ dimension: 'product', from: 'GTXPro', to: 'gtx pro' }]);
    expect(withAlias(twice, { dimension: 'product', from: 'GTXPro', to: null }).aliases).toEqual([]);
  });
});

describe('what the amount comes from', () => {
  it('is its own column before quantity times price', () => {
    const own = assignColumn(mapping, '渠道 等级', 'amount');
    expect(amountSource(own)).toEqual({ kind: 'column', column: '渠道 等级' });
  });

  it('is quantity times the unit price of the file before that of a look-up', () => {
    const priced = assignColumn(mapping, '渠道 等级', 'unitPrice');
    expect(amountSource(priced)).toEqual({ kind: 'timesColumn', quantity: '数量', price: '渠道 等级' });
    expect(amountSource(mapping)).toEqual({
      kind: 'timesLookup',
      quantity: '数量',
      price: '单价',
      lookup: 'products.csv',
    });
  });

  it('is missing without a price, and a date may be missing too', () => {
    expect(missingParts(mapping)).toEqual([]);
    const bare = { ...assignColumn(mapping, '日期', 'ignore'), joins: [] };
    expect(missingParts(bare)).toEqual(['date', 'amount']);
  });
});
