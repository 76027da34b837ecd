import { type CellRef, cellKey } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { Explanation, RoundingUntold } from '~/domain/history';
import type { Step } from '~/domain/journal';
import { columnKey } from '~/domain/plan';
import type { SpreadBasis } from '~/domain/spread';
import { commonRows, rowCount, selectionTotals } from '~/engine/cube/index';
import { exactShare } from '~/engine/targets/index';
import { cellIn } from './commands/cellEdit';
import { goalAt } from './commands/holds';
import type { PlanDocument } from './document';
import { boundsOf, requirePlan } from './resolve';
import { basisMethod } from './spread/basisMethod';
import { spreadSource } from './spread/spreadSource';

/** What rounding did to a cell, or why that cannot be told. */
export type Rounding = { told: Explanation['rounding']; untold: null } | { told: null; untold: RoundingUntold };

/** The one amount that an entry spread over the leaves of a cell, and how. */
interface SpreadDeed {
  cell: CellRef;
  /** Minor units; what the cell had already, or its goal. */
  amount: number | 'present' | 'goal';
  basis: SpreadBasis;
  unit: number;
}

/** The spread an entry stands for; null where it divides in another way. */
export function spreadOf({ command }: Step): SpreadDeed | null {
  const { args, name } = command;
  if (typeof args !== 'object' || args === null) return null;
  const done = { ...args, name } as Command;
  switch (done.name) {
    case 'targets/setCell':
      return { cell: done.cell, amount: done.amount, basis: { kind: done.method ?? 'proportional' }, unit: 1 };
    case 'targets/fillUnallocated':
      return { cell: done.cell, amount: 'goal', basis: { kind: 'proportional' }, unit: 1 };
    case 'targets/spread':
      if (done.bounds && (done.bounds.min !== null || done.bounds.max !== null)) return null;
      return { cell: done.cell, amount: done.amount ?? 'present', basis: done.basis, unit: done.unit };
    default:
      return null;
  }
}

/** Values of one column by period and line id, kept while the document they come from is moved. */
export type LeafValues = (period: number, line: number) => number;

/** The leaf values of a column as they are now, whatever becomes of the document. */
export function keepLeaves(document: PlanDocument, key: string): LeafValues {
  const { open } = document;
  const column = open?.columns.get(key);
  if (!open || !column) return () => 0;
  const positionOf = open.lines.positionOf.slice();
  const values = column.value.map((array) => array.slice());
  return (period, line) => values[period]?.[positionOf[line]] ?? 0;
}

/**
 * Which rounding unit of a spread went where: asked of a cell under the one that was spread, told from the plan as it
 * stood before and the values after. Told only where the spread as it is done today gives the very values that are
 * stored.
 */
export function roundingOf(
  before: PlanDocument,
  step: Step,
  { cell, after }: { cell: CellRef; after: LeafValues },
): Rounding {
  const untold = (reason: RoundingUntold): Rounding => ({ told: null, untold: reason });
  const required = requirePlan(before);
  const deed = spreadOf(step);
  if (!required.ok || !deed || columnKey(deed.cell.column) !== columnKey(cell.column)) return untold('method');
  if (cellKey(deed.cell) === cellKey(cell)) return untold('own');
  const found = cellIn(before, required.value, deed.cell);
  const asked = cellIn(before, required.value, cell).selection;
  const shared = rowCount(commonRows(asked.rows, found.selection.rows));
  const isPart = shared === rowCount(asked.rows) && asked.periods.every((p) => found.selection.periods.includes(p));
  if (!isPart || shared === 0) return untold('moved');
  if (shared === rowCount(found.selection.rows) && asked.periods.length === found.selection.periods.length)
    return untold('own');
  const source = spreadSource(before, found, deed.cell);
  const by = basisMethod(source, deed.basis);
  const total = amountOf(before, deed, () => selectionTotals(found.column, found.selection).sum);
  if (!by.ok || total === null) return untold('method');
  const share = exactShare({
    ...boundsOf(before, found.plan, found.key),
    lines: found.open.lines,
    column: found.column,
    edit: found.selection,
    total,
    method: by.value.method,
    unit: deed.unit,
    asked,
    after,
  });
  if (!share) return untold('moved');
  return { told: { ...share, seq: step.seq }, untold: null };
}

function amountOf(document: PlanDocument, { amount, cell }: SpreadDeed, present: () => number): number | null {
  if (amount === 'present') return present();
  if (amount === 'goal') return goalAt(document, cell)?.amount ?? null;
  return amount;
}
