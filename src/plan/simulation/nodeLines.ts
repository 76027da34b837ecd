import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { SIMULATED_LINES } from '~/domain/simulationView';
import { accumulate, rollup } from '~/engine/cube/index';
import type { OpenPlan, PlanDocument } from '../document';
import { placeInPlan } from '../focusYear';
import { atKey } from './atKey';
import type { YearTree } from './yearTree';

/**
 * What each node is to make in the year by every line of `SIMULATED_LINES`, minor units; NaN where the line is blank there.
 * `goal` is what the node answers for, set for all periods of the plan's working target; NaN where none was set.
 */
export function nodeLines(
  document: PlanDocument,
  open: OpenPlan,
  { whole, year, tree }: { whole: Plan; year: Plan; tree: YearTree },
): Float64Array[] {
  const first = placeInPlan(whole, year);
  return SIMULATED_LINES.map((line) => {
    if (line === 'goal') return goalsOf(document, { whole, year, tree });
    const amounts = new Float64Array(tree.view.count).fill(Number.NaN);
    const column = open.columns.get(columnKey({ ...WORKING_TARGET, layer: line }));
    if (!column) return amounts;
    const { periods, sum, spoken } = rollup(accumulate(tree.view, column));
    for (let node = 0; node < amounts.length; node += 1) {
      let total = 0;
      let said = 0;
      for (let p = first; p < first + year.periods.length; p += 1) {
        total += sum[node * periods + p];
        said += spoken[node * periods + p];
      }
      if (said > 0) amounts[node] = total;
    }
    return amounts;
  });
}

function goalsOf(
  document: PlanDocument,
  { whole, year, tree }: { whole: Plan; year: Plan; tree: YearTree },
): Float64Array {
  const amounts = new Float64Array(tree.view.count).fill(Number.NaN);
  const byKey = yearGoals(document, whole, year);
  if (byKey.size === 0) return amounts;
  tree.ats.forEach((at, node) => {
    amounts[node] = byKey.get(atKey(at)) ?? Number.NaN;
  });
  return amounts;
}

/** What nodes answer for in all periods of the year, by `atKey`. */
export function yearGoals(document: PlanDocument, whole: Plan, year: Plan): Map<string, number> {
  const goals = new Map<string, number>();
  const key = columnKey(WORKING_TARGET);
  const periods = new Set(year.periods.map(({ id }) => id));
  for (const { plan, cell, amount } of document.records.goal.values()) {
    if (plan !== whole.id || columnKey(cell.column) !== key || cell.within?.length) continue;
    if (cell.periods.length !== periods.size || !cell.periods.every((id) => periods.has(id))) continue;
    goals.set(atKey(cell.at), amount);
  }
  return goals;
}
