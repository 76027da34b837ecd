import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { type NumberContext, readNumber } from '~/domain/number';
import type { PeriodId } from '~/domain/period';
import type { Column } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  ALL_ROWS,
  atOfRow,
  CELL_BLANK,
  CELL_UNKNOWN,
  ROW_OPEN,
  type SheetBlock,
  type SheetField,
  type SheetRows,
} from '~/domain/sheet';

export interface MarginLine {
  id: string;
  label: string;
  /** What it holds now; null = blank. */
  current: number | null;
  text: string;
}

export interface MarginDraft {
  rows: readonly MarginLine[];
  periods: readonly (MarginLine & { periods: readonly PeriodId[] })[];
}

/** Rows right below the active one where it is open, else the ones beside it: what one sees together is fixed together. */
export function marginRows(rows: SheetRows, row: string): string[] {
  const at = rows.ids.indexOf(row);
  if (at < 0) return [];
  const isOpen = row === ALL_ROWS || (rows.flags[at] & ROW_OPEN) !== 0;
  const hasChildren = rows.level[at + 1] === rows.level[at] + 1;
  const above = isOpen && hasChildren ? row : parentOf(row);
  const level = above === ALL_ROWS ? 1 : above.split('/').length + 1;
  return rows.ids.filter(
    (id, index) => rows.level[index] === level && id !== ALL_ROWS && (above === ALL_ROWS || id.startsWith(`${above}/`)),
  );
}

/** The year that the active cell lies in, and its parts: several years at once have no common table. */
export function marginFields(
  fields: readonly SheetField[],
  { active, kind }: { active: readonly PeriodId[]; kind: 'month' | 'quarter' },
): { year: SheetField; parts: SheetField[] } | null {
  const years = fields.filter((field) => field.kind === 'year');
  const year = years.find(({ periods }) => active.length > 0 && active.every((id) => periods.includes(id))) ?? years[0];
  if (!year) return null;
  const parts = fields.filter((field) => field.kind === kind && field.periods.every((id) => year.periods.includes(id)));
  return parts.length > 0 ? { year, parts } : null;
}

/** What a run of rows holds in a column; null = blank. `first` is the place of the first row of the block. */
export function amountsOf(
  { first, count, values, flags }: Pick<SheetBlock, 'first' | 'count' | 'values' | 'flags'>,
  { rows, field }: { rows: readonly number[]; field: number },
): (number | null)[] {
  const width = count === 0 ? 0 : values.length / count;
  return rows.map((row) => {
    const at = (row - first) * width + field;
    return (flags[at] & (CELL_BLANK | CELL_UNKNOWN)) !== 0 ? null : values[at];
  });
}

const parentOf = (row: string): string => {
  const slash = row.lastIndexOf('/');
  return slash < 0 ? ALL_ROWS : row.slice(0, slash);
};

interface Reading {
  column: Column;
  within: CellRef['within'];
  reading: Omit<NumberContext, 'current' | 'kind'>;
}

/** Sums of both sides as they are typed; null where one is not understood yet. */
export function marginSums(
  draft: MarginDraft,
  options: Pick<Reading, 'reading'>,
): { rows: number | null; periods: number | null } {
  const sum = (lines: readonly MarginLine[]): number | null =>
    lines.reduce<number | null>((all, line) => {
      const amount = amountOf(line, options.reading);
      return all === null || !amount.ok ? null : all + amount.value;
    }, 0);
  return { rows: sum(draft.rows), periods: sum(draft.periods) };
}

/** The command a pair of margins means; refused with the first text that is no number, or where the sides differ. */
export function marginCommand(draft: MarginDraft, { column, within, reading }: Reading): Result<Command> {
  const rows: { at: CellRef['at']; total: number }[] = [];
  for (const line of draft.rows.filter(isSpoken)) {
    const amount = amountOf(line, reading);
    if (!amount.ok) return amount;
    rows.push({ at: atOfRow(line.id), total: amount.value });
  }
  const periods: { periods: string[]; total: number }[] = [];
  for (const line of draft.periods.filter(isSpoken)) {
    const amount = amountOf(line, reading);
    if (!amount.ok) return amount;
    periods.push({ periods: [...line.periods], total: amount.value });
  }
  const difference = sumOf(rows) - sumOf(periods);
  if (difference !== 0) return fail({ code: 'margins/differ', params: { amount: Math.abs(difference) } });
  return ok({ name: 'targets/setMargins', column, rows, periods, ...(within?.length ? { within } : {}) });
}

/** Where nobody has spoken and nobody does now, nothing is laid: blank is not zero. */
const isSpoken = ({ current, text }: MarginLine): boolean => current !== null || text.trim() !== '';

const sumOf = (lines: readonly { total: number }[]): number => lines.reduce((sum, { total }) => sum + total, 0);

function amountOf({ text, current }: MarginLine, reading: Reading['reading']): Result<number> {
  const read = readNumber(text, { ...reading, current, kind: 'money' });
  return read.ok ? ok(read.value.kind === 'blank' ? 0 : read.value.amount) : read;
}
