import { describe, expect, it } from 'vitest';
import type { TableChoice } from '~/domain/packView';
import {
  fieldOfColumn,
  keyOf,
  mergeOf,
  missingFields,
  roleOf,
  touchesOrders,
  withField,
  withFix,
  withFixEverywhere,
  withKeyField,
  withKind,
  withMerge,
  withoutFix,
  withRole,
} from '~/ui/pages/import/choiceEdits';

const choice: TableChoice = {
  table: 'a',
  use: 'source',
  kinds: ['receivables'],
  fields: { receivables: { invoice: '发票', customer: '客户', amount: '金额' } },
  key: {},
  merge: {},
  asOf: null,
  fixes: [],
};

describe('what a table is taken for', () => {
  it('is one kind in the list, whatever it is besides', () => {
    expect(roleOf(choice)).toBe('receivables');
    expect(roleOf({ ...choice, use: 'lookup' })).toBe('receivables');
    expect(roleOf({ ...choice, use: 'lookup', kinds: [] })).toBe('lookup');
    expect(roleOf({ ...choice, use: 'ignored' })).toBe('ignored');
  });

  it('given by hand is that alone, and reads back as given', () => {
    for (const role of ['orders', 'visits', 'lookup', 'ignored'] as const) {
      expect(roleOf(withRole(choice, role))).toBe(role);
    }
  });

  it('may be two kinds; without its last kind it is left out, unless it completes the orders', () => {
    const two = withKind(choice, 'customers', true);
    expect(two.kinds).toEqual(['receivables', 'customers']);
    const none = withKind(withKind(two, 'receivables', false), 'customers', false);
    expect(none.use).toBe('ignored');
    expect(withKind({ ...choice, use: 'lookup' }, 'receivables', false).use).toBe('lookup');
  });

  it('changes how orders are read where it became orders, or completes them no more', () => {
    const orders = withRole(choice, 'orders');
    expect(touchesOrders(choice, orders, false)).toBe(true);
    expect(touchesOrders(orders, withKind(orders, 'opportunities', true), false)).toBe(false);
    expect(touchesOrders(choice, withRole(choice, 'lookup'), false)).toBe(true);
    expect(touchesOrders(choice, withRole(choice, 'ignored'), true)).toBe(true);
    expect(touchesOrders(choice, withRole(choice, 'ignored'), false)).toBe(false);
  });

  it('never changes what it was given', () => {
    const before = structuredClone(choice);
    withKind(choice, 'visits', true);
    withField(choice, { kind: 'receivables', header: '金额', field: 'due' });
    withKeyField(choice, { kind: 'receivables', field: 'amount', wanted: true });
    withFix(choice, { column: '金额', row: 3, to: '1' });
    expect(choice).toEqual(before);
  });
});

describe('columns of a kind', () => {
  it('feed one field each, and a field has one column', () => {
    const moved = withField(choice, { kind: 'receivables', header: '到期日', field: 'amount' });
    expect(fieldOfColumn(moved, 'receivables', '到期日')).toBe('amount');
    expect(fieldOfColumn(moved, 'receivables', '金额')).toBeNull();
    const other = withField(moved, { kind: 'receivables', header: '到期日', field: 'due' });
    expect(other.fields.receivables).toEqual({ invoice: '发票', customer: '客户', due: '到期日' });
  });

  it('are missing where the kind cannot do without; orders have a mapping of their own', () => {
    expect(missingFields(choice, 'receivables')).toEqual([]);
    const bare = withField(choice, { kind: 'receivables', header: '金额', field: null });
    expect(missingFields(bare, 'receivables')).toEqual(['amount']);
    expect(missingFields(choice, 'orders')).toEqual([]);
  });

  it('that are read no more leave the key', () => {
    const keyed = withKeyField(choice, { kind: 'receivables', field: 'amount', wanted: true });
    expect(keyOf(keyed, 'receivables')).toEqual(['invoice', 'customer', 'amount']);
    const bare = withField(keyed, { kind: 'receivables', header: '发票', field: null });
    expect(keyOf(bare, 'receivables')).toEqual(['customer', 'amount']);
  });

  it('make the same key in whatever order they are chosen', () => {
    const one = withKeyField({ ...choice, key: { receivables: ['amount'] } }, key('invoice'));
    const other = withKeyField({ ...choice, key: { receivables: ['invoice'] } }, key('amount'));
    expect(one.key).toEqual(other.key);
  });
});

const key = (field: string) => ({ kind: 'receivables' as const, field, wanted: true });

describe('merging', () => {
  it('replaces what says how things stand as a whole and updates the rest, until a person says otherwise', () => {
    expect(mergeOf(choice, 'receivables')).toBe('replace');
    expect(mergeOf(choice, 'visits')).toBe('update');
    expect(mergeOf(withMerge(choice, 'visits', 'onlyNew'), 'visits')).toBe('onlyNew');
  });
});

describe('mended cells', () => {
  it('are mended once: a newer mend of the same cell takes the place of the older', () => {
    const twice = withFix(withFix(choice, { column: '金额', row: 3, to: '1' }), { column: '金额', row: 3, to: '2' });
    expect(twice.fixes).toEqual([{ column: '金额', row: 3, to: '2' }]);
  });

  it('of one row and of all rows that say the same stand beside each other, and are taken back one by one', () => {
    const one = { column: '客户', row: 3, to: 'b' };
    const all = { column: '客户', from: 'a', to: 'b' };
    const both = withFix(withFix(choice, one), all);
    expect(both.fixes).toEqual([one, all]);
    expect(withoutFix(both, all).fixes).toEqual([one]);
    expect(withoutFix(withoutFix(both, all), one)).toEqual(choice);
  });

  it('of one cell go to all that said the same in the file, however often the cell was mended before', () => {
    const fix = (from: string, to: string) => ({ column: '行业', row: 3, from, to });
    const twice = withFix(withFix(choice, fix('technolgy', 'tech')), fix('tech', 'technology'));
    expect(twice.fixes).toEqual([fix('technolgy', 'technology')]);
    const wide = withFixEverywhere(twice, twice.fixes[0]);
    expect(wide?.fixes).toEqual([{ column: '行业', from: 'technolgy', to: 'technology' }]);
    // Shown as `technology` by now; the file still says `technolgy`.
    const again = withFix(wide ?? choice, fix('technology', 'IT'));
    expect(withFixEverywhere(again, fix('technology', 'IT'))?.fixes).toEqual([
      { column: '行业', from: 'technolgy', to: 'IT' },
    ]);
  });

  it('of a blank cell, or of one whose text is not known, are those of that cell alone', () => {
    expect(withFixEverywhere(choice, { column: '行业', row: 3, from: '', to: 'x' })).toBeNull();
    expect(withFixEverywhere(choice, { column: '行业', row: 3, to: 'x' })).toBeNull();
  });
});
