import { issue } from '~/domain/issue';
import { Refusal } from '../../archive/refusal';
import type { SheetGrid } from '../../table/sheetGrid';
import { packageSheets } from '../packageSheets';
import { compoundFile } from './compoundFile';
import { sheetStates } from './sheetStates';

/** The sheets of an .xls of 1997 or later. What else lies in such a container is refused, with what it is. */
export async function readXls(bytes: Uint8Array, only: string | null): Promise<SheetGrid[]> {
  const { names, stream } = compoundFile(bytes);
  if (names.includes('EncryptedPackage')) throw new Refusal(issue('workbook/encrypted'));
  if (names.some((name) => /^(_VBA_PROJECT_CUR|_VBA_PROJECT|VBA)$/i.test(name)))
    throw new Refusal(issue('workbook/macros'));
  const book = stream('Workbook');
  if (!book) throw new Refusal(issue(names.includes('Book') ? 'workbook/oldFormat' : 'workbook/wrongKind'));
  const states = sheetStates(book);
  const read = await import('hucre/xlsx');
  const from1904 = dateSystem(book) === 1904;
  // Days come as dates of the system they are told to be of, and go back to serials of the same.
  const { sheets } = await read.readXls(bytes, { dateSystem: from1904 ? '1904' : '1900' });
  return packageSheets(sheets, { states, only, from1904 });
}

const DATE_MODE = 0x22;

function dateSystem(book: Uint8Array): 1900 | 1904 {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  for (let at = 0; at + 6 <= book.length; at += 4 + view.getUint16(at + 2, true)) {
    const id = view.getUint16(at, true);
    if (id === DATE_MODE) return view.getUint16(at + 4, true) === 1 ? 1904 : 1900;
    if (id === 0x0a) break;
  }
  return 1900;
}
