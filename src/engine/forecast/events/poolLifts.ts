import type { EventEffects } from './eventEffects';
import type { PooledLift } from './promotion';

/** Not surer than this of what single series do, however alike those seen are. */
const LEAST_SPREAD = 0.05;

/**
 * What promotions of each type do over the user's own series, from what was learned in each of them (`types` of
 * `forecastWithEvents`' effects): the mean with each series weighed by how sure it is, and how far series lie from it
 * beyond their noise. Hand the answer to the next forecasts as `pooledLifts`: series that say little then lean on it.
 * In the order types are met; no series → no types. Source: random effects by moments, DerSimonian & Laird 1986.
 */
export function poolLifts(effects: readonly Pick<EventEffects, 'types'>[]): PooledLift[] {
  const byType = new Map<string, { mean: number; error: number }[]>();
  for (const { types } of effects) {
    for (const { type, mean, error } of types) byType.set(type, [...(byType.get(type) ?? []), { mean, error }]);
  }
  return [...byType].map(([type, seen]) => {
    const spread = Math.sqrt(varianceBetween(seen));
    const weights = seen.map(({ error }) => 1 / (error * error + spread * spread));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = seen.reduce((sum, one, i) => sum + (one.mean * weights[i]) / total, 0);
    return {
      type,
      mean,
      spread: Math.max(LEAST_SPREAD, Math.hypot(spread, 1 / Math.sqrt(total))),
      series: seen.length,
    };
  });
}

function varianceBetween(seen: readonly { mean: number; error: number }[]): number {
  const weights = seen.map(({ error }) => 1 / (error * error));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const mean = seen.reduce((sum, one, i) => sum + (one.mean * weights[i]) / total, 0);
  const excess = seen.reduce((sum, one, i) => sum + weights[i] * (one.mean - mean) ** 2, 0) - (seen.length - 1);
  return Math.max(0, excess / (total - squares / total || 1));
}
