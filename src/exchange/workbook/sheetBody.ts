import type { BookCell, BookRow } from './book';
import { columnLetters } from './cellAddress';

const PIECE = 100_000;
const LONGEST_TEXT = 32_767;

/**
 * The rows of a sheet as the content of its sheetData element, in pieces of some 100 kB. Texts go in as inline strings, so that `=1+1` and `#N/A`
 * stay text; a formula carries its cached value; a number that is not finite is a programmer error.
 * `styleOf` gives the number under which the package knows a style.
 */
export function* sheetBody(rows: readonly BookRow[], styleOf: readonly number[]): Generator<string> {
  const letters: string[] = [];
  let piece = '';
  for (const row of rows) {
    let cells = '';
    for (const cell of row.cells) {
      letters[cell.column] ??= columnLetters(cell.column);
      cells += cellXml(cell, letters[cell.column] + row.row, styleOf[cell.style]);
    }
    piece += `<row r="${row.row}"${rowAttributes(row)}>${cells}</row>`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function rowAttributes(row: BookRow): string {
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
  const hidden = row.hidden ? ' hidden="1"' : '';
  return `${height}${hidden}${row.outline ? ` outlineLevel="${row.outline}"` : ''}`;
}

function cellXml(cell: BookCell, address: string, style: number): string {
  const head = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  const { value } = cell;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`cell value ${value} is not finite`);
  if (cell.formula !== undefined) {
    const type = typeof value === 'string' ? ' t="str"' : '';
    return `${head}${type}><f>${escaped(cell.formula)}</f>${value === null ? '' : `<v>${typeof value === 'string' ? escaped(value) : number(value)}</v>`}</c>`;
  }
  if (value === null) return `${head}/>`;
  if (typeof value === 'number') return `${head}><v>${number(value)}</v></c>`;
  return `${head} t="inlineStr"><is><t${EDGE_SPACE.test(value) ? ' xml:space="preserve"' : ''}>${escaped(value.slice(0, LONGEST_TEXT))}</t></is></c>`;
}

/** The shortest decimal text that reads back as the same number; −0 is written as 0. */
const number = (value: number): string => String(value === 0 ? 0 : value);

const EDGE_SPACE = /^\s|\s$|\n/;
const NEEDS_CARE = /[&<>\p{Cc}\uFFFE\uFFFF]|_x/u;
const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML knows no control characters: they are left out. `_x0041_` in a name would be read as an escape, so it is escaped. */
function escaped(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
    .replace(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1')
    .replace(/[&<>]/g, (character) => MARKUP[character]);
}
