import { issue } from '~/domain/issue';
import { Refusal } from '../../archive/refusal';
import type { SheetGrid } from '../../table/sheetGrid';
import { bookBudget, createGrid, type GridBuilder } from '../gridBuilder';
import { cellFormat, styleFormats } from './cellFormat';
import { htmlValue } from './htmlValue';
import { pageAttribute } from './pageAttribute';
import { pageTags } from './pageTags';

interface OpenTable {
  grid: GridBuilder;
  name: string;
  row: number;
  column: number;
  /** Columns that a cell from a row above still covers: how many more rows. */
  covered: Map<number, number>;
  cell: { tag: string; text: string } | null;
}

const MOST_SPAN = 1000;
/** Cells kept free for spans, all rows together: beyond this a page only wants to be waited for. */
const MOST_COVERED = 5_000_000;

/**
 * The tables of a web page, as programs export them under the name .xls: text with the formats Excel leaves in it, spans
 * as merged blocks. A table inside a cell is one of its own and leaves no text in that cell. Scripts and styles are never
 * run and never shown. A table is named by its caption, else by its place among several: #1, #2.
 */
export function readHtmlTables(page: string): SheetGrid[] {
  const budget = bookBudget();
  const grids: { grid: GridBuilder; name: string }[] = [];
  const open: OpenTable[] = [];
  let formats: ReadonlyMap<string, string> = new Map();
  let isCaption = false;
  let coveredSoFar = 0;

  const closeCell = (table: OpenTable): void => {
    if (!table.cell) return;
    const { tag, text } = table.cell;
    table.cell = null;
    const rows = span(tag, 'rowspan');
    const columns = span(tag, 'colspan');
    table.grid.put(table.row, table.column, htmlValue({ tag, text, format: cellFormat(tag, formats) }));
    if (rows * columns > 1) table.grid.merge({ row: table.row, column: table.column, rows, columns });
    if (rows > 1) coveredSoFar += columns;
    if (rows > 1) for (let i = 0; i < columns; i++) table.covered.set(table.column + i, rows);
    table.column += columns;
  };

  const startRow = (table: OpenTable): void => {
    closeCell(table);
    table.row += 1;
    table.column = 0;
    coveredSoFar += table.covered.size;
    if (coveredSoFar > MOST_COVERED) throw new Refusal(issue('workbook/tooManyCells'));
    for (const [column, rows] of table.covered) {
      if (rows > 1) table.covered.set(column, rows - 1);
      else table.covered.delete(column);
    }
  };

  pageTags(page, {
    style: (css) => {
      formats = new Map([...formats, ...styleFormats(css)]);
    },
    open(name, tag) {
      const table = open.at(-1);
      if (name === 'table') {
        const fresh = { grid: createGrid(budget), name: '', row: -1, column: 0, covered: new Map(), cell: null };
        open.push(fresh);
        grids.push(fresh);
      } else if (!table) return;
      else if (name === 'tr') startRow(table);
      else if (name === 'td' || name === 'th') {
        closeCell(table);
        if (table.row < 0) startRow(table);
        while (table.covered.has(table.column)) table.column += 1;
        table.cell = { tag, text: '' };
      } else if (name === 'caption') isCaption = true;
      else if (table.cell && BREAKS.has(name)) table.cell.text += '\n';
    },
    close(name) {
      const table = open.at(-1);
      if (!table) return;
      if (name === 'td' || name === 'th') closeCell(table);
      else if (name === 'caption') isCaption = false;
      else if (name === 'table') {
        closeCell(table);
        open.pop();
      } else if (table.cell && BREAKS.has(name)) table.cell.text += '\n';
    },
    text(raw) {
      const table = open.at(-1);
      if (!table) return;
      if (isCaption) table.name += raw;
      else if (table.cell) table.cell.text += raw.replace(/\s+/g, ' ');
    },
  });
  for (const table of open) closeCell(table);

  const found = grids.flatMap(({ grid, name }) => grid.done(captionText(name), false) ?? []);
  return found.map((grid, i) => ({ ...grid, name: grid.name ?? (found.length > 1 ? `#${i + 1}` : null) }));
}

/** What begins a new line inside a cell. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);

const captionText = (raw: string): string | null => {
  const text = htmlValue({ tag: '', text: raw, format: '' });
  return typeof text === 'string' && text !== '' ? text : null;
};

function span(tag: string, name: string): number {
  const value = Number(tag === '' ? 1 : (pageAttribute(tag, name) ?? 1));
  return Number.isInteger(value) && value > 1 ? Math.min(value, MOST_SPAN) : 1;
}
