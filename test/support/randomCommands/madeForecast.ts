import { mainTree } from '~/plan/challenge/nodeTree';
import { openedPlan, type PlanDocument } from '~/plan/document';
import type { ForecastDraft } from '~/plan/outlooks/forecastDraft';

/** A forecast of the plan as it stands: its first level, in all of its periods, one node unknown. */
export function madeForecast(document: PlanDocument): ForecastDraft | null {
  const plan = openedPlan(document);
  if (!plan || !document.open) return null;
  const { view, ats } = mainTree(document, document.open, { plan, depth: 1 });
  const width = plan.periods.length;
  return {
    plan: plan.id,
    generation: plan.generation,
    depth: 1,
    periods: plan.periods.map(({ id }) => id),
    firstOpen: Math.floor(width / 2),
    ats: ats.slice(view.firstLeaf),
    amount: Float64Array.from({ length: view.cells * width }, (_, i) => (i < width ? Number.NaN : 1000 + 7 * i)),
  };
}
