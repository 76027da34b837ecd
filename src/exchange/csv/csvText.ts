import { guardedCell } from './formulaGuard';

/**
 * Rows of cells as CSV to download, with BOM and CRLF, so that spreadsheets open it as UTF-8. Text that a spreadsheet would run as
 * a formula (= + - @ tab CR, also full-width) gets an apostrophe; numbers stay numbers. No row gives the BOM and one line end.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;

function csvCell(text: string): string {
  const safe = guardedCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
