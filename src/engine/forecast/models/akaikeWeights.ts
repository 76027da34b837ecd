/**
 * How far each of several fitted models is to be believed: exp(−½Δ) of an information criterion, adding up to 1. Where
 * none is finite the first one takes all. Source: Akaike 1978; Burnham & Anderson 2002.
 */
export function akaikeWeights(criteria: readonly number[]): number[] {
  const best = Math.min(...criteria);
  if (!Number.isFinite(best)) return criteria.map((_, i) => (i === 0 ? 1 : 0));
  const raw = criteria.map((value) => Math.exp((best - value) / 2));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}
