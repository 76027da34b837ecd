import type { Issue } from '~/domain/issue';
import { columnKey } from '~/domain/plan';
import type { SheetField } from '~/domain/sheet';
import type { CellNumber } from './blockCache';
import { amountOf } from './cellEntry';
import { editRefusal } from './cellState';
import type { RowStub } from './rowStub';

/** What is to become of one cell of a block. `unread` is a text that is no number, `none` asks for nothing. */
export type BlockEntry =
  | { kind: 'value'; amount: number; relative?: boolean }
  | { kind: 'blank' }
  | { kind: 'unread'; text: string; issue: Issue }
  | { kind: 'none' };

/** A cell by its place in the block. */
export interface BlockCell {
  row: number;
  column: number;
}

export interface BlockChange extends BlockCell {
  before: number | null;
  /** null = blank. */
  amount: number | null;
}

/** Why a cell of a block is left as it is. A `total` follows from parts of it that are in the block as well. */
export type BlockProblem = BlockCell &
  ({ kind: 'refused'; issue: Issue } | { kind: 'total' } | { kind: 'unread'; text: string; issue: Issue });

export interface BlockPlan {
  changes: BlockChange[];
  /** Cells that hold the wanted value already. */
  same: number;
  /** Entries that change what is there: +10%. */
  relative: number;
  problems: BlockProblem[];
}

export interface BlockOptions {
  rows: readonly RowStub[];
  /** Columns of the block; null where it is one of names. */
  fields: readonly (SheetField | null)[];
  read(row: number, column: number): CellNumber | null;
  entry(row: number, column: number, current: number | null): BlockEntry;
  readOnly: boolean;
  readOnlyWhy: Issue | null;
}

/** Who changes and who does not when a block of cells is written at once. Nothing is done yet. */
export function planBlock(options: BlockOptions): BlockPlan {
  const { rows, fields, read, entry, readOnly, readOnlyWhy } = options;
  const plan: BlockPlan = { changes: [], same: 0, relative: 0, problems: [] };
  const sums = {
    rows: rows.map((_, at) => isRowSum(rows, at)),
    fields: fields.map((field) => isFieldSum(field, fields)),
  };
  for (let row = 0; row < rows.length; row++) {
    for (let column = 0; column < fields.length; column++) {
      const field = fields[column];
      const cell = read(row, column);
      const before = field ? amountOf(cell, field) : null;
      const wanted = entry(row, column, before);
      if (wanted.kind === 'none') continue;
      if (!field || rows[row].role === 'unallocated') {
        plan.problems.push({ row, column, kind: 'refused', issue: { code: 'target/notEditable' } });
        continue;
      }
      // A goal is nobody's sum, and no part of a block either: it is set by a command of its own.
      const refusal: Issue | null =
        field.kind === 'goal'
          ? { code: 'target/notEditable' }
          : editRefusal({ field, flags: cell?.flags ?? 0, readOnly, why: readOnlyWhy });
      if (refusal) plan.problems.push({ row, column, kind: 'refused', issue: refusal });
      else if (sums.rows[row] || sums.fields[column]) plan.problems.push({ row, column, kind: 'total' });
      else if (wanted.kind === 'unread') plan.problems.push({ row, column, ...wanted });
      else {
        const amount = wanted.kind === 'value' ? wanted.amount : null;
        if (wanted.kind === 'value' && wanted.relative) plan.relative += 1;
        if (amount === before) plan.same += 1;
        else plan.changes.push({ row, column, before, amount });
      }
    }
  }
  return plan;
}

/** The rows of a block directly below one of them, by their place in the block. */
export function rowParts(rows: readonly RowStub[], whole: number): number[] {
  if (rows[whole].role === 'total') {
    return rows.flatMap(({ role, level }, at) => (role === 'row' && level === 1 ? [at] : []));
  }
  const { level, role } = rows[whole];
  const parts: number[] = [];
  if (role !== 'row') return parts;
  for (let at = whole + 1; at < rows.length && rows[at].role === 'row' && rows[at].level > level; at++) {
    if (rows[at].level === level + 1) parts.push(at);
  }
  return parts;
}

/** What the parts get decides about their sum: else cells that nobody meant would have to make up for the difference. */
const isRowSum = (rows: readonly RowStub[], at: number): boolean => rowParts(rows, at).length > 0;

/** True where a column has a part among others. */
export const isFieldSum = (whole: SheetField | null, fields: readonly (SheetField | null)[]): boolean =>
  whole !== null && fields.some((part) => part !== null && liesWithin(part, whole));

/** A column is a part of another where it covers less of the same numbers. */
export function liesWithin(part: SheetField, whole: SheetField): boolean {
  if (!isPlain(part) || !isPlain(whole) || keyOf(part) !== keyOf(whole)) return false;
  const at = Object.entries(whole.at ?? {});
  if (at.some(([dimension, code]) => part.at?.[dimension] !== code)) return false;
  if (!part.periods.every((period) => whole.periods.includes(period))) return false;
  return part.periods.length < whole.periods.length || Object.keys(part.at ?? {}).length > at.length;
}

const PLAIN = new Set<SheetField['kind']>(['month', 'quarter', 'half', 'year', 'total', 'member']);

const isPlain = ({ kind }: SheetField): boolean => PLAIN.has(kind);

const keyOf = ({ column }: SheetField): string => (column ? columnKey(column) : '');
