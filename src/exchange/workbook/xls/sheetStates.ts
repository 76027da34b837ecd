import { issue } from '~/domain/issue';
import { Refusal } from '../../archive/refusal';

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

const SHEET = 0x85;
const PASSWORD = 0x2f;
const BEGIN = 0x809;
const END = 0x0a;
const MACRO_SHEET = 1;
const WORKSHEET = 0;
const STATES: readonly SheetState[] = ['visible', 'hidden', 'veryHidden'];

/**
 * How the tabs of an .xls are shown, in their order; null for charts and other sheets without cells. Books with a
 * password, of programs before 1997, or with sheets of macros throw a `Refusal`.
 */
export function sheetStates(book: Uint8Array): (SheetState | null)[] {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  const states: (SheetState | null)[] = [];
  for (let at = 0; at + 4 <= book.length; at += 4 + view.getUint16(at + 2, true)) {
    const id = view.getUint16(at, true);
    if (at + 4 + view.getUint16(at + 2, true) > book.length) break;
    if (at === 0 && (id !== BEGIN || view.getUint16(4, true) !== 0x600)) throw new Refusal(issue('workbook/oldFormat'));
    if (id === PASSWORD) throw new Refusal(issue('workbook/encrypted'));
    if (id === END) break;
    if (id !== SHEET) continue;
    const kind = book[at + 9];
    if (kind === MACRO_SHEET) throw new Refusal(issue('workbook/macros'));
    states.push(kind === WORKSHEET ? (STATES[book[at + 8] & 3] ?? 'hidden') : null);
  }
  return states;
}
