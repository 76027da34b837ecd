/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, line breaks between rows. Cells that hold
 * either, or a quote, stand in quotes.
 */
export const tableText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\n');

const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** The same as a table, for spreadsheets and documents that prefer one. */
export const tableHtml = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r?\n/g, '<br>');

/**
 * The cells of a pasted text. Every line break ends a row, whichever system wrote it, and the one behind the last row
 * makes no row of its own. A quote opens a cell that runs to its closing quote; one that is never closed is a plain sign.
 */
export function readTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    const sign = text[at];
    if (sign === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (sign === undefined) break;
    at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at === text.length) break;
  }
  return rows;
}

interface Cell {
  text: string;
  end: number;
}

const isEnd = (sign: string | undefined): boolean =>
  sign === undefined || sign === '\t' || sign === '\n' || sign === '\r';

function plainCell(text: string, from: number): Cell {
  let end = from;
  while (!isEnd(text[end])) end += 1;
  return { text: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): Cell | null {
  if (text[from] !== '"') return null;
  let end = from + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote < 0) return null;
    if (text[quote + 1] === '"') end = quote + 2;
    else if (isEnd(text[quote + 1])) {
      const inside = text.slice(from + 1, quote).replace(/""/g, '"');
      return { text: inside.replace(/\r\n?/g, '\n'), end: quote + 1 };
    } else return null;
  }
}
