import type { ForecastTreeLevel, ForecastTreeNode, ForecastTreeView } from '~/domain/forecastTree';
import type { Plan } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import { chanceOf, outcomeOf } from '~/engine/challenge/index';
import { memberName, type OpenPlan, type PlanDocument } from '../document';
import { YEAR_LEVEL } from '../views/forecastView';
import { orderCoverage } from '../views/orderCoverage';
import type { ForecastTree } from './forecastTree';
import { nodeTargetTable } from './nodeTargetTable';
import type { ReconciledTree } from './reconcileTree';

export interface ForecastTreeAnswer {
  draft: string;
  whole: Plan;
  levels: ForecastTreeLevel[];
  depth: number;
  result: ReconciledTree;
}

/** A reconciled tree with its targets, ranges and chances, as the page shows it. */
export function forecastTreeView(
  document: PlanDocument,
  open: OpenPlan,
  { made, answer }: { made: ForecastTree; answer: ForecastTreeAnswer },
): ForecastTreeView {
  const { year, tree, firstOpen, outlooks } = made;
  const width = year.periods.length;
  const count = made.ats.length;
  const reconciled = reconciledPeriods(made, answer.result);
  const flat = (rows: readonly Float64Array[]): Float64Array => {
    const all = new Float64Array(count * width);
    rows.forEach((row, node) => {
      all.set(row, node * width);
    });
    return all;
  };
  const target = new Float64Array(count * width).fill(Number.NaN);
  target.set(nodeTargetTable(open, { whole: answer.whole, year, view: tree.view }));
  const locked = new Uint8Array(count * width);
  made.locked.forEach((flags, node) => {
    locked.set(flags, node * width);
  });
  const ranges = reconciled.map((own, node) => rangeOf(made, { node, own }));
  const chance = Float64Array.from(ranges, (range, node) => {
    const wanted = total(target.subarray(node * width, (node + 1) * width));
    if (!range || Number.isNaN(wanted)) return Number.NaN;
    return chanceOf(outcomeOf({ ...range, level: YEAR_LEVEL }), wanted);
  });
  return {
    draft: answer.draft,
    method: made.input.method,
    depth: answer.depth,
    levels: answer.levels,
    asOf: orderCoverage(document)?.asOf ?? null,
    periods: year.periods.map(({ id }) => id),
    quarters: planYears(year)[0].quarters.map(({ id, first, last }) => ({ id, first, last })),
    firstOpen,
    nodes: made.ats.map((_, node) => nodeOf(document, made, node)),
    base: flat(made.base),
    reconciled: flat(reconciled),
    target,
    locked,
    lower: Float64Array.from(ranges, (range) => range?.lower ?? Number.NaN),
    upper: Float64Array.from(ranges, (range) => range?.upper ?? Number.NaN),
    chance,
    silent: outlooks.filter(({ year: own }) => own === null).length,
    conflicts: answer.result.conflicts,
  };
}

/** What came, then what adds up; NaN where neither is known. */
export function reconciledPeriods(made: ForecastTree, { values }: ReconciledTree): Float64Array[] {
  return made.base.map((own, node) => {
    let step = 0;
    return own.map((amount, p) => {
      if (p < made.firstOpen || Number.isNaN(amount)) return amount;
      step += 1;
      return values[node][step - 1];
    });
  });
}

/** The sum of a year; NaN where a period of it is. */
const total = (periods: Float64Array): number => periods.reduce((sum, amount) => sum + amount, 0);

/** The range of the node's own year, moved along with its middle and narrowed by what is locked of the rest. */
function rangeOf(
  { base, firstOpen, outlooks, locked }: ForecastTree,
  { node, own }: { node: number; own: Float64Array },
): { middle: number; lower: number; upper: number } | null {
  const middle = total(own);
  const year = outlooks[node]?.year;
  if (!year || Number.isNaN(middle)) return null;
  let open = 0;
  let free = 0;
  for (let p = firstOpen; p < own.length; p += 1) {
    const size = Math.abs(base[node][p]);
    open += size;
    if (locked[node][p] === 0) free += size;
  }
  const part = open > 0 ? free / open : 1;
  return {
    middle,
    lower: Math.round(middle - (year.mean - year.lower) * part),
    upper: Math.round(middle + (year.upper - year.mean) * part),
  };
}

function nodeOf(
  document: PlanDocument,
  { tree: { view }, ats, parent, outlooks }: ForecastTree,
  node: number,
): ForecastTreeNode {
  const isOfPlan = node < view.count;
  const above = parent[node];
  const depth = isOfPlan ? view.depth[node] : view.depth[above] + 1;
  const level = isOfPlan && depth > 0 ? view.levels[depth - 1] : null;
  return {
    at: ats[node],
    label: level ? memberName(document, level.dimension, view.code[node]) : '',
    parent: above,
    depth,
    hasChildren: isOfPlan && view.childCount[node] > 0,
    months: isOfPlan ? outlooks[node].months : 0,
  };
}
