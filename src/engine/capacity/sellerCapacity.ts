/** What one seller brings along. Money in any unit; shares 0 … 1, one per period. */
export interface SellerLoad {
  /** Twelve months of customers that were the seller's own already. */
  base: number;
  /** Twelve months of customers taken over from others. */
  takenOver: number;
  /** New business of a full seller in one period; null = nobody knows. */
  productivity: number | null;
  /** Part of each period in which the seller is in role. */
  present: ArrayLike<number>;
  /** Part of each period that is left for work: `present` less leave. */
  available: ArrayLike<number>;
  /** Months in role at each period, the first counting as 1; the seller is not ramped before 1. */
  monthsInRole: ArrayLike<number>;
}

export interface CapacityTerms {
  /** Share of a year that falls on each period; sums to 1 over a year. */
  season: ArrayLike<number>;
  /** Share of full productivity by month in role; the last one lasts. Empty = full at once. */
  ramp: readonly number[];
  /** Share of a base that stays when somebody else takes it over. */
  keepRate: number;
  /** What known customers bring against the year before: 1 = as much. */
  retention: number;
}

/** By period, in the unit of the load. */
export interface CapacityPath {
  base: Float64Array;
  takenOver: Float64Array;
  fresh: Float64Array;
  total: Float64Array;
}

/**
 * What a seller can carry by period: own base and taken-over base × keep-rate, both × retention × season while in role, and
 * new business × ramp × available days. The ramp never multiplies customers that were taken over. Nothing of a seller who is not
 * in role; `fresh` is 0 where the productivity is unknown.
 * Source: kpi.md §3.6; capacity of effective sellers as in Fullcast and metrickittools (allocation.md §4.5).
 */
export function sellerCapacity(load: SellerLoad, terms: CapacityTerms): CapacityPath {
  const { season, keepRate, retention } = terms;
  const base = new Float64Array(season.length);
  const takenOver = new Float64Array(season.length);
  const fresh = new Float64Array(season.length);
  const total = new Float64Array(season.length);
  for (let p = 0; p < season.length; p += 1) {
    const part = season[p] * retention * load.present[p];
    base[p] = load.base * part;
    takenOver[p] = load.takenOver * keepRate * part;
    fresh[p] = (load.productivity ?? 0) * rampAt(terms.ramp, load.monthsInRole[p]) * load.available[p];
    total[p] = base[p] + takenOver[p] + fresh[p];
  }
  return { base, takenOver, fresh, total };
}

/** Share of full productivity in the k-th month in role: 0 before the first, the last step from there on. */
export function rampAt(ramp: readonly number[], month: number): number {
  if (month < 1) return 0;
  return ramp.length === 0 ? 1 : ramp[Math.min(ramp.length, Math.floor(month)) - 1];
}

/**
 * Sellers needed beside those there are, for what the others cannot carry: gap ÷ (productivity of a full seller over the
 * periods × expected attainment). 0 where nothing is missing; null where the productivity is unknown or 0.
 */
export function sellersNeeded(need: {
  gap: number;
  productivity: number | null;
  periods: number;
  attainment: number;
}): number | null {
  const { gap, productivity, periods, attainment } = need;
  if (gap <= 0) return 0;
  const each = (productivity ?? 0) * periods * attainment;
  return each > 0 ? gap / each : null;
}
