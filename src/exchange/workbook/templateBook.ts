import { SOURCE_KINDS, type SourceField, type SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import type { TemplateWords } from '~/domain/templateWords';
import { guarded } from '../csv/formulaGuard';
import type { Book, BookCell, BookSheet, BookStyle } from './book';
import { columnLetters } from './cellAddress';
import { isoSerial } from './isoSerial';
import { sheetName } from './sheetName';
import { writeBook } from './writeBook';

export interface TemplateOptions {
  kind: SourceKind;
  words: TemplateWords;
  as: 'xlsx' | 'csv';
}

/** Rows that carry the formats of their columns; whoever has more drags them down or pastes. */
const READY_ROWS = 500;
const LAST_ROW = READY_ROWS + 1;
/** No template is older or younger than another: equal words give equal bytes. */
const MADE_AT = '2000-01-01T00:00:00Z';

/**
 * An empty table to fill in for one kind of import: a head per column and one line of example, which the import takes back
 * as that very kind. As a workbook it has formats for days, amounts and texts, lists for what is chosen from a few words,
 * a note on every head, the head kept in view and a sheet that explains; as CSV only the two lines, with a byte order mark.
 */
export async function templateBook({ kind, words, as }: TemplateOptions): Promise<Uint8Array> {
  if (!SOURCE_KINDS.includes(kind)) throw new RangeError(`no kind ${kind}`);
  const { fields } = SOURCES[kind];
  return as === 'csv' ? templateCsv(fields, words) : writeBook(bookOf(fields, words));
}

function templateCsv(fields: readonly SourceField[], words: TemplateWords): Uint8Array {
  const lines = [fields.map(({ id }) => words.heads[id]), fields.map(({ id }) => words.examples[id] ?? '')];
  const cell = (text: string): string => {
    const safe = guarded(text);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return new TextEncoder().encode(`\uFEFF${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`);
}

const bookOf = (fields: readonly SourceField[], words: TemplateWords): Book => ({
  sheets: [rowsSheet(fields, words), helpSheet(fields, words)],
  names: [],
  title: words.file,
  createdAt: MADE_AT,
  properties: {},
});

const INK = { head: '1F2937', example: '9CA3AF' };
const HEAD: BookStyle = { bold: true, ink: INK.head, fill: 'E5E7EB', lineBelow: '9CA3AF', wrap: true };
const NEEDED: BookStyle = { ...HEAD, fill: 'FDE68A' };
const HEAD_STYLE = 0;
const NEEDED_STYLE = 1;
const FIRST_BODY_STYLE = 2;

function rowsSheet(fields: readonly SourceField[], words: TemplateWords): BookSheet {
  const example = FIRST_BODY_STYLE + fields.length;
  return {
    name: sheetName(words.sheet),
    columns: fields.map(({ id }) => ({ width: Math.max(12, Math.min(28, 2 * words.heads[id].length + 4)) })),
    styles: [
      HEAD,
      NEEDED,
      ...fields.map((field) => ({ format: formatOf(field) })),
      ...fields.map((field) => ({ format: formatOf(field), ink: INK.example })),
    ],
    rows: [
      {
        row: 1,
        cells: fields.map(({ id, required }, column) => ({
          column,
          style: required ? NEEDED_STYLE : HEAD_STYLE,
          value: words.heads[id],
        })),
      },
      {
        row: 2,
        cells: fields.map((field, column) => ({ column, style: example + column, value: exampleOf(field, words) })),
      },
      ...Array.from({ length: READY_ROWS - 1 }, (_, i) => ({
        row: i + 3,
        cells: fields.map((_field, column): BookCell => ({ column, style: FIRST_BODY_STYLE + column, value: null })),
      })),
    ],
    frozen: { rows: 1, columns: 0 },
    notes: [
      ...fields.map((field, column) => ({ row: 1, column, text: noteOf(field, words), author: words.help })),
      { row: 2, column: 0, text: words.exampleRow, author: words.help },
    ],
    lists: fields.flatMap(({ id }, column) => {
      const values = Object.values(words.shown[id] ?? {});
      const letters = columnLetters(column);
      return values.length > 0 ? [{ range: `${letters}2:${letters}${LAST_ROW}`, values }] : [];
    }),
  };
}

/** Codes and months are text: a spreadsheet would take their zeros or make days of them. */
function formatOf({ type }: SourceField): string {
  switch (type) {
    case 'day':
      return 'yyyy-mm-dd';
    case 'amount':
      return '#,##0.00';
    case 'quantity':
    case 'number':
      return 'General';
    case 'percent':
      return '0.0%';
    default:
      return '@';
  }
}

function exampleOf({ id, type }: SourceField, words: TemplateWords): string | number | null {
  const text = words.examples[id] ?? '';
  if (text === '') return null;
  if (type === 'day') return isoSerial(text)?.serial ?? text;
  if (type === 'percent') return Number.parseFloat(text) / 100;
  return type === 'amount' || type === 'quantity' || type === 'number' ? Number(text) : text;
}

const noteOf = ({ id, type, required }: SourceField, words: TemplateWords): string =>
  [
    words.need[required ? 'yes' : 'no'],
    [words.form[type], Object.values(words.shown[id] ?? {}).join(' / ')].filter(Boolean).join(': '),
    words.notes[id],
  ]
    .filter(Boolean)
    .join('\n');

/** Three columns under a name of its own: the import takes it for what it is, words about another table. */
function helpSheet(fields: readonly SourceField[], words: TemplateWords): BookSheet {
  const { column, note, example } = words.helpHead;
  const line = (row: number, values: (string | undefined)[], style: number) => ({
    row,
    cells: values.map((value, at) => ({ column: at, style, value: value ?? null })),
  });
  return {
    name: sheetName(words.help),
    columns: [{ width: 22 }, { width: 60 }, { width: 26 }],
    styles: [HEAD, { format: '@', wrap: true }],
    rows: [
      line(1, [column, note, example], 0),
      ...fields.map((field, i) =>
        line(i + 2, [words.heads[field.id], noteOf(field, words), words.examples[field.id]], 1),
      ),
    ],
    frozen: { rows: 1, columns: 0 },
  };
}
