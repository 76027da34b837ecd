import { isoDate } from '~/domain/period';
import type { DecimalMark } from '../csv/amountText';
import { closeDate, type DateOrder, isOpenDate, NO_DATE } from '../csv/calendarDate';
import { cellDay, cellMonth, UNREAL_DATE } from './cellDate';
import { cellNumber, cellPercent } from './cellNumber';
import { CELL_DOUBTS, type CellDoubt, type ColumnType } from './detectedTable';
import { createExactSum } from './exactSum';
import { cellTextOf, isHollow } from './gridCell';
import type { GridCell } from './sheetGrid';

export interface ColumnReading {
  type: ColumnType;
  mark: DecimalMark;
  /** True where cells may be read in another way as well: each is flagged. */
  markOpen: boolean;
  /** Power of ten of the unit. */
  power: number;
  dateOrder: DateOrder | null;
  /** True where nothing but a guess gave the order. */
  orderOpen: boolean;
  from1904: boolean;
  /** Year of months that name none. */
  year: number | null;
}

export interface ReadCells {
  values: (string | null)[];
  doubts: Uint8Array;
  doubtful: number;
  /** Doubtful cells as they are written, by row. */
  written: Map<number, string>;
  sum: string | null;
  /** True where a reader that knows no blanks but '' and no units would read the same. */
  plain: boolean;
}

const DOUBT = Object.fromEntries(CELL_DOUBTS.map((doubt, i) => [doubt, i])) as Record<CellDoubt, number>;
const OWN_UNIT = /[千万亿萬億]/;

/**
 * All cells of a column in its one reading. Blank, - and N/A are null, never 0. A cell that is not what its column is stays
 * as written and is flagged; nothing is guessed per cell.
 */
export function readColumn(cells: readonly GridCell[], reading: ColumnReading): ReadCells {
  const { type } = reading;
  const values = new Array<string | null>(cells.length).fill(null);
  const doubts = new Uint8Array(cells.length);
  const out: ReadCells = { values, doubts, doubtful: 0, written: new Map(), sum: null, plain: true };
  const flag = (i: number, doubt: CellDoubt, written: string): void => {
    if (doubts[i] === 0) out.doubtful++;
    doubts[i] = DOUBT[doubt];
    out.written.set(i, written);
  };
  if (type === 'text' || type === 'boolean') readTexts(cells, out);
  else if (type === 'day') readDays(cells, { reading, out, flag });
  else if (type === 'month' || type === 'year' || type === 'quarter') readMonths(cells, { reading, out, flag });
  else readNumbers(cells, { reading, out, flag });
  return out;
}

interface Work {
  reading: ColumnReading;
  out: ReadCells;
  flag(i: number, doubt: CellDoubt, written: string): void;
}

function readTexts(cells: readonly GridCell[], out: ReadCells): void {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const text = cellTextOf(cell);
    if (text !== '') out.values[i] = text;
    // A guard or a blank of another kind that only we take off.
    if (typeof cell === 'string' && text.length !== cell.length && text !== cell.trim()) out.plain = false;
  }
}

function readNumbers(cells: readonly GridCell[], { reading, out, flag }: Work): void {
  const { type, mark, markOpen, power } = reading;
  const sum = createExactSum();
  if (power !== 0 || type === 'percent' || mark !== '.') out.plain = false;
  for (let i = 0; i < cells.length; i++) {
    const cell = typeof cells[i] === 'string' ? cellTextOf(cells[i]) : cells[i];
    if (cell === '' || cell === null || cell === undefined) continue;
    let value = type === 'percent' ? cellPercent(cell, mark) : cellNumber(cell, mark, power);
    if (value === null || value === '') {
      const text = cellTextOf(cell);
      if (isHollow(text)) {
        out.plain = false;
        continue;
      }
      out.values[i] = text;
      flag(i, 'unread', text);
      continue;
    }
    if (power !== 0 && typeof cell === 'string' && OWN_UNIT.test(cell)) {
      value = cellNumber(cell, mark, 0) ?? value;
      flag(i, 'unit', cell);
    } else if (markOpen && typeof cell === 'string' && /[.,．，]/.test(cell)) flag(i, 'ambiguous', cell);
    out.values[i] = value;
    sum.add(value);
  }
  out.sum = sum.text();
}

function readDays(cells: readonly GridCell[], { reading, out, flag }: Work): void {
  const { dateOrder, orderOpen, from1904 } = reading;
  // Dates repeat: what was read once is known.
  const known = new Map<string, number>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const text = cellTextOf(cell);
    if (text === '') continue;
    let day = typeof cell === 'string' ? known.get(text) : undefined;
    if (day === undefined) {
      day = cellDay(typeof cell === 'string' ? text : cell, from1904);
      if (typeof cell === 'string') known.set(text, day);
    }
    const open = isOpenDate(day);
    const closed = open ? closeDate(day, dateOrder ?? 'mdy') : day;
    if (closed === UNREAL_DATE || closed === NO_DATE) {
      if (isHollow(text)) {
        out.plain = false;
        continue;
      }
      out.values[i] = text;
      flag(i, closed === UNREAL_DATE ? 'unreal' : 'unread', text);
      continue;
    }
    out.values[i] = isoDate(closed);
    if (open && orderOpen) flag(i, 'ambiguous', text);
    if (from1904 || (closed < FIRST_PLAIN_SERIAL && /^\d+$/.test(text))) out.plain = false;
  }
}

/** Serial dates before 1954 are numbers like any other for the import of plain files. */
const FIRST_PLAIN_SERIAL = -5844;

function readMonths(cells: readonly GridCell[], { reading, out, flag }: Work): void {
  const { type, year, from1904 } = reading;
  out.plain = false;
  for (let i = 0; i < cells.length; i++) {
    const text = cellTextOf(cells[i]);
    if (text === '') continue;
    const cell = typeof cells[i] === 'string' || typeof cells[i] === 'number' ? text : cells[i];
    const value = type === 'year' ? (/^(\d{4})年?$/.exec(text)?.[1] ?? null) : cellMonth(cell, year, from1904);
    if (value !== null) out.values[i] = value;
    else if (!isHollow(text)) {
      out.values[i] = text;
      flag(i, 'unread', text);
    }
  }
}
