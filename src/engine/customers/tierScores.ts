import { codesWhere } from './codesWhere';
import type { CustomerFacts } from './customerFacts';
import { firstDayOfNew } from './firstDayOfNew';
import { type PointScale, tierPoints } from './tierPoints';

/** Parts of the tier score; bit i of `missing` stands for the i-th, further columns follow. */
export const TIER_PARTS = ['spend', 'frequency', 'recency', 'influence'] as const;

export type TierPart = (typeof TIER_PARTS)[number];

export type TierWeights = Record<TierPart, number>;

/** Another column of the customers that counts: NaN = unknown. */
export interface TierColumn {
  values: Float64Array;
  direction: 'high' | 'low';
  scale: PointScale;
}

/** Points of all customers by part: made once, weighed as often as a slider moves. */
export interface TierBasis {
  /** Customers with an order up to the day. */
  members: Uint32Array;
  /** By part (`TIER_PARTS`, then further columns), by customer code: 0 … 100, NaN where there is no value. */
  points: Float64Array[];
  /** 1 = first order under six months ago: its history says little yet. */
  young: Uint8Array;
}

export interface TierScores {
  /** 0 … 100 per customer; NaN where there is nothing to score. */
  score: Float64Array;
  /** Bits of the parts whose weight went to the rest for this customer. */
  missing: Uint32Array;
  young: Uint8Array;
  /** Parts with a weight that no customer has a value for. */
  missingParts: TierPart[];
  /** The same among the further columns, by their place. */
  missingColumns: number[];
  scored: number;
}

const YOUNG_MONTHS = 6;

/**
 * Points of spend, order days, recency (recent is high), influence (0 or NaN = not rated) and further columns among all
 * customers with an order up to the day.
 */
export function tierBasis(
  facts: CustomerFacts,
  options: { influence?: Float64Array | null; columns?: readonly TierColumn[] } = {},
): TierBasis {
  const { influence, columns = [] } = options;
  const members = codesWhere(facts.any, 1);
  const youngFrom = firstDayOfNew(facts.asOf, YOUNG_MONTHS);
  const young = new Uint8Array(facts.customers);
  const recent = new Float64Array(facts.customers);
  const rated = new Float64Array(facts.customers).fill(Number.NaN);
  for (let i = 0; i < members.length; i++) {
    const c = members[i];
    young[c] = facts.firstDay[c] >= youngFrom ? 1 : 0;
    recent[c] = -facts.recencyDays[c];
    if (influence && influence[c] > 0) rated[c] = influence[c];
  }
  return {
    members,
    young,
    points: [
      tierPoints(facts.monetary, { members }),
      tierPoints(Float64Array.from(facts.frequency), { members }),
      tierPoints(recent, { members }),
      tierPoints(rated, { members }),
      ...columns.map(({ values, direction, scale }) => tierPoints(values, { members, direction, scale })),
    ],
  };
}

/**
 * One figure per customer, 0 … 100: Σ weight × points ÷ Σ weight of the parts it has. Weights need not sum to anything; a
 * part without a value gives its weight to the rest and is marked; without any there is no score. Equal customers score
 * the same, whatever their order. Weights below 0 are a RangeError. Formula: `kpi.md` §3.5.
 */
export function weighTiers(basis: TierBasis, weights: readonly number[]): TierScores {
  const { members, points, young } = basis;
  weights.forEach((weight, part) => {
    if (!(weight >= 0)) throw new RangeError(`weight of ${TIER_PARTS[part] ?? part} is ${weight}`);
  });
  const customers = young.length;
  const weighted = new Float64Array(customers);
  const weight = new Float64Array(customers);
  const missing = new Uint32Array(customers);
  const without: number[] = [];
  points.forEach((own, part) => {
    const share = weights[part] ?? 0;
    if (share > 0 && addPart({ own, share, part, members }, { weighted, weight, missing }) === 0) without.push(part);
  });
  const score = new Float64Array(customers).fill(Number.NaN);
  let scored = 0;
  for (let i = 0; i < members.length; i++) {
    const c = members[i];
    if (weight[c] === 0) continue;
    score[c] = weighted[c] / weight[c];
    scored++;
  }
  const own = TIER_PARTS.length;
  return {
    score,
    missing,
    young,
    missingParts: TIER_PARTS.filter((_, part) => without.includes(part)),
    missingColumns: without.filter((part) => part >= own).map((part) => part - own),
    scored,
  };
}

/** Adds one part to the sums; answers how many customers have it. */
function addPart(
  { own, share, part, members }: { own: Float64Array; share: number; part: number; members: Uint32Array },
  sums: { weighted: Float64Array; weight: Float64Array; missing: Uint32Array },
): number {
  const { weighted, weight, missing } = sums;
  let having = 0;
  for (let i = 0; i < members.length; i++) {
    const c = members[i];
    const points = own[c];
    if (Number.isNaN(points)) {
      missing[c] |= 1 << part;
    } else {
      weighted[c] += share * points;
      weight[c] += share;
      having++;
    }
  }
  return having;
}

/** Points and weights in one: see `tierBasis` and `weighTiers`. */
export const tierScores = (
  facts: CustomerFacts,
  options: { weights: TierWeights; influence?: Float64Array | null },
): TierScores =>
  weighTiers(
    tierBasis(facts, options),
    TIER_PARTS.map((part) => options.weights[part]),
  );
