import { type CellRef, cellKey } from '~/domain/cell';
import type { PlanDocument } from './document';

/** What a cell of the open plan answers for, in its measure's minor units; null where no goal was set at this very cell. */
export function goalValue(document: PlanDocument, cell: CellRef): number | null {
  const key = cellKey(cell);
  for (const goal of document.records.goal.values()) {
    if (goal.plan === document.open?.id && cellKey(goal.cell) === key) return goal.amount;
  }
  return null;
}
