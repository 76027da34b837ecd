import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { CELL_BLANK, ROW_OPEN, ROW_PARENT, type SheetField, type SheetRows } from '~/domain/sheet';
import {
  amountsOf,
  type MarginDraft,
  marginCommand,
  marginFields,
  marginRows,
  marginSums,
} from '~/ui/pages/plan/spread/marginDraft';

const reading = { minorUnit: 2, unit: 1, locale: 'en' };
const options = { column: WORKING_TARGET, within: undefined, reading };

const draft: MarginDraft = {
  rows: [
    { id: 'region:1', label: 'East', current: 60_00, text: '80' },
    { id: 'region:2', label: 'West', current: 40_00, text: '40' },
  ],
  periods: [
    { id: 'q:1', label: 'Q1', current: 50_00, text: '70', periods: ['2027-01'] },
    { id: 'q:2', label: 'Q2', current: 50_00, text: '50', periods: ['2027-02'] },
  ],
};

test('margins that agree become one command', () => {
  expect(marginCommand(draft, options)).toEqual({
    ok: true,
    value: {
      name: 'targets/setMargins',
      column: WORKING_TARGET,
      rows: [
        { at: { region: 1 }, total: 80_00 },
        { at: { region: 2 }, total: 40_00 },
      ],
      periods: [
        { periods: ['2027-01'], total: 70_00 },
        { periods: ['2027-02'], total: 50_00 },
      ],
    },
  });
});

test('margins that differ are refused with the amount; relative texts count from what is there', () => {
  const off = { ...draft, rows: [{ ...draft.rows[0], text: '+50%' }, draft.rows[1]] };
  expect(marginSums(off, options)).toEqual({ rows: 130_00, periods: 120_00 });
  expect(marginCommand(off, options)).toEqual({
    ok: false,
    issues: [{ code: 'margins/differ', params: { amount: 10_00 } }],
  });
});

test('a text that is no number has no sum and no command', () => {
  const bad = { ...draft, rows: [{ ...draft.rows[0], text: 'x' }, draft.rows[1]] };
  expect(marginSums(bad, options).rows).toBeNull();
  expect(marginCommand(bad, options).ok).toBe(false);
});

const sheet = (ids: string[], open: string[]): SheetRows => ({
  sheet: 1,
  version: 1,
  fields: [],
  ids,
  labels: ids,
  level: Uint8Array.from(ids, (id) => (id === 'all' ? 0 : id.split('/').length)),
  flags: Uint8Array.from(ids, (id) => (open.includes(id) ? ROW_OPEN | ROW_PARENT : 0)),
  totalRows: ids.length - 1,
});

test('an open row gives the rows right below it, a closed one those beside it', () => {
  const rows = sheet(['all', 'a:1', 'a:1/b:1', 'a:1/b:2', 'a:2'], ['all', 'a:1']);
  expect(marginRows(rows, 'all')).toEqual(['a:1', 'a:2']);
  expect(marginRows(rows, 'a:1')).toEqual(['a:1/b:1', 'a:1/b:2']);
  expect(marginRows(rows, 'a:2')).toEqual(['a:1', 'a:2']);
  expect(marginRows(rows, 'a:1/b:2')).toEqual(['a:1/b:1', 'a:1/b:2']);
  expect(marginRows(rows, 'a:9')).toEqual([]);
});

test('where nobody has spoken nothing is laid, unless a number is typed now', () => {
  const blank = { id: 'region:3', label: 'North', current: null, text: '' };
  expect(marginCommand({ ...draft, rows: [...draft.rows, blank] }, options)).toEqual(marginCommand(draft, options));
  const typed = marginCommand({ ...draft, rows: [draft.rows[0], { ...blank, text: '40' }] }, options);
  expect(typed.ok && typed.value).toMatchObject({ rows: [{ total: 80_00 }, { at: { region: 3 }, total: 40_00 }] });
  const cleared = {
    ...draft,
    rows: [
      { ...draft.rows[0], text: '120' },
      { ...draft.rows[1], text: '' },
    ],
  };
  expect(marginCommand(cleared, options)).toMatchObject({
    ok: true,
    value: { rows: [{ total: 120_00 }, { total: 0 }] },
  });
});

test('of several years the one that is looked at is laid out, by its own parts', () => {
  const field = (id: string, kind: SheetField['kind'], periods: string[]): SheetField => ({
    id,
    kind,
    periods,
    editable: true,
  });
  const fields = [
    field('m:1', 'month', ['1']),
    field('m:2', 'month', ['2']),
    field('m:3', 'month', ['3']),
    field('m:4', 'month', ['4']),
    field('y:a', 'year', ['1', '2']),
    field('y:b', 'year', ['3', '4']),
    field('t:all', 'total', ['1', '2', '3', '4']),
  ];
  const idsAt = (active: string[]) => marginFields(fields, { active, kind: 'month' })?.parts.map(({ id }) => id);
  expect(idsAt(['4'])).toEqual(['m:3', 'm:4']);
  expect(idsAt(['1', '2', '3', '4'])).toEqual(['m:1', 'm:2']);
  expect(idsAt([])).toEqual(['m:1', 'm:2']);
  expect(marginFields(fields, { active: [], kind: 'quarter' })).toBeNull();
  expect(marginFields([], { active: [], kind: 'month' })).toBeNull();
});

test('rows are read from a block wherever it begins, blank apart from zero', () => {
  const block = {
    first: 10,
    count: 3,
    values: Float64Array.from([1, 2, 3, 4, 0, 6]),
    flags: Uint16Array.from([0, 0, 0, 0, 0, CELL_BLANK]),
  };
  expect(amountsOf(block, { rows: [12, 10], field: 1 })).toEqual([null, 2]);
  expect(amountsOf(block, { rows: [12], field: 0 })).toEqual([0]);
});
