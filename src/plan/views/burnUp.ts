import type { At } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import { counterparts } from '~/domain/planYears';
import type { BurnUp, ForecastView } from '~/domain/view';
import type { PlanDocument } from '../document';
import { planPath } from './forecastView';
import { spanSales } from './nodeSales';
import { nodeTargets } from './nodeTargets';

/**
 * The plan's year of a node (`focusYear`) added up period by period: target, actual (its last point may be a running one),
 * last year, and the forecast with its range from the last closed period on. A sum with an unknown period in it is unknown
 * from there on, so that last year ends before a week it did not have; a blank target adds nothing to the periods before it.
 */
export function burnUpOf(
  document: PlanDocument,
  plan: Plan,
  { at, forecast }: { at: At; forecast: ForecastView | null },
): BurnUp {
  const { periods } = plan;
  const path = planPath(document, plan, { at, points: forecast?.points ?? [] });
  const actual = addUp(path.months.map(({ actual: amount }) => amount));
  const last = spanSales(document, plan, { at, spans: counterparts(plan) });
  const ahead = (sums: (number | null)[]): (number | null)[] =>
    periods.map((_, p) => {
      if (!forecast || p < path.running - 1) return null;
      return p < path.running ? actual[p] : sums[p];
    });
  return {
    periods: periods.map(({ id }) => id),
    target: addUpSpoken(nodeTargets(document, plan, at)),
    actual,
    lastYear: addUp(last.whole),
    forecast: ahead(path.outlook.mean),
    lower: ahead(path.outlook.lower),
    upper: ahead(path.outlook.upper),
  };
}

/** Running sums; from the first unknown month on the sum is unknown. */
function addUp(amounts: readonly (number | null)[]): (number | null)[] {
  let sum: number | null = 0;
  return amounts.map((amount) => {
    sum = sum === null || amount === null ? null : sum + amount;
    return sum;
  });
}

function addUpSpoken(amounts: readonly (number | null)[]): (number | null)[] {
  let sum: number | null = null;
  return amounts.map((amount) => {
    if (amount !== null) sum = (sum ?? 0) + amount;
    return sum;
  });
}
