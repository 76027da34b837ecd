import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { ROW_OPEN, ROW_PARENT, type SheetRows } from '~/domain/sheet';
import { type MarginDraft, marginCommand, marginRows, marginSums } from '~/ui/pages/plan/spread/marginDraft';

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
