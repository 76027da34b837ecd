import type { CellError } from '~/domain/packView';

/** Cells of one column that are wrong in the same way and say the same. */
export interface ErrorGroup {
  column: string;
  value: string;
  code: CellError['issue']['code'];
  issue: CellError['issue'];
  cells: number;
  /** Rows as a person counts in the file; the first few. */
  rows: number[];
  /** False: kept, but worth a look. */
  reported: boolean;
}

const FEW_ROWS = 5;

/** What is wrong, the most frequent first: one line where twelve cells say the same. What is left out comes before what is kept. */
export function errorGroups(errors: readonly CellError[]): ErrorGroup[] {
  const groups = new Map<string, ErrorGroup>();
  for (const { column, value, issue, row, reported } of errors) {
    const key = JSON.stringify([column, value, issue.code]);
    const group = groups.get(key) ?? { column, value, code: issue.code, issue, cells: 0, rows: [], reported };
    group.cells += 1;
    if (group.rows.length < FEW_ROWS) group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(b.reported) - Number(a.reported) || b.cells - a.cells);
}
