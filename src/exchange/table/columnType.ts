import { amountFromText, type DecimalMark } from '../csv/amountText';
import { isOpenDate, NO_DATE } from '../csv/calendarDate';
import { dateFromText } from '../csv/dateText';
import { cellMonth } from './cellDate';
import type { ColumnExpectation } from './columnWords';
import type { ColumnType } from './detectedTable';
import { cellTextOf, isHollow } from './gridCell';
import { quickNumber } from './quickNumber';
import type { GridCell } from './sheetGrid';

const YES_NO = /^(?:是|否|有|无|true|false|yes|no|y|n|√|×|✓|✗|对|错)$/i;
/** Numbers of more digits are keys: a float or a spreadsheet would not keep them. */
const KEY_DIGITS = 16;

/**
 * What the cells of a column are, from a sample of them and from what its name leads one to expect. Cells decide; the name
 * decides where cells fit several readings (45125 is a date under 日期 and an amount under 金额; 00123 and ids stay texts).
 */
export function columnType(sample: readonly GridCell[], expected: ColumnExpectation, year: number | null): ColumnType {
  const tally = {
    dates: 0,
    serials: 0,
    compact: 0,
    months: 0,
    numbers: 0,
    percent: 0,
    yesNo: 0,
    key: 0,
    years: 0,
    plain: 0,
    serial: 0,
    largest: 0,
  };
  let filled = 0;
  let serialCells = 0;
  for (const cell of sample) {
    const text = cellTextOf(cell);
    if (text === '' || isHollow(text)) continue;
    filled++;
    if (cell !== null && typeof cell === 'object') {
      serialCells++;
      continue;
    }
    note(cell, text, tally, year);
  }
  if (filled === 0) return 'text';
  const most = filled * 0.7;
  const dates = tally.dates + serialCells;
  const dateLike = dates + tally.serials + tally.compact;
  if (dates > 0 && dateLike >= most && (dates >= filled * 0.2 || expected.date)) return 'day';
  if (expected.date && dateLike >= most && !expected.money) return 'day';
  // Serial days of any year, as long as they are no days of a month.
  if (expected.date && !expected.money && !expected.count && tally.serial === filled && tally.largest > 31)
    return 'day';
  if (tally.compact === filled && filled > 1 && !expected.money && !expected.count && !expected.code) return 'day';
  if (expected.year && tally.years >= most) return 'year';
  if (tally.months >= most && (tally.plain < filled * 0.5 || expected.month)) return 'month';
  if (tally.yesNo === filled) return 'boolean';
  const numbers = tally.numbers + tally.percent;
  if (tally.percent > 0 && tally.percent >= numbers * 0.5 && numbers >= most) return 'percent';
  if (expected.code && !expected.money && tally.percent === 0) return 'text';
  if (tally.key > 0 && !expected.money && !expected.count) return 'text';
  const least = expected.money || expected.count || expected.share ? 0.5 : 0.9;
  if (numbers < filled * least || numbers === 0) return 'text';
  return expected.money ? 'amount' : 'number';
}

type Tally = {
  dates: number;
  serials: number;
  compact: number;
  months: number;
  numbers: number;
  percent: number;
  yesNo: number;
  key: number;
  years: number;
  plain: number;
  /** Whole numbers that may be serial days, and the largest of them. */
  serial: number;
  largest: number;
};

function note(cell: GridCell, text: string, tally: Tally, year: number | null): void {
  if (typeof cell === 'boolean' || YES_NO.test(text)) tally.yesNo++;
  const digits = /^\d+$/.test(text);
  if (digits) tally.plain++;
  if (digits && text.length <= 6 && Number(text) > 0) {
    tally.serial++;
    tally.largest = Math.max(tally.largest, Number(text));
  }
  if (digits && (text.length >= KEY_DIGITS || (text.length > 1 && text.startsWith('0')))) tally.key++;
  if (/^(?:19|20)\d\d年?$/.test(text)) tally.years++;
  if (cellMonth(typeof cell === 'number' ? text : cell, year, false) !== null) tally.months++;
  const date = dateFromText(text);
  if (date !== NO_DATE || isOpenDate(date)) {
    if (/^(?:19|20)\d{6}$/.test(text)) tally.compact++;
    else if (/^\d+(?:\.\d+)?$/.test(text)) tally.serials++;
    else tally.dates++;
  }
  if (typeof cell === 'number') tally.numbers++;
  else if (/[%％]/.test(text)) {
    const bare = text.replace(/[%％]/, '');
    if (isNumber(bare, '.') || isNumber(bare, ',')) tally.percent++;
  } else if (isNumber(text, '.') || isNumber(text, ',')) tally.numbers++;
}

const isNumber = (text: string, mark: DecimalMark): boolean =>
  quickNumber(text, mark) !== null || amountFromText(text, mark) !== null;
