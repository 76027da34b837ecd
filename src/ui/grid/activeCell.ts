import type { CellRef } from '~/domain/cell';
import type { Column } from '~/domain/plan';
import { atOfRow, type SheetField } from '~/domain/sheet';
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

/** The cell as commands speak of it; null for names and for the row of what is not given out. */
export const cellRefOf = ({ row, field }: Pick<ActiveCell, 'row' | 'field'>, column: Column): CellRef | null =>
  field && row.role !== 'unallocated' ? { column, at: atOfRow(row.id), periods: field.periods } : null;

/** What a lock on a cell means: on a name it is the whole row, which is its year. */
export function lockedCell(cell: ActiveCell, fields: readonly SheetField[]): ActiveCell {
  const year = cell.columnId === NAME_COLUMN ? fields.find((field) => field.kind === 'year') : undefined;
  return year ? { ...cell, columnId: year.id, field: year } : cell;
}

export const sameCell = (a: ActiveCell | null, b: ActiveCell | null): boolean =>
  a?.row.id === b?.row.id && a?.columnId === b?.columnId;
