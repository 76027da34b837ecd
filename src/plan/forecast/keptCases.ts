import type { At } from '~/domain/cell';
import type { KeptForecast } from '~/domain/forecast';
import { monthIndexOfId } from '~/domain/forecastMonth';
import { monthIndexOf } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { PlanDocument } from '../document';
import { addressKey } from '../outlooks/salesTable';
import type { ForecastCase } from './forecastCase';
import { scaleOf } from './rollingCases';

/** The forecasts of a plan that were kept, oldest data first. */
export const keptOf = (document: PlanDocument, plan: Plan): KeptForecast[] =>
  [...document.records.keptForecast.values()]
    .filter((kept) => kept.plan === plan.id)
    .sort((a, b) => a.asOf - b.asOf || a.takenOn - b.takenOn);

/**
 * What was kept of a node against what has come since: whole known months only, by months ahead of the last day of the data it
 * was made from. `of` says whose number is judged: the model's, or the final one with what people expected.
 */
export function keptCases(
  kept: readonly KeptForecast[],
  { at, history, fromMonth, of }: { at: At; history: Float64Array; fromMonth: number; of: 'model' | 'final' },
): ForecastCase[] {
  const key = addressKey(at);
  return kept.flatMap(({ asOf, nodes }) => {
    const node = nodes.find((one) => addressKey(one.at) === key);
    const first = node ? monthIndexOfId(node.from) : null;
    if (!node || first === null) return [];
    const base = monthIndexOf(asOf);
    const scale = scaleOf(history.slice(0, Math.max(0, first - fromMonth)), 12);
    return node[of].flatMap((forecast, h): ForecastCase[] => {
      const actual = history[first + h - fromMonth] ?? Number.NaN;
      // The month the data ended in was known in part: nobody is judged by it.
      if (Number.isNaN(actual) || first + h <= base) return [];
      return [{ ahead: first + h - base, forecast, actual, lower: node.lower[h], upper: node.upper[h], scale }];
    });
  });
}
