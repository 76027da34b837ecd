import type { CellRef } from '~/domain/cell';
import type { Column } from '~/domain/plan';
import { atOfRow, type SheetField } from '~/domain/sheet';
import { leadField } from './columnTree';
import { NAME_COLUMN } from './gridContext';
import type { GridPosition } from './moves';
import type { RowStub } from './rowStub';

/** The one cell that keys act on. The name column has no field. */
export interface ActiveCell {
  position: GridPosition;
  row: RowStub;
  columnId: string;
  field: SheetField | null;
}

/**
 * The cell as commands speak of it; null for names and for the row of what is not given out. A column of its own kind and
 * a member across belong to the address, and so does the filter that is on: an edit moves only what is shown.
 */
export function cellRefOf(
  { row, field }: Pick<ActiveCell, 'row' | 'field'>,
  column: Column,
  within?: CellRef['within'],
): CellRef | null {
  if (!field || row.role === 'unallocated') return null;
  const at = field.at ? { ...atOfRow(row.id), ...field.at } : atOfRow(row.id);
  const ref: CellRef = { column: field.column ?? column, at, periods: field.periods };
  return within && within.length > 0 ? { ...ref, within } : ref;
}

/** What a lock on a cell means: on a name it is the whole row, which is its year, or all years together. */
export function lockedCell(cell: ActiveCell, fields: readonly SheetField[]): ActiveCell {
  const whole = cell.columnId === NAME_COLUMN ? leadField(fields) : null;
  return whole ? { ...cell, columnId: whole.id, field: whole } : cell;
}
