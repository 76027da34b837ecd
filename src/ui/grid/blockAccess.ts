import type { At, CellRef } from '~/domain/cell';
import { atOfRow, type SheetField } from '~/domain/sheet';
import type { CellNumber } from './blockCache';
import type { BlockChange } from './blockPlan';
import { shareOf } from './cellCommand';
import type { CellReading } from './cellReading';
import { columnsOf, type GridRect, rowsOf } from './gridRange';
import type { GridSurface } from './gridSurface';
import type { RowStub } from './rowStub';
import type { SessionPorts } from './sessionPorts';
import { withinOf } from './sessionPorts';
import type { SheetSource } from './sheetSource';

/** A rectangle of the screen as rows, columns and numbers. */
export interface BlockAccess {
  rect: GridRect;
  rows: RowStub[];
  /** Null for the column of names. */
  fields: (SheetField | null)[];
  read(row: number, column: number): CellNumber | null;
}

/** Rows and columns are looked up once, so that ten thousand cells cost no more than their numbers. */
export function accessBlock(
  rect: GridRect,
  { surface, reading, source }: { surface: GridSurface; reading: CellReading; source: SheetSource },
): BlockAccess {
  const ids = surface.columnIds().slice(rect.left, rect.right + 1);
  const all = reading.fields();
  const at = ids.map((id) => all.findIndex((field) => field.id === id));
  const rows = Array.from({ length: rowsOf(rect) }, (_, row) => surface.rowAt(rect.top + row)).filter(
    (row) => row !== undefined,
  );
  return {
    rect,
    rows,
    fields: at.map((index) => all[index] ?? null),
    read: (row, column) =>
      rows[row].role === 'unallocated'
        ? reading.number(rows[row], ids[column])
        : source.cells.read(rows[row].id, at[column]),
  };
}

/** The cells of a change as a command names them. Addresses are made once per row. */
export function cellsOfBlock(
  { rows, fields }: Pick<BlockAccess, 'rows' | 'fields'>,
  changes: readonly BlockChange[],
  ports: SessionPorts,
): { cell: CellRef; amount: number | null; of?: At }[] {
  const { column } = ports;
  const within = withinOf(ports);
  const addresses = new Map<number, CellRef['at']>();
  return changes.flatMap((change) => {
    const field = fields[change.column];
    if (!field) return [];
    const own = addresses.get(change.row) ?? atOfRow(rows[change.row].id);
    addresses.set(change.row, own);
    const cell: CellRef = {
      column: field.column ?? column,
      at: field.at ? { ...own, ...field.at } : own,
      periods: field.periods,
      ...(within?.length ? { within } : {}),
    };
    return [{ cell, amount: change.amount, ...shareOf(rows[change.row].id, field) }];
  });
}

/** Cells whose numbers are brought to the page at most; more are summed where they are. */
const MOST_CELLS = 1_000_000;

export const isTooLarge = (rect: GridRect): boolean => rowsOf(rect) * columnsOf(rect) > MOST_CELLS;

/** The rows of the sheet under a rectangle: those that scroll, and whether the total is among them. */
export function sheetRowsOf(rect: GridRect, bodyRows: number): { first: number; count: number; total: boolean } {
  const bottom = Math.min(rect.bottom, bodyRows - 1);
  // The total is row 0 of the sheet, and the last one on screen.
  return { first: rect.top + 1, count: Math.max(0, bottom - rect.top + 1), total: rect.bottom >= bodyRows };
}

export function coversBlock(rect: GridRect, source: SheetSource, bodyRows: number): boolean {
  const { first, count, total } = sheetRowsOf(rect, bodyRows);
  return source.covers(first, count) && (!total || source.covers(0, 1));
}

export async function fetchBlock(rect: GridRect, source: SheetSource, bodyRows: number): Promise<boolean> {
  const { first, count, total } = sheetRowsOf(rect, bodyRows);
  const done = await Promise.all([count > 0 ? source.bring(first, count) : true, total ? source.bring(0, 1) : true]);
  return done.every(Boolean);
}
