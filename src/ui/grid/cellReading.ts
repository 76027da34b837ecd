import type { CellRef } from '~/domain/cell';
import type { NumberEntry } from '~/domain/number';
import { fail, type Result } from '~/domain/result';
import { CELL_NEW, type SheetField } from '~/domain/sheet';
import { type ActiveCell, cellRefOf, lockedCell } from './activeCell';
import type { CellNumber } from './blockCache';
import { amountOf, readEntry } from './cellEntry';
import { cellText } from './cellText';
import { leadField } from './columnTree';
import { fieldAddress } from './gridView';
import type { RowStub } from './rowStub';
import { type SessionPorts, withinOf } from './sessionPorts';
import { unallocatedShown } from './unallocatedShown';

/** Everything that can be asked of the cells of one grid: numbers, texts, addresses. */
export interface CellReading {
  fields(): readonly SheetField[];
  field(columnId: string): SheetField | null;
  number(row: RowStub, columnId: string): CellNumber | null;
  flags(cell: Pick<ActiveCell, 'row' | 'columnId'>): number;
  /** The cell a lock on this one means. */
  locked(cell: ActiveCell): ActiveCell;
  textOf(row: RowStub, columnId: string): string;
  /** Row, column and number as one phrase. */
  labelOf(cell: Pick<ActiveCell, 'row' | 'columnId'>): string;
  isNew(row: RowStub): boolean;
  /** The cell as commands speak of it. */
  refOf(cell: Pick<ActiveCell, 'row' | 'field'>): CellRef | null;
  /** What a text means when it is typed into a cell. */
  read(cell: ActiveCell, text: string): Result<NumberEntry>;
}

export function createCellReading(ports: SessionPorts): CellReading {
  const { source, view } = ports;
  const fields = () => source.rows()?.fields ?? [];
  let indexed: readonly SheetField[] = [];
  let places = new Map<string, number>();
  /** Asked several times for every cell that is drawn. */
  const placeOf = (columnId: string): number => {
    const now = fields();
    if (now !== indexed) {
      indexed = now;
      places = new Map(now.map(({ id }, at) => [id, at]));
    }
    return places.get(columnId) ?? -1;
  };
  const field = (columnId: string): SheetField | null => fields()[placeOf(columnId)] ?? null;

  const number = (row: RowStub, columnId: string): CellNumber | null => {
    if (row.role === 'unallocated') return unallocated(columnId);
    return source.cells.read(row.id, placeOf(columnId));
  };
  /** Only the whole can be left over: what a month should have is nobody's word. */
  const unallocated = (columnId: string): CellNumber | null => {
    // It is money of the plan: beside shares and numbers per day it says nothing.
    const isAmount = view().showAs === 'value' && field(columnId)?.unit === undefined && !field(columnId)?.isRatio;
    const left =
      isAmount && columnId === leadField(fields())?.id ? unallocatedShown(source.footer(), view().money) : null;
    return left === null ? null : { value: left, flags: 0 };
  };
  const textOf = (row: RowStub, columnId: string): string => {
    const shown = field(columnId);
    return shown ? cellText(number(row, columnId), shown, view()) : '';
  };

  return {
    fields,
    field,
    number,
    flags: ({ row, columnId }) => number(row, columnId)?.flags ?? 0,
    locked: (cell) => lockedCell(cell, fields()),
    textOf,
    labelOf({ row, columnId }) {
      const shown = field(columnId);
      if (!shown) return row.label;
      const value = textOf(row, columnId);
      return view().t('plan.selected', { row: row.label, column: fieldAddress(shown, view()), value });
    },
    isNew(row) {
      const growth = fields().find((one) => one.kind === 'growth');
      return growth !== undefined && ((number(row, growth.id)?.flags ?? 0) & CELL_NEW) !== 0;
    },
    refOf: (cell) => cellRefOf(cell, ports.column, withinOf(ports)),
    read({ row, columnId, field: shown }, text) {
      if (!shown) return fail({ code: 'target/notEditable' });
      return readEntry(text, { field: shown, current: amountOf(number(row, columnId), shown), view: view() });
    },
  };
}
