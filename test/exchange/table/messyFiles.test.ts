import { describe, expect, it } from 'vitest';
import type { DetectedTable } from '~/exchange/table/detectedTable';
import { detectTable } from '~/exchange/table/detectTable';
import type { MessyFile } from '../../support/messyFiles/messyFile';
import { messyFiles } from '../../support/messyFiles/messyFiles';

async function found(file: MessyFile): Promise<DetectedTable> {
  const table = await detectTable(file.bytes, { name: file.name });
  if (!table.ok) throw new Error(JSON.stringify(table.issues));
  return table.value;
}

/** Numbers compare by value, all else as text. */
const same = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && a !== '' && b !== '' && Number(a) === Number(b));

const ASKED = ['import/ambiguousDate', 'import/ambiguousNumber'];

describe('a made-up messy file is read as a careful person reads it', () => {
  for (const seed of [1, 7001]) {
    for (const file of messyFiles(seed)) {
      it(`${file.name} (${seed})`, async () => {
        const table = await found(file);
        const { truth } = file;
        expect(table).toMatchObject({
          encoding: truth.encoding,
          delimiter: truth.delimiter,
          headerRow: truth.headerRow,
          headerRows: truth.headerRows,
          rows: truth.rows,
          unit: truth.unit ?? 1,
        });
        expect(table.dropped.filter((row) => row.row > truth.headerRow)).toHaveLength(truth.dropped);
        expect(table.rowsIn).toBe(table.rows + table.dropped.length + table.reported.length);
        expect(table.rowNumbers).toHaveLength(truth.data.length);
        expect(table.headers.map(headerName)).toEqual(truth.headers.map((name, i) => name || `#${i + 1}`));
        const asked = table.issues
          .filter(({ code }) => ASKED.includes(code))
          .map(({ code, place }) => [place?.column, code]);
        expect(Object.fromEntries(asked)).toEqual(truth.asked ?? {});
        const wrong: unknown[] = [];
        for (const [r, row] of truth.data.entries()) {
          for (const [c, cell] of row.entries()) {
            const value = table.columns[c].values[r];
            const flagged = truth.asked?.[table.columns[c].header] !== undefined && table.columns[c].doubts[r] > 0;
            if (!same(value, cell) && !flagged) wrong.push([table.rowNumbers[r], table.columns[c].header, value, cell]);
          }
        }
        expect(wrong.slice(0, 5)).toEqual([]);
        expect(Number(table.columns.at(-1)?.sum ?? truth.sum)).toBeCloseTo(truth.sum, 2);
      });
    }
  }
});

/** Numbered duplicates have the name they were written with. */
const headerName = (header: string): string => header.replace(/ \(\d\)$/, '');
