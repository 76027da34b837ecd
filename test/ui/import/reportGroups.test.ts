import { describe, expect, it } from 'vitest';
import { issue } from '~/domain/issue';
import type { ImportReport } from '~/domain/order';
import type { ImportPreview } from '~/domain/view';
import { filterValues } from '~/ui/pages/import/filterValues';
import { firstRows, reportedRows } from '~/ui/pages/import/previewRow';
import { reasonGroups, shortCode, warningGroups } from '~/ui/pages/import/reportGroups';

const report: ImportReport = {
  source: 'a.csv',
  rowsIn: 100,
  kept: 60,
  reported: 40,
  byReason: { 'import/filteredOut': 30, 'import/badNumber': 3, 'import/badDate': 7, 'import/raggedRow': 0 },
  warnings: { 'import/negativeAmount': 2, 'import/unmatchedKey': 9 },
  amount: 1,
  rows: [
    {
      row: 3,
      issue: issue('import/badDate', { text: '13/13' }, { row: 3, column: 'day', file: 'a.csv' }),
      cells: ['13/13', 'x'],
    },
    {
      row: 4,
      issue: issue('import/filteredOut', undefined, { row: 4, column: 'stage', file: 'a.csv' }),
      cells: ['1/1', 'Lost'],
    },
  ],
  headers: ['day', 'stage'],
  unmatched: [],
};
const preview: ImportPreview = {
  report,
  coverage: null,
  dimensions: [],
  known: [],
  leftOut: [],
  downloadable: 0,
  issues: [],
};

describe('groups of reported rows', () => {
  it('put trouble before what was left out on purpose, the most frequent first, and leave out the empty', () => {
    expect(reasonGroups(report)).toEqual([
      { code: 'import/badDate', rows: 7 },
      { code: 'import/badNumber', rows: 3 },
      { code: 'import/filteredOut', rows: 30 },
    ]);
    expect(warningGroups(report).map((group) => group.code)).toEqual(['import/unmatchedKey', 'import/negativeAmount']);
  });

  it('add up to what is reported', () => {
    const sum = reasonGroups(report).reduce((all, group) => all + group.rows, 0);
    expect(sum).toBe(report.reported);
    expect(report.kept + sum).toBe(report.rowsIn);
  });

  it('ignore codes that this page does not know', () => {
    expect(reasonGroups({ ...report, byReason: { 'import/later': 3 } })).toEqual([]);
    expect(shortCode('import/badDate')).toBe('badDate');
  });
});

describe('rows of the preview', () => {
  const file = {
    name: 'a.csv',
    size: 1,
    role: 'orders' as const,
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 2,
    headers: ['day', 'stage'],
    sample: [
      ['13/13', 'x'],
      ['1/1', 'Lost'],
      ['1/2', 'Won'],
    ],
    issues: [],
  };

  it('stand under the row numbers of the file and carry what the check found', () => {
    const rows = firstRows(file, preview, 20);
    expect(rows.map((row) => [row.row, row.issue?.code ?? null])).toEqual([
      [3, 'import/badDate'],
      [4, 'import/filteredOut'],
      [5, null],
    ]);
    expect(rows[1].cells.stage).toBe('Lost');
  });

  it('can be narrowed to one reason', () => {
    expect(reportedRows(preview, 'import/badDate').map((row) => row.row)).toEqual([3]);
    expect(reportedRows(preview, null)).toHaveLength(2);
  });

  it('offer as values of a filter those kept, those seen and those left out, each once', () => {
    const values = filterValues({
      filter: { column: 'stage', keep: ['won'] },
      files: [file],
      leftOut: [{ value: 'lost', rows: 30 }],
    });
    expect(values).toEqual([
      { value: 'won', kept: true, rows: null },
      { value: 'x', kept: false, rows: null },
      { value: 'Lost', kept: false, rows: 30 },
    ]);
  });
});
