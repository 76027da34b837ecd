import type { CellRef } from '~/domain/cell';
import { cellRefOf, lockedCell } from '../../../grid/activeCell';
import { withinOf } from '../../../grid/sessionPorts';
import type { PlanSheetModel } from '../createPlanSheet';

/** The address of the active cell; a name, a goal or a figure beside the plan stands for its row. Null without one. */
export function activeRef(sheet: PlanSheetModel): CellRef | null {
  const active = sheet.active();
  if (!active) return null;
  const fields = sheet.source.rows()?.fields ?? [];
  const cell = lockedCell(active, fields);
  const isPlanned = cell.field?.editable === true && cell.field.kind !== 'goal';
  const whole = fields.find(({ kind }) => kind === 'total') ?? fields.find(({ kind }) => kind === 'year');
  const field = isPlanned ? cell.field : whole;
  return field ? cellRefOf({ row: cell.row, field }, sheet.ports.column, withinOf(sheet.ports)) : null;
}
