import { describe, expect, it } from 'vitest';
import { issue } from '~/domain/issue';
import type { PackTable, TableChoice } from '~/domain/packView';
import type { ImportMapping } from '~/state/protocol';
import { shownCertainty } from '~/ui/pages/import/landing';
import { markQuestion, markReadings } from '~/ui/pages/import/markQuestion';

const open = issue('import/ambiguousNumber', { column: '金额', value: '1.234' }, { column: '金额' });
const table = { id: 'a', issues: [open], format: { dateOrder: null } } as unknown as PackTable;
const choice = (part: Partial<TableChoice>): TableChoice => ({
  ...{ table: 'a', use: 'source', kinds: ['collections'], fields: {}, key: {}, merge: {}, asOf: null, fixes: [] },
  ...part,
});
const mapping = (
  columns: { column: string; field: string }[],
  joins: { lookup: string; price: string | null }[] = [],
) => ({ columns, joins }) as unknown as ImportMapping;

describe('numbers with two readings', () => {
  it('are asked for where their column comes in, as an amount of any kind or a price of a look-up', () => {
    expect(markQuestion(table, choice({ fields: { collections: { amount: '金额' } } }), null)).toBe(open);
    const orders = choice({ kinds: ['orders'] });
    expect(markQuestion(table, orders, mapping([{ column: '金额', field: 'amount' }]))).toBe(open);
    const lookup = choice({ use: 'lookup', kinds: [] });
    expect(markQuestion(table, lookup, mapping([], [{ lookup: 'a', price: '金额' }]))).toBe(open);
  });

  it('are not asked for where the column is left out, the table is, or somebody said it', () => {
    expect(markQuestion(table, choice({ fields: { collections: { amount: '实收' } } }), null)).toBeNull();
    expect(
      markQuestion(table, choice({ kinds: ['orders'] }), mapping([{ column: '金额', field: 'ignore' }])),
    ).toBeNull();
    expect(
      markQuestion(table, choice({ use: 'ignored', fields: { collections: { amount: '金额' } } }), null),
    ).toBeNull();
    expect(
      markQuestion({ ...table, issues: [] }, choice({ fields: { collections: { amount: '金额' } } }), null),
    ).toBeNull();
  });

  it('make a table a guess, orders too', () => {
    expect(shownCertainty(table, choice({ kinds: ['orders'] }), 'known')).toBe('likely');
    expect(shownCertainty({ ...table, issues: [] }, choice({}), 'known')).toBe('known');
  });

  it('are shown as what each reading comes to', () => {
    expect(markReadings('1.234')).toEqual({ point: 1.234, comma: 1234 });
    expect(markReadings('¥-1,234')).toEqual({ point: -1234, comma: -1.234 });
    expect(markReadings('待定')).toBeNull();
  });
});
