import { amountFromText, type DecimalMark } from '../csv/amountText';
import { isOpenDate, NO_DATE } from '../csv/calendarDate';
import { dateFromText } from '../csv/dateText';

/** What the first rows of a column look like. All are shares of its cells that are not empty. */
export interface ColumnEvidence {
  filled: number;
  dates: number;
  numbers: number;
  /** Whole numbers without sign. */
  whole: number;
  /** Numbers with decimals. */
  decimals: number;
  distinct: number;
  /** Cells that only a decimal comma explains, against those that only a point does. */
  commaMarks: number;
  pointMarks: number;
}

/** Reads a few dozen cells; an empty column is all zeros. */
export function columnEvidence(cells: readonly string[]): ColumnEvidence {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (test: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const number = (text: string, mark: DecimalMark): boolean => amountFromText(text, mark) !== null;
  return {
    filled: cells.length === 0 ? 0 : texts.length / cells.length,
    dates: share((text) => isDateLike(text)),
    numbers: share((text) => number(text, '.') || number(text, ',')),
    whole: share((text) => /^\d+$/.test(text)),
    decimals: share((text) => /\d[.,]\d{1,2}$/.test(text) && (number(text, '.') || number(text, ','))),
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    commaMarks: share((text) => number(text, ',') && !number(text, '.')),
    pointMarks: share((text) => number(text, '.') && !number(text, ',')),
  };
}

const isDateLike = (text: string): boolean => {
  const value = dateFromText(text);
  // Five digits may be a serial date as well as any other number: no evidence.
  return value !== NO_DATE && (isOpenDate(value) || /\D/.test(text) || /^(?:19|20)\d{6}$/.test(text));
};
