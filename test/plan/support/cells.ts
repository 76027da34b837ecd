import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { type NodeTotals, selectionTotals } from '~/engine/cube/index';
import { canonicalBytes } from '~/plan/canonical';
import { selectionOf } from '~/plan/resolve';
import { runCommand } from '~/plan/run';
import type { SmallPlan } from './smallPlan';
import { day } from './smallWorkspace';

export const yearOf = (small: SmallPlan): string[] => small.plan.periods.map((period) => period.id);

export const cellOf = (small: SmallPlan, names: Record<string, string>, periods = yearOf(small)): CellRef => ({
  column: WORKING_TARGET,
  at: small.at(names),
  periods,
});

export function totalsAt(small: SmallPlan, cell: CellRef): NodeTotals {
  const column = small.document.open?.columns.get(columnKey(cell.column));
  if (!column) throw new Error('no column');
  return selectionTotals(column, selectionOf(small.document, small.plan, cell));
}

export const sumAt = (small: SmallPlan, cell: CellRef): number => totalsAt(small, cell).sum;

/** Amounts of a cell by period. */
export const byPeriod = (small: SmallPlan, cell: CellRef): number[] =>
  cell.periods.map((period) => sumAt(small, { ...cell, periods: [period] }));

/** Runs a command; a refusal must leave every byte as it was. */
export function attempt(small: SmallPlan, command: Command) {
  const before = canonicalBytes(small.document);
  const seq = small.steps.length + 1;
  const result = runCommand(small.document, command, { today: day('2026-07-16'), now: '', seq, batchOf: () => null });
  if (!result.ok && Buffer.compare(before, canonicalBytes(small.document)) !== 0)
    throw new Error('a refused command changed the plan');
  return result;
}
