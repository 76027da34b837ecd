import type { At } from '~/domain/cell';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { NONE, rowList, type View } from '~/engine/cube/index';
import type { OpenPlan, PlanDocument } from '../document';
import { placeInPlan } from '../focusYear';
import { rowsAt } from '../resolve';

/**
 * The leaves of a drawn tree that lie under an address, and the share each has of it by its target, else by its lines; null
 * where nothing is planned. Shares add up to 1.
 */
export function leavesUnder(
  document: PlanDocument,
  open: OpenPlan,
  { whole, year, view, at }: { whole: Plan; year: Plan; view: View; at: At },
): { leaves: Uint32Array; shares: Float64Array } | null {
  const rows = rowList(rowsAt(document, open, at));
  const column = open.columns.get(columnKey(WORKING_TARGET));
  const first = placeInPlan(whole, year);
  const planned = new Float64Array(view.cells);
  const lines = new Float64Array(view.cells);
  for (const position of rows) {
    const cell = view.cellOf[position];
    if (cell === NONE) continue;
    lines[cell] += 1;
    for (let p = 0; column && p < year.periods.length; p += 1) planned[cell] += column.value[first + p][position];
  }
  const total = planned.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  const weights = total > 0 ? planned.map((amount) => Math.max(0, amount)) : lines;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return null;
  const leaves = Uint32Array.from(weights.keys()).filter((cell) => weights[cell] > 0);
  return { leaves, shares: Float64Array.from(leaves, (cell) => weights[cell] / all) };
}
