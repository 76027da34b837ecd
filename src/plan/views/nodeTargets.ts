import type { At } from '~/domain/cell';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { rowCount, selectionTotals } from '~/engine/cube/index';
import { openedPlan, type PlanDocument } from '../document';
import { placeInPlan } from '../focusYear';
import { rowsAt } from '../resolve';
import { isPlannedMember } from './nodeFilters';

/**
 * The working target of a node by leaf period, minor units; null = blank. All blank where the plan has no line that is
 * this node's alone: a customer that is planned in a pool, a dimension that is not in the lines.
 */
export function nodeTargets(document: PlanDocument, plan: Plan, at: At): (number | null)[] {
  const blank = plan.periods.map(() => null);
  const { open } = document;
  const column = open?.columns.get(columnKey(WORKING_TARGET));
  if (!open || open.id !== plan.id || !column) return blank;
  if (!Object.entries(at).every(([dimension, node]) => isPlannedMember(document, plan, { dimension, node }))) {
    return blank;
  }
  const rows = rowsAt(document, open, at);
  if (rowCount(rows) === 0) return blank;
  const first = placeInPlan(openedPlan(document), plan);
  return plan.periods.map((_, p) => {
    const { sum, spoken } = selectionTotals(column, { rows, periods: [first + p] });
    return spoken > 0 ? sum : null;
  });
}

/** Sum of what is spoken; null when all is blank. */
export const sumSpoken = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce((sum, amount) => (amount === null ? sum : (sum ?? 0) + amount), null);
