import { type Issue, issue } from '~/domain/issue';
import type { TableFormat } from '~/domain/packView';
import type { DecimalMark } from '../csv/amountText';
import type { DateOrder } from '../csv/calendarDate';
import { type ColumnPeriods, columnPeriods } from './columnPeriods';
import { columnType } from './columnType';
import { type ColumnExpectation, columnExpectation } from './columnWords';
import { decideMark, decideOrder } from './decideReading';
import type { ColumnType, DetectedColumn } from './detectedTable';
import { cellTextOf } from './gridCell';
import { type HeaderUnit, headerUnit } from './headerUnit';
import { readColumn } from './readColumn';
import type { GridCell } from './sheetGrid';
import { swappedDays } from './swappedDays';

export interface RawColumn {
  header: string;
  source: number;
  cells: GridCell[];
}

export interface GridColumnsOptions {
  columns: readonly RawColumn[];
  format: Partial<TableFormat>;
  from1904: boolean;
  delimiter: string;
  /** Unit and year that stand above the table. */
  unit: HeaderUnit | null;
  year: number | null;
}

export interface GridColumns {
  columns: DetectedColumn[];
  periods: ColumnPeriods;
  issues: Issue[];
  decimalMark: DecimalMark | null;
  dateOrder: DateOrder | null;
  /** The unit its amounts share, 1 where they differ or have none. */
  unit: number;
}

const SAMPLE = 1000;

/** Types, marks, orders and units of all columns, then every cell read once in them. What was guessed is an issue. */
export function gridColumns({
  columns: given,
  format,
  from1904,
  delimiter,
  unit,
  year,
}: GridColumnsOptions): GridColumns {
  const issues: Issue[] = [];
  const expected = given.map(({ header }) => columnExpectation(header));
  const types = given.map(({ cells }, c) => columnType(sampleOf(cells), expected[c], year));
  const columns = given.map((column, c) => {
    const mended = types[c] === 'day' ? swappedDays(column.cells, from1904) : null;
    if (mended) issues.push(issue('import/daysSwapped', { column: column.header }, { column: column.header }));
    return mended ? { ...column, cells: mended } : column;
  });
  const periods = columnPeriods(
    columns.map(({ header }, c) => ({ header, type: types[c] })),
    year,
  );
  const counted = unit?.of === 'count';
  for (const [c, period] of periods.periods.entries()) {
    const named = period !== null || periods.derived[c] !== null;
    // Months without another word are money, unless the sheet says it counts.
    if (named && types[c] === 'number' && !expected[c].count && !counted) types[c] = 'amount';
  }
  const units = unitsOf({ columns, types, expected, unit, chosen: format.unit });
  const marks = marksOf(columns, types, { delimiter, chosen: format.decimalMark ?? null });
  const orders = ordersOf(columns, types, { from1904, chosen: format.dateOrder ?? null });

  const detected = columns.map(({ header, source, cells }, c): DetectedColumn => {
    const { mark, markOpen, example } = marks[c];
    const order = orders[c];
    const place = { column: header };
    if (markOpen) issues.push(issue('import/ambiguousNumber', { column: header, value: example }, place));
    if (order.open) {
      issues.push(issue('import/ambiguousDate', { value: order.example, column: header, ...order.counts }, place));
    }
    const power = Math.round(Math.log10(units[c]));
    const reading = { mark, markOpen, power, dateOrder: order.order, orderOpen: order.open, from1904, year };
    const read = readColumn(cells, { type: types[c], ...reading });
    if (read.doubtful > 0) issues.push(issue('import/doubtfulCells', { column: header, cells: read.doubtful }, place));
    const figure = isFigure(types[c]);
    return {
      header,
      source,
      type: types[c],
      ...read,
      unit: units[c],
      decimalMark: figure ? mark : null,
      dateOrder: order.order,
      period: periods.periods[c],
    };
  });
  const amounts = detected.filter((column) => column.type === 'amount');
  const shared = amounts.length > 0 && amounts.every((column) => column.unit === amounts[0].unit) ? amounts[0].unit : 1;
  return {
    columns: detected,
    periods,
    issues,
    decimalMark: mostOf(detected.map((column) => column.decimalMark)),
    dateOrder: mostOf(detected.map((column) => column.dateOrder)),
    unit: format.unit ?? shared,
  };
}

