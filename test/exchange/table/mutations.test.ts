import { expect, it } from 'vitest';
import { detectTable } from '~/exchange/table/detectTable';
import { messyFiles } from '../../support/messyFiles/messyFiles';
import { brokenLaw, mutationRun } from './mutationRun';

// As many again, of other seeds, in moreMutations.test.ts: 20,000 a run, and each file on a core of its own.
const MUTATIONS = 10_000;

it(`${MUTATIONS} damaged files end in a table that names every row, or in a reason`, { timeout: 600_000 }, async () => {
  const report = await mutationRun({ from: 1, count: MUTATIONS });
  expect(report.broken).toEqual([]);
  expect(report.read).toBeGreaterThan(MUTATIONS / 2);
});

it('the laws hold for whole files, and notice a row that went missing', async () => {
  for (const file of messyFiles(3, 20)) {
    const table = await detectTable(file.bytes);
    if (!table.ok) throw new Error(file.name);
    expect([file.name, brokenLaw(table.value)]).toEqual([file.name, null]);
    const { rowNumbers, rows, rowsIn, columns } = table.value;
    const short = columns.map((column) => ({
      ...column,
      values: column.values.slice(1),
      doubts: column.doubts.slice(1),
    }));
    if (table.value.layout === 'long')
      expect(
        brokenLaw({
          ...table.value,
          columns: short,
          rowNumbers: rowNumbers.slice(1),
          rows: rows - 1,
          rowsIn: rowsIn - 1,
        }),
      ).not.toBeNull();
  }
});
