import { issue } from '~/domain/issue';
import type { Archive } from '../../archive/openArchive';
import { Refusal } from '../../archive/refusal';
import type { SheetGrid } from '../../table/sheetGrid';
import { bookBudget, type GridBudget } from '../gridBuilder';
import { closeParts, type PackageParts } from '../packageParts';
import { packageSheets } from '../packageSheets';
import { binaryRecords } from './binaryRecords';

const SHEET = 156;
const BOOK = 153;
const STATES = ['visible', 'hidden', 'veryHidden'] as const;

/**
 * The sheets of a binary workbook. Its parts are unpacked and counted here and packed anew for the package that reads
 * them, so that the package never meets a file that was not checked.
 */
export async function readXlsb(archive: Archive, only: string | null): Promise<SheetGrid[]> {
  if (archive.paths.some((path) => /vbaproject|(^|\/)(intl)?macrosheets\//i.test(path)))
    throw new Refusal(issue('workbook/macros'));
  const parts: PackageParts = new Map();
  for (const path of archive.paths) {
    if (/^(_rels\/|xl\/_rels\/|xl\/worksheets\/[^/]*\.bin$|xl\/(workbook|styles|sharedStrings)\.bin$)/i.test(path))
      parts.set(path, await archive.read(path));
  }
  const budget = bookBudget();
  for (const [path, part] of parts) {
    if (path.includes('worksheets/') && part instanceof Uint8Array) refuseGaps(part, budget);
  }
  const { states, from1904 } = bookHead(await archive.read('xl/workbook.bin'));
  const { readXlsb: read } = await import('hucre/xlsx');
  const { sheets } = await read(await closeParts(parts), { dateSystem: from1904 ? '1904' : '1900' });
  return packageSheets(sheets, { states, only, from1904 });
}

/** How the tabs are shown, and the flag of the date system, from the records of the book. */
function bookHead(book: Uint8Array) {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  const states: (typeof STATES)[number][] = [];
  let from1904 = false;
  for (const { id, start, size } of binaryRecords(book)) {
    if (id === BOOK && size >= 1) from1904 = (book[start] & 1) === 1;
    if (id === SHEET && size >= 4) states.push(STATES[view.getUint32(start, true)] ?? 'hidden');
  }
  return { states, from1904 };
}

const ROW = 0;
const LAST_CELL = 11;

/** The package fills gaps before a cell without counting: a cell far to the right of every row would burst the worker. */
function refuseGaps(sheet: Uint8Array, budget: GridBudget): void {
  const view = new DataView(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  let width = 0;
  for (const { id, start, size } of binaryRecords(sheet)) {
    if (size < 4 || id > LAST_CELL) continue;
    const place = view.getUint32(start, true);
    const cells = id === ROW ? 1 : Math.max(0, place + 1 - width);
    width = id === ROW ? 0 : Math.max(width, place + 1);
    budget.cells -= cells;
    if (budget.cells < 0) throw new Refusal(issue('workbook/tooManyCells'));
  }
}
