import { toMinorUnits } from '~/domain/decimal';
import { type Issue, issue } from '~/domain/issue';
import { monthIndexOf } from '~/domain/period';
import type { SourceField, SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { amountFromText, type DecimalMark } from '../csv/amountText';
import { closeDate, isOpenDate, NO_DATE } from '../csv/calendarDate';
import { dateFromText } from '../csv/dateText';
import { columnEvidence } from '../mapping/columnEvidence';
import { createDateDecision } from '../mapping/dateDecision';
import { choiceOf, flagOf } from './choiceWords';
import { impliedField } from './impliedFields';
import { monthFromText } from './monthText';
import type { TableSource, TableTexts } from './tableSource';

/** One field of all rows. Numbers are days, months, minor units, counts, shares, flags: NaN = blank or not understood. */
export interface ReadColumn {
  field: SourceField;
  /** Header it was read from; '' where it is implied. */
  header: string;
  numbers: Float64Array | null;
  texts: string[] | null;
  /** By row of the table: what is wrong with its cell. */
  problems: Map<number, Issue>;
}

export interface ReadColumns {
  columns: ReadColumn[];
  /** Questions that only a person can settle: dates that fit both readings. */
  questions: Issue[];
}

export interface ColumnOptions {
  kind: SourceKind;
  /** Field → header. */
  fields: Record<string, string>;
  source: Pick<TableSource, 'id' | 'file' | 'unit' | 'dateOrder' | 'decimalMark'>;
  minorUnit: number;
}

/**
 * Reads the columns of a table as the fields of a kind, each by its type: amounts to minor units, rounded once, half away from
 * zero; days by one order for the whole column; the decimal mark by column as well. A blank cell is blank; a cell that is not
 * what its column is gets a problem and counts as blank. Nothing is guessed cell by cell.
 */
export function readColumns(texts: TableTexts, options: ColumnOptions): ReadColumns {
  const { kind, fields, source } = options;
  const read: ReadColumns = { columns: [], questions: [] };
  for (const field of SOURCES[kind].fields) {
    const header = fields[field.id];
    const at = header === undefined ? -1 : texts.headers.indexOf(header);
    const implied =
      at < 0 ? impliedField(kind, field.id, { headers: texts.headers, sample: [], name: source.id }) : null;
    if (at < 0 && !implied) continue;
    const cells = implied ? texts.rows.map(implied) : texts.rows.map((row) => row[at].trim());
    const place = { file: source.file, column: header ?? field.id };
    const column: ReadColumn = { field, header: at < 0 ? '' : header, numbers: null, texts: null, problems: new Map() };
    const context: Context = { ...options, field, cells, place, column, numbers: texts.numbers };
    const question = READERS[field.type](context);
    if (question) read.questions.push(question);
    read.columns.push(column);
  }
  return read;
}

interface Context extends ColumnOptions {
  field: SourceField;
  cells: readonly string[];
  numbers: readonly number[];
  place: { file: string; column: string };
  column: ReadColumn;
}

type Reader = (context: Context) => Issue | null;

const READERS: Record<SourceField['type'], Reader> = {
  member: asText,
  text: asText,
  choice: asChoice,
  flag: (context) => eachNumber(context, 'import/badChoice', flagOf),
  day: asDay,
  month: asMonth,
  percent: asPercent,
  amount: (context) => asDecimal(context, context.minorUnit, context.source.unit),
  quantity: (context) => asDecimal(context, null, 1),
  number: (context) => asDecimal(context, null, 1),
};

function asText({ cells, column }: Context): null {
  column.texts = cells.map((cell) => (BLANKS.has(cell) ? '' : cell.replace(/\s+/g, ' ')));
  return null;
}

function asChoice({ kind, field, cells, column, fields, numbers, place }: Context): null {
  // A stage that says neither won nor lost is still open.
  const otherwise = field.id === 'result' && fields.result === fields.stage ? 'open' : null;
  column.texts = cells.map((cell, row) => {
    if (cell === '') return '';
    const choice = choiceOf(kind, field.id, cell) ?? otherwise;
    if (choice === null) column.problems.set(row, problem('import/badChoice', { cell, place, row: numbers[row] }));
    return choice ?? '';
  });
  return null;
}

/** Signs for nothing. */
const BLANKS = new Set(['', '-', '—', '–', '/', 'N/A', 'n/a', 'NA', '#N/A', 'NULL', 'null', '无']);

function eachNumber(
  { cells, column, numbers, place }: Context,
  code: Issue['code'],
  numberFor: (cell: string) => number | null,
): null {
  column.numbers = Float64Array.from(cells, (cell, row) => {
    if (BLANKS.has(cell)) return Number.NaN;
    const value = numberFor(cell);
    if (value === null) column.problems.set(row, problem(code, { cell, place, row: numbers[row] }));
    return value ?? Number.NaN;
  });
  return null;
}

function asDecimal(context: Context, minorUnit: number | null, unit: number): null {
  const mark = context.source.decimalMark ?? markOf(context.cells);
  return eachNumber(context, 'import/badNumber', (cell) => {
    const plain =
      minorUnit === null ? cell.replace(/\s*(?:年|天|日|小时|个月|人|分|次|件|台|箱|吨|days?|hours?|h)$/i, '') : cell;
    const value = amountFromText(plain, mark);
    if (value === null) return null;
    const { coefficient, scale } = value;
    if (minorUnit !== null) {
      const whole = unit === 1 ? value : { coefficient: scaled(coefficient, unit), scale };
      return toMinorUnits(whole, minorUnit);
    }
    const number = scale === 0 ? Number(coefficient) : Number(coefficient) / 10 ** scale;
    return Number.isFinite(number) ? number + 0 : null;
  });
}

const scaled = (coefficient: number | bigint, unit: number): number | bigint => {
  const product = Number(coefficient) * unit;
  return Number.isSafeInteger(product) ? product : BigInt(coefficient) * BigInt(unit);
};

function markOf(cells: readonly string[]): DecimalMark {
  const { commaMarks, pointMarks } = columnEvidence(cells.length > 2000 ? cells.slice(0, 2000) : cells);
  return commaMarks > 0 && pointMarks === 0 ? ',' : '.';
}

/** 12 % is 0.12; without a sign 0.12 is too, unless the column has numbers above 1.5: then all of them are percent. */
function asPercent(context: Context): null {
  const mark = context.source.decimalMark ?? markOf(context.cells);
  const numberFor = (cell: string): { value: number; signed: boolean } | null => {
    const text = cell.normalize('NFKC').trim();
    const signed = text.endsWith('%');
    const decimal = amountFromText(signed ? text.slice(0, -1) : text, mark);
    return decimal && { value: Number(decimal.coefficient) / 10 ** decimal.scale, signed };
  };
  const hundreds = context.cells.some((cell) => {
    const read = numberFor(cell);
    return read !== null && !read.signed && Math.abs(read.value) > 1.5;
  });
  return eachNumber(context, 'import/badNumber', (cell) => {
    const read = numberFor(cell);
    return read && (read.signed || hundreds ? read.value / 100 : read.value);
  });
}

function asDay(context: Context): Issue | null {
  const { cells, column, numbers, place } = context;
  const days = cells.map((cell) => (BLANKS.has(cell) ? null : dateFromText(cell)));
  const order = orderOf(context, days);
  if (order !== null && typeof order === 'object') return order;
  column.numbers = Float64Array.from(days, (day, row) => {
    if (day === null) return Number.NaN;
    const closed = isOpenDate(day) ? (order ? closeDate(day, order) : NO_DATE) : day;
    if (closed !== NO_DATE) return closed;
    column.problems.set(row, problem('import/badDate', { cell: cells[row], place, row: numbers[row] }));
    return Number.NaN;
  });
  return null;
}

function asMonth(context: Context): Issue | null {
  const { cells } = context;
  const open = cells.map((cell) => {
    const day = monthFromText(cell) === null ? dateFromText(cell) : NO_DATE;
    return isOpenDate(day) ? day : null;
  });
  const order = orderOf(context, open);
  if (order !== null && typeof order === 'object') return order;
  eachNumber(context, 'import/badDate', (cell) => {
    const month = monthFromText(cell);
    if (month !== null || order === null) return month;
    const day = closeDate(dateFromText(cell), order);
    return day === NO_DATE ? null : monthIndexOf(day);
  });
  return null;
}

/** Which number is the month, for the whole column; the question where only a person can tell. */
function orderOf(
  { source, cells, place, numbers }: Context,
  days: readonly (number | null)[],
): 'mdy' | 'dmy' | 'ymd' | Issue | null {
  if (source.dateOrder !== null) return source.dateOrder;
  const decision = createDateDecision(place.column);
  days.forEach((day, index) => {
    if (day === null || !isOpenDate(day)) return;
    decision.note(day, () => ({ index, row: numbers[index], file: place.file, value: cells[index], cells: [] }));
  });
  const decided = decision.decide();
  return decided.ok ? decided.order : { ...decided.issue, place };
}

const problem = (
  code: Issue['code'],
  { cell, place, row }: { cell: string; place: { file: string; column: string }; row: number },
): Issue => issue(code, { value: cell.slice(0, 100) }, { ...place, row });
