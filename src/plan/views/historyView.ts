import { type CellRef, cellKey } from '~/domain/cell';
import type { ChangeSet, RecordChange } from '~/domain/change';
import type { Command } from '~/domain/command';
import type { HistoryLine, HistoryView } from '~/domain/history';
import type { Step } from '~/domain/journal';
import { columnKey } from '~/domain/plan';
import { commonRows, rowCount, type Selection } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { methodOf } from '../methodOf';
import { requirePlan, rowsAt, selectionOf } from '../resolve';
import { changeLine } from './changeLines';

/** One entry as a person reads it, with the value of the asked cell before and after it. */
export function historyLine(
  document: PlanDocument,
  step: Step,
  told: { undone: boolean; cellBefore: number | null; cellAfter: number | null },
): HistoryLine {
  return {
    ...changeLine(document, step, told.undone),
    reason: step.reason ?? '',
    method: step.effect.method ?? methodOfOld(step),
    cellBefore: told.cellBefore,
    cellAfter: told.cellAfter,
  };
}

/** Entries that belong to the open plan: its own, those of the workspace, and those it was made with. */
export const isOwnStep = (document: PlanDocument, step: Step): boolean =>
  step.scope === document.open?.id || !document.records.plan.has(step.scope);

/** An undo or redo is no line of its own: it marks the one it turned. */
export const isLine = (step: Step): boolean => step.undoes === undefined && step.redoes === undefined;

/** Everything that was done to the open plan, newest first. No entry has to be read for it. */
export function planHistory(
  document: PlanDocument,
  steps: readonly Step[],
  { undone, before, count }: { undone: ReadonlySet<number>; before: number | null; count: number },
): HistoryView {
  const lines: HistoryLine[] = [];
  const own = steps.filter((step) => isLine(step) && isOwnStep(document, step));
  let at = own.length - 1;
  while (at >= 0 && before !== null && own[at].seq >= before) at -= 1;
  for (; at >= 0 && lines.length < count; at -= 1) {
    const step = own[at];
    lines.push(historyLine(document, step, { undone: undone.has(step.seq), cellBefore: null, cellAfter: null }));
  }
  const next = at >= 0 ? (lines.at(-1)?.seq ?? null) : null;
  return { lines, more: next !== null, next, total: own.length };
}

/**
 * Whether an entry touches a cell beside moving its leaves: a hold or limit over any of them, a goal or note at the cell
 * itself, its months closed or opened, its member renamed, a tree or shape it is read by changed.
 */
export function touchesCell(document: PlanDocument, cell: CellRef, change: ChangeSet): boolean {
  const required = requirePlan(document);
  if (!required.ok) return false;
  const { open, plan } = required.value;
  let selection: Selection | null = null;
  const overlaps = (other: CellRef): boolean => {
    if (columnKey(other.column) !== columnKey(cell.column)) return false;
    if (!other.periods.some((period) => cell.periods.includes(period))) return false;
    selection ??= selectionOf(document, plan, cell);
    return rowCount(commonRows(rowsAt(document, open, other.at, other.within), selection.rows)) > 0;
  };
  return change.records.some((record) => touches(record, { cell, plan: open.id, overlaps }));
}

function touches(
  change: RecordChange,
  { cell, plan, overlaps }: { cell: CellRef; plan: string; overlaps: (other: CellRef) => boolean },
): boolean {
  switch (change.type) {
    case 'hold':
    case 'limit': {
      const record = change.to ?? change.from;
      return record?.plan === plan && overlaps(record.cell);
    }
    case 'goal':
    case 'note': {
      const record = change.to ?? change.from;
      return record?.plan === plan && cellKey(record.cell) === cellKey(cell);
    }
    case 'hierarchy': {
      const record = change.to ?? change.from;
      return change.from !== null && record?.plan === plan && cell.at[record.dimension] !== undefined;
    }
    case 'member':
      return (
        change.from !== null &&
        change.to !== null &&
        cell.at[change.to.dimension] === change.to.code &&
        (change.from.name !== change.to.name || change.from.validFrom !== change.to.validFrom)
      );
    case 'plan': {
      if (change.id !== plan || !change.from || !change.to) return false;
      const [before, after] = [change.from.closedPeriods, change.to.closedPeriods];
      return cell.periods.some((period) => before.includes(period) !== after.includes(period));
    }
    default:
      return false;
  }
}

/** Entries of earlier versions say how they were done by their command alone. */
function methodOfOld({ command }: Step): HistoryLine['method'] {
  const { args, name } = command;
  if (typeof args !== 'object' || args === null) return {};
  return methodOf({ ...args, name } as Command, { held: 0, equalSpread: false });
}
