export interface BottomUpQuota {
  /** What was sold, in minor units; null = nothing known. */
  base: number | null;
  /** Growth asked for and relief granted, as shares: 0.1 = 10 %. */
  growth: number;
  relief: number;
  /** Least and most, in minor units. */
  min?: number | null;
  max?: number | null;
}

/**
 * What a seller or customer answers for from below: base × (1 + growth − relief), within its limits, in whole minor
 * units, rounded half away from zero. An unknown base has no quota (null). The minimum wins over a maximum below it.
 * Source: SAP Learning, assigning bottom-up quotas.
 */
export function bottomUpQuota({ base, growth, relief, min = null, max = null }: BottomUpQuota): number | null {
  if (base === null) return null;
  const exact = base * (1 + growth - relief);
  // Shares are decimals: 1,000 × 1.08 must not fall on 1,079.9999.
  const cleared = Number(exact.toPrecision(15));
  const quota = Math.sign(cleared) * Math.round(Math.abs(cleared)) + 0;
  return Math.max(min ?? Number.NEGATIVE_INFINITY, Math.min(max ?? Number.POSITIVE_INFINITY, quota));
}
