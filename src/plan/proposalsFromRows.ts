import type { At, CellRef } from '~/domain/cell';
import { type DimensionId, foldKey } from '~/domain/dimension';
import type { PeriodId } from '~/domain/period';
import { type Column, type Plan, WORKING_TARGET } from '~/domain/plan';
import { membersOf, type PlanDocument } from './document';
import { hierarchyOf, levelKey } from './members';

/** One line of a list that came from below: whom it speaks of by name, when (null = all periods), and how much. */
export interface ProposalRow {
  names: Record<DimensionId, string>;
  period: PeriodId | null;
  /** Minor units. */
  amount: number;
}

export interface ProposedCells {
  /** One per address, in the order they first appear; the same address twice is summed. */
  cells: { cell: CellRef; amount: number }[];
  /** Names that no member answers to, and periods that are not the plan's; those rows are in no cell. `row` counts from 0. */
  unmatched: { row: number; dimension: DimensionId | 'period'; name: string }[];
}

/**
 * Turns rows of names into cells of the proposal column, which `targets/setCells` then writes in one step. Names match
 * members and their aliases whatever their case, width and spaces, leaves before nodes above; an empty name leaves the
 * dimension open. Nothing is dropped silently: each row is in a cell or among the unmatched.
 */
export function proposalsFromRows(document: PlanDocument, plan: Plan, rows: readonly ProposalRow[]): ProposedCells {
  const column: Column = { ...WORKING_TARGET, layer: 'proposal' };
  const year = plan.periods.map((period) => period.id);
  const known = new Set(year);
  const cells = new Map<string, { cell: CellRef; amount: number }>();
  const unmatched: ProposedCells['unmatched'] = [];
  rows.forEach(({ names, period, amount }, row) => {
    const at: At = {};
    const missing: ProposedCells['unmatched'] = [];
    for (const dimension of Object.keys(names).sort()) {
      if (foldKey(names[dimension]) === '') continue;
      const code = plan.dimensions.includes(dimension)
        ? codeOf(document, plan, { dimension, name: names[dimension] })
        : null;
      if (code === null) missing.push({ row, dimension, name: names[dimension] });
      else at[dimension] = code;
    }
    if (period !== null && !known.has(period)) missing.push({ row, dimension: 'period', name: period });
    if (missing.length > 0) {
      unmatched.push(...missing);
      return;
    }
    const key = `${JSON.stringify(at)}|${period}`;
    const same = cells.get(key);
    if (same) same.amount += amount;
    else cells.set(key, { cell: { column, at, periods: period === null ? year : [period] }, amount });
  });
  return { cells: [...cells.values()], unmatched };
}

function codeOf(
  document: PlanDocument,
  plan: Plan,
  { dimension, name }: { dimension: DimensionId; name: string },
): number | null {
  const { byKey } = membersOf(document, dimension);
  const levels = hierarchyOf(document.records, plan.id, dimension)?.levels ?? [dimension];
  for (const level of [...levels].reverse()) {
    const code = byKey.get(levelKey(level, foldKey(name)));
    if (code !== undefined) return code;
  }
  return null;
}
