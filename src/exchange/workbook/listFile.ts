import { csvText } from '../csv/csvText';
import type { Book, BookCell, BookStyle } from './book';
import { isoSerial } from './isoSerial';
import { sheetName } from './sheetName';
import { writeBook } from './writeBook';

/** One column of a list. Numbers are major units, shares (0.12 = 12 %) or ISO days as texts; null is an empty cell. */
export interface ListFileColumn {
  head: string;
  kind: 'text' | 'number' | 'money' | 'share' | 'day';
  values: (string | number | null)[];
}

export interface ListFile {
  title: string;
  columns: ListFileColumn[];
  /** Decimal places of money. */
  decimals: number;
  exportedAt: string;
  as: 'csv' | 'xlsx';
}

/** A list as a file for spreadsheets: a head, a row each. Text that looks like a formula stays text in both forms. */
export async function listFile(list: ListFile): Promise<Uint8Array> {
  return list.as === 'csv' ? listCsv(list) : writeBook(listBook(list));
}

function listCsv({ columns, decimals }: ListFile): Uint8Array {
  const rows = columns[0]?.values.length ?? 0;
  const text = ({ kind, values }: ListFileColumn, row: number): string => {
    const value = values[row];
    if (value === null) return '';
    return kind === 'money' && typeof value === 'number' ? value.toFixed(decimals) : String(value);
  };
  const lines = Array.from({ length: rows }, (_, row) => columns.map((column) => text(column, row)));
  return new TextEncoder().encode(csvText([columns.map(({ head }) => head), ...lines]));
}

const HEAD: BookStyle = { bold: true, ink: '1F2937', fill: 'E5E7EB', lineBelow: '9CA3AF', wrap: true };

function listBook({ title, columns, decimals, exportedAt }: ListFile): Book {
  const rows = columns[0]?.values.length ?? 0;
  const formats: Record<ListFileColumn['kind'], string> = {
    text: '@',
    number: '#,##0.##',
    money: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0',
    share: '0.0%',
    day: 'yyyy-mm-dd',
  };
  const cell = ({ kind, values }: ListFileColumn, column: number, row: number): BookCell => {
    const value = values[row];
    const shown = kind === 'day' && typeof value === 'string' ? (isoSerial(value)?.serial ?? value) : value;
    return { column, style: column + 1, value: shown };
  };
  return {
    title,
    createdAt: exportedAt,
    names: [],
    properties: {},
    sheets: [
      {
        name: sheetName(title),
        columns: columns.map(({ head, kind }) => ({ width: Math.max(kind === 'text' ? 16 : 12, head.length + 4) })),
        styles: [HEAD, ...columns.map(({ kind }) => ({ format: formats[kind] }))],
        frozen: { rows: 1, columns: 1 },
        rows: [
          { row: 1, cells: columns.map(({ head }, column) => ({ column, style: 0, value: head })) },
          ...Array.from({ length: rows }, (_, row) => ({
            row: row + 2,
            cells: columns.map((column, at) => cell(column, at, row)),
          })),
        ],
      },
    ],
  };
}
