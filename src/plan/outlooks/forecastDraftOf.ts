import type { Plan } from '~/domain/plan';
import type { ForecastDraft } from './forecastDraft';
import type { ForecastTree } from './forecastTree';
import { reconciledPeriods } from './forecastTreeView';
import type { ReconciledTree } from './reconcileTree';

/** What the bottom of a reconciled tree says, as a draft of a scenario. What has no line in the plan stays out of it. */
export function forecastDraftOf(
  plan: Plan,
  { made, result, depth }: { made: ForecastTree; result: ReconciledTree; depth: number },
): ForecastDraft {
  const { year, tree, firstOpen } = made;
  const { view } = tree;
  const width = year.periods.length;
  const reconciled = reconciledPeriods(made, result);
  const nodes = Array.from({ length: view.cells }, (_, cell) => view.firstLeaf + cell);
  const amount = new Float64Array(nodes.length * width);
  nodes.forEach((node, i) => {
    amount.set(reconciled[node], i * width);
  });
  return {
    plan: plan.id,
    generation: plan.generation,
    depth,
    periods: year.periods.map(({ id }) => id),
    firstOpen,
    ats: nodes.map((node) => tree.ats[node]),
    amount,
  };
}