const isFigure = (type: ColumnType): boolean => type === 'number' || type === 'amount' || type === 'percent';

/** Filled cells, evenly from the whole column. */
function sampleOf(cells: readonly GridCell[]): GridCell[] {
  const step = Math.max(1, Math.floor(cells.length / SAMPLE));
  const sample: GridCell[] = [];
  for (let i = 0; i < cells.length; i += step) if (cellTextOf(cells[i]) !== '') sample.push(cells[i]);
  // A sparse column: what little there is decides.
  return sample.length >= 20 || step === 1 ? sample : cells.filter((cell) => cellTextOf(cell) !== '').slice(0, SAMPLE);
}

interface UnitsOptions {
  columns: readonly RawColumn[];
  types: readonly ColumnType[];
  expected: readonly ColumnExpectation[];
  unit: HeaderUnit | null;
  chosen: number | undefined;
}

/** The unit of each column: its own, else that of the table for what it speaks of, else 1. */
function unitsOf({ columns, types, expected, unit, chosen }: UnitsOptions): number[] {
  const anyAmount = types.includes('amount');
  return columns.map(({ header }, c) => {
    const own = headerUnit(header);
    if (types[c] !== 'amount' && types[c] !== 'number') return 1;
    if (own !== null) return own.factor;
    const money =
      types[c] === 'amount' || (!anyAmount && !expected[c].count && !expected[c].share && !expected[c].code);
    if (chosen !== undefined) return money ? chosen : 1;
    if (unit === null) return 1;
    // A price stays a price where the table says that it sums in 万元.
    if (unit.of === 'money') return money && !/单价|單價|unit ?price|均价/i.test(header) ? unit.factor : 1;
    return types[c] === 'number' ? unit.factor : 1;
  });
}

interface MarkReading {
  mark: DecimalMark;
  markOpen: boolean;
  example: string;
}

/** Per column, from its own cells; where they prove nothing from the other columns, and flagged where that may be wrong. */
function marksOf(
  columns: readonly RawColumn[],
  types: readonly ColumnType[],
  { delimiter, chosen }: { delimiter: string; chosen: DecimalMark | null },
): MarkReading[] {
  const decisions = columns.map(({ cells }, c) => (isFigure(types[c]) ? decideMark(cells) : null));
  const elsewhere = chosen ?? mostOf(decisions.map((decision) => decision?.mark ?? null));
  return decisions.map((decision) => {
    if (decision === null || chosen !== null) return { mark: chosen ?? '.', markOpen: false, example: '' };
    const { mark, open, openCommas, example } = decision;
    if (mark !== null) return { mark, markOpen: false, example };
    if (open === 0) return { mark: elsewhere ?? '.', markOpen: false, example };
    // 1,234 is a thousand wherever nothing speaks for decimal commas.
    if (openCommas === open && elsewhere !== ',' && delimiter !== ';') return { mark: '.', markOpen: false, example };
    // 1.234 beside proven decimal commas is a thousand as well.
    if (openCommas === 0 && elsewhere === ',') return { mark: ',', markOpen: false, example };
    if (openCommas === open && elsewhere === '.') return { mark: '.', markOpen: false, example };
    return { mark: elsewhere ?? (delimiter === ';' ? ',' : '.'), markOpen: true, example };
  });
}

function ordersOf(
  columns: readonly RawColumn[],
  types: readonly ColumnType[],
  { from1904, chosen }: { from1904: boolean; chosen: DateOrder | null },
): ReturnType<typeof decideOrder>[] {
  const decide = (c: number, elsewhere: DateOrder | null): ReturnType<typeof decideOrder> =>
    decideOrder(types[c] === 'day' ? columns[c].cells : [], from1904, elsewhere);
  const alone = columns.map((_, c) => decide(c, null));
  const proven = mostOf(alone.map((decision) => (decision.open ? null : decision.order)));
  return alone.map((decision, c) => {
    if (chosen !== null) return { ...decision, order: decision.order === null ? null : chosen, open: false };
    return decision.open && proven !== null ? decide(c, proven) : decision;
  });
}

function mostOf<T extends string>(values: readonly (T | null)[]): T | null {
  const tally = new Map<T, number>();
  for (const value of values) if (value !== null) tally.set(value, (tally.get(value) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
