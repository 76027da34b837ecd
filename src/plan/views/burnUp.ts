import type { At } from '~/domain/cell';
import { monthIndexOf } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { BurnUp, ForecastView } from '~/domain/view';
import type { PlanDocument } from '../document';
import { planPath } from './forecastView';
import { nodeSales } from './nodeSales';
import { nodeTargets } from './nodeTargets';

/**
 * The plan's year of a node added up month by month: target, actual (its last point may be a running month), last year,
 * and the forecast with its range from the last closed month on. A sum with an unknown month in it is unknown from there
 * on; a blank target adds nothing to the months before it.
 */
export function burnUpOf(
  document: PlanDocument,
  plan: Plan,
  { at, forecast }: { at: At; forecast: ForecastView | null },
): BurnUp {
  const firstMonth = monthIndexOf(plan.periods[0].from);
  const { periods } = plan;
  const path = planPath(document, plan, { at, points: forecast?.points ?? [] });
  const actual = addUp(path.months.map(({ actual: amount }) => amount));
  const last = nodeSales(document, plan, { at, firstMonth: firstMonth - 12, months: periods.length });
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
