import type { Issue } from '~/domain/issue';
import type { TableChoice, TableRows, TableRowsQuery } from '~/domain/packView';
import { SOURCES } from '~/domain/sourceTable';
import { amountField } from '~/plan/sources/takeFacts';
import { createFixer } from './cellFixes';
import { readColumns } from './readColumns';
import { sieveRows } from './tableRead';
import { type TableSource, type TableTexts, tableTexts } from './tableSource';

export interface WindowInput {
  source: TableSource;
  choice: TableChoice;
  query: TableRowsQuery;
  minorUnit: number;
  /** Rows of a table of orders that the last check reported: it read them by bytes, and they are not read again. */
  orders: { row: number; issue: Issue; cells: string[] }[] | null;
  /** Rows of the whole table where they are known. */
  rows: number | null;
}

interface Fault {
  column: string;
  issue: Issue;
}

/** A window of a table's rows as a person mended them, with what is wrong in them. Orders show what the last check said. */
export async function tableWindow(input: WindowInput): Promise<TableRows> {
  const { source, choice, query } = input;
  const fixer = createFixer(choice.fixes, source.headers);
  const window = (
    texts: Pick<TableTexts, 'rows' | 'numbers'>,
    faultsOf: (i: number) => Fault[],
    of: number[],
  ): TableRows['rows'] =>
    of.map((i) => {
      const { cells, fixed } = fixer.mend(texts.numbers[i], texts.rows[i]);
      return { row: texts.numbers[i], cells, errors: faultsOf(i), fixed };
    });
  if (query.kind === 'orders') {
    const faults = new Map<number, Fault[]>();
    for (const { row, issue } of input.orders ?? []) {
      faults.set(row, [...(faults.get(row) ?? []), { column: issue.place?.column ?? '', issue }]);
    }
    if (query.onlyErrors) {
      const bad = (input.orders ?? []).filter(({ issue }) => issue.code !== 'import/filteredOut');
      const texts = { rows: bad.map(({ cells }) => cells), numbers: bad.map(({ row }) => row) };
      const shown = rangeOf(query, bad.length);
      return {
        headers: source.headers,
        rows: window(texts, (i) => faults.get(texts.numbers[i]) ?? [], shown),
        matching: bad.length,
      };
    }
    const texts = await tableTexts(source, { rows: query.first + query.count });
    const shown = rangeOf(query, texts.rows.length);
    const matching = Math.max(input.rows ?? 0, texts.rows.length);
    return { headers: source.headers, rows: window(texts, (i) => faults.get(texts.numbers[i]) ?? [], shown), matching };
  }
  const texts = await tableTexts(source);
  const mended = { ...texts, rows: texts.rows.map((cells, i) => fixer.mend(texts.numbers[i], cells).cells) };
  const faults = faultsOf(mended, input);
  const all = query.onlyErrors ? [...faults.keys()].sort((a, b) => a - b) : null;
  const matching = all?.length ?? texts.rows.length;
  const shown = rangeOf(query, matching).map((i) => all?.[i] ?? i);
  return { headers: source.headers, rows: window(texts, (i) => faults.get(i) ?? [], shown), matching };
}

const rangeOf = ({ first, count }: TableRowsQuery, length: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(count, length - first)) }, (_, i) => first + i);

/** What is wrong per row: every cell that is not what its column is, and what is missing. */
function faultsOf(texts: TableTexts, { choice, query, source, minorUnit }: WindowInput): Map<number, Fault[]> {
  const { kind } = query;
  const { columns } = readColumns(texts, { kind, fields: choice.fields[kind] ?? {}, source, minorUnit });
  const amount = SOURCES[kind].stored === 'facts' || SOURCES[kind].stored === 'targets' ? amountField(kind) : null;
  const { read } = sieveRows(texts, { columns, kind, amount });
  const faults = new Map<number, Fault[]>();
  const add = (row: number, fault: Fault): void => {
    const list = faults.get(row) ?? [];
    if (!list.some(({ column, issue }) => column === fault.column && issue.code === fault.issue.code)) list.push(fault);
    faults.set(row, list);
  };
  for (const { header, problems } of columns) for (const [row, issue] of problems) add(row, { column: header, issue });
  const indexOf = new Map(texts.numbers.map((number, i) => [number, i]));
  for (const { row, issue } of read.rejected) {
    const index = indexOf.get(row);
    if (index !== undefined) add(index, { column: issue.place?.column ?? '', issue });
  }
  return faults;
}
