import type { EventEffects } from './eventEffects';
import { type EffectOptions, fitEventEffects } from './fitEventEffects';
import { positiveLogs } from './positiveLogs';

/**
 * What feasts and promotions do to a history, learned from it: what `forecastWithEvents` takes out of it, without the forecast.
 * Null where there is nothing to learn, or less than two thirds of the known values are positive. Hand the answers of many
 * histories to `poolLifts`.
 */
export function learnEffects(
  history: ArrayLike<number | null>,
  options: EffectOptions & { leftOut: ReadonlySet<number> },
): EventEffects | null {
  if (options.holidays.length === 0 && options.promotions.length === 0) return null;
  const logs = positiveLogs(history, options.leftOut);
  return logs && fitEventEffects(logs, options);
}
