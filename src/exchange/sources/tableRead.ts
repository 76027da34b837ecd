import { type Issue, type IssueCode, issue } from '~/domain/issue';
import type { ReportedRow } from '~/domain/order';
import type { CellError } from '~/domain/packView';
import { SOURCES } from '~/domain/sourceTable';
import type { ReadColumn } from './readColumns';
import type { TableTexts } from './tableSource';

/** What reading a table came to, whatever it holds. rowsIn = kept + reported, and so with the amounts, in minor units. */
export interface TableRead {
  rowsIn: number;
  kept: number;
  reported: number;
  byReason: Record<string, number>;
  amountIn: number | null;
  amountKept: number | null;
  amountReported: number | null;
  /** At most 1,000. */
  errors: CellError[];
  /** Reported rows with their cells, for the file of rejected rows: at most 100,000. */
  rejected: ReportedRow[];
  /** Questions that stand in the way. */
  questions: Issue[];
}

export const MOST_ERRORS = 1000;
const MOST_REJECTED = 100_000;

/** Says row by row which are kept. */
export interface RowSieve {
  read: TableRead;
  /** Rows of the table that are kept, in order. */
  readonly kept: number[];
  /** Takes a kept row back, because of something only seen later. */
  refuse(row: number, code: IssueCode, column: string): void;
}

/**
 * Sieves the rows of a table: out goes a row without what its kind cannot do without, or whose amount is not understood. Any
 * other cell that is not understood is told and counts as blank.
 */
export function sieveRows(
  texts: TableTexts,
  { columns, kind, amount }: { columns: readonly ReadColumn[]; kind: keyof typeof SOURCES; amount: string | null },
): RowSieve {
  const money = columns.find(({ field }) => field.id === amount)?.numbers ?? null;
  const hasMoney = amount !== null && columns.some(({ field }) => field.id === amount);
  const read: TableRead = {
    rowsIn: texts.rows.length + texts.broken.length,
    kept: 0,
    reported: 0,
    byReason: {},
    amountIn: hasMoney ? 0 : null,
    amountKept: hasMoney ? 0 : null,
    amountReported: hasMoney ? 0 : null,
    errors: [],
    rejected: [],
    questions: [],
  };
  const required = SOURCES[kind].fields.filter((field) => field.required);
  const missing = required.filter(({ id }) => !columns.some(({ field }) => field.id === id));
  const strict = columns.filter(({ field }) => field.required || field.type === 'amount');
  const amountAt = (row: number): number => {
    const value = money?.[row];
    return value === undefined || Number.isNaN(value) ? 0 : value;
  };
  const report = (row: number, found: Issue, cells: string[]): void => {
    read.reported += 1;
    read.byReason[found.code] = (read.byReason[found.code] ?? 0) + 1;
    if (read.rejected.length < MOST_REJECTED) read.rejected.push({ row, issue: found, cells });
  };
  const tell = (row: number, found: Issue, reported: boolean): void => {
    const column = found.place?.column ?? '';
    const at = texts.headers.indexOf(column);
    if (read.errors.length >= MOST_ERRORS) return;
    read.errors.push({
      row: texts.numbers[row],
      column,
      value: texts.rows[row][at] ?? '',
      issue: found,
      reported,
    });
  };
  for (const { row, code, cells } of texts.broken) report(row, issue(code, undefined, { row }), cells);
  const kept: number[] = [];
  texts.rows.forEach((cells, row) => {
    if (read.amountIn !== null) read.amountIn += amountAt(row);
    const bad =
      strict.map(({ problems }) => problems.get(row)).find((found) => found !== undefined) ??
      blankOf(row, { columns, missing, required, number: texts.numbers[row] });
    for (const { field, problems } of columns) {
      const found = problems.get(row);
      if (found && found !== bad) tell(row, found, bad !== undefined && (field.required ?? false));
    }
    if (!bad) {
      kept.push(row);
      if (read.amountKept !== null) read.amountKept += amountAt(row);
      return;
    }
    tell(row, bad, true);
    report(texts.numbers[row], bad, cells);
    if (read.amountReported !== null) read.amountReported += amountAt(row);
  });
  read.kept = kept.length;
  const refused = new Set<number>();
  return {
    read,
    get kept() {
      return refused.size === 0 ? kept : kept.filter((row) => !refused.has(row));
    },
    refuse(row, code, column) {
      const found = issue(
        code,
        { value: texts.rows[row][texts.headers.indexOf(column)] ?? '' },
        { row: texts.numbers[row], column },
      );
      refused.add(row);
      tell(row, found, true);
      report(texts.numbers[row], found, texts.rows[row]);
      read.kept -= 1;
      if (read.amountKept !== null) read.amountKept -= amountAt(row);
      if (read.amountReported !== null) read.amountReported += amountAt(row);
    },
  };
}

function blankOf(
  row: number,
  given: {
    columns: readonly ReadColumn[];
    missing: readonly { id: string }[];
    required: readonly { id: string }[];
    number: number;
  },
): Issue | undefined {
  const [first] = given.missing;
  if (first) return issue('import/missingColumn', { field: first.id }, { row: given.number });
  for (const { id } of given.required) {
    const column = given.columns.find(({ field }) => field.id === id);
    const isBlank = column?.texts ? column.texts[row] === '' : Number.isNaN(column?.numbers?.[row] ?? Number.NaN);
    if (isBlank) return issue('import/missingValue', undefined, { row: given.number, column: column?.header ?? id });
  }
  return undefined;
}
