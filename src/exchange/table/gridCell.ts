import { amountFromText } from '../csv/amountText';
import { isOpenDate, NO_DATE } from '../csv/calendarDate';
import { dateFromText } from '../csv/dateText';
import { unguarded } from '../csv/formulaGuard';
import { headerPeriod } from './headerPeriod';
import { quickNumber } from './quickNumber';
import type { GridCell } from './sheetGrid';

/** What a cell looks like before its column is known. A period (2024-03, 1月, Q1, 2024) may name a column or date a row. */
export type CellLook = 'blank' | 'number' | 'date' | 'period' | 'label';

const HOLLOW =
  /^(?:[-–—―－一]{1,3}|n\/?a\.?|#n\/a|null|nil|none|\\n|nan|#div\/0!|#ref!|#value!|#name\?|#num!|#null!|无|暂无|未知|不详|\/|\.{2,3}|\?+)$/i;

/** What stands where a number or a date should: -, —, N/A, #DIV/0!. Such a cell is blank, not 0. */
export const isHollow = (text: string): boolean => text.length <= 8 && HOLLOW.test(text.normalize('NFKC'));

/** A cell as text without outer blanks of any kind; '' for nothing. A guard against formulas (', =" ") is taken off. */
export function cellTextOf(cell: GridCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return bare(cell);
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return numberText(cell.serial);
}

function bare(text: string): string {
  const first = text.charCodeAt(0);
  const trimmed = isSolid(first) && isSolid(text.charCodeAt(text.length - 1)) ? text : trim(text);
  if (first === 0x3d && /^="[^"]*"$/.test(trimmed)) return trimmed.slice(2, -1);
  return first === 0x27 ? unguarded(trimmed) : trimmed;
}

/** True for characters that are certainly no blank of any kind: nearly all first and last ones. */
const isSolid = (code: number): boolean =>
  (code > 0x26 && code < 0x7f) || (code > 0x3000 && code < 0xfe00) || (code > 0xff00 && code < 0xffef);

const BLANK = /[\s\u200b-\u200f\u202a-\u202e\ufeff]/;

/** Also marks of byte order and of direction, and blanks of no width, which hide in copied cells. */
function trim(text: string): string {
  // By hand: a pattern for the end would try every blank of a long run.
  let from = 0;
  let to = text.length;
  while (from < to && BLANK.test(text[from])) from++;
  while (to > from && BLANK.test(text[to - 1])) to--;
  return text.slice(from, to);
}

/** The fifteen digits a spreadsheet shows: 0.1 + 0.2 is 0.3. Never with an exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isSafeInteger(value)) return String(value + 0);
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  if (Math.abs(rounded) >= 1) return BigInt(rounded).toString();
  return rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

/** Whether a row holds nothing but blanks. */
export const isBlankRow = (row: readonly GridCell[]): boolean => row.every((cell) => cellTextOf(cell) === '');

/** What a cell looks like by itself, to tell heads from rows; a year alone is a period. */
export function lookOf(cell: GridCell | undefined): CellLook {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1990 && cell <= 2099 ? 'period' : 'number';
  if (cell !== null && typeof cell === 'object') return 'date';
  const text = cellTextOf(cell);
  if (text === '') return 'blank';
  if (isHollow(text)) return 'label';
  if (text.length > 40) return 'label';
  if (/\d/.test(text.normalize('NFKC')) || /月|季/.test(text)) {
    const period = headerPeriod(text);
    if (period && period.rest === '') return 'period';
    const plain = text.replace(/%$/, '');
    if (quickNumber(plain, '.') !== null) return 'number';
    if (amountFromText(plain, '.') !== null || amountFromText(plain, ',') !== null) return 'number';
    const date = dateFromText(text);
    if (date !== NO_DATE || isOpenDate(date)) return 'date';
  }
  return 'label';
}
