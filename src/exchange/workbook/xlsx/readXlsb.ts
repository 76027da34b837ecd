import { issue } from '~/domain/issue';
import type { Archive } from '../../archive/openArchive';
import { Refusal } from '../../archive/refusal';
import type { SheetGrid } from '../../table/sheetGrid';
import { closeParts, type PackageParts } from '../packageParts';
import { packageSheets } from '../packageSheets';

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
  for (let at = 0; at + 2 <= book.length; ) {
    const id = book[at] < 0x80 ? book[at] : (book[at] & 0x7f) | (book[at + 1] << 7);
    at += book[at] < 0x80 ? 1 : 2;
    let size = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = book[at++] ?? 0;
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (at + size > book.length) break;
    if (id === BOOK && size >= 1) from1904 = (book[at] & 1) === 1;
    if (id === SHEET && size >= 4) states.push(STATES[view.getUint32(at, true)] ?? 'hidden');
    at += size;
  }
  return { states, from1904 };
}
