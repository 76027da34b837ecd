import { codesWhere } from './codesWhere';
import type { CustomerFacts } from './customerFacts';
import { firstDayOfNew } from './firstDayOfNew';
import { midRankPercentiles } from './midRank';

/** Parts of the tier score; bit i of `missing` stands for the i-th. */
export const TIER_PARTS = ['spend', 'frequency', 'recency', 'influence'] as const;

export type TierPart = (typeof TIER_PARTS)[number];

export type TierWeights = Record<TierPart, number>;

export interface TierScores {
  /** 0 … 100 per customer; NaN where there is nothing to score. */
  score: Float64Array;
  /** Bits of TIER_PARTS whose weight went to the rest for this customer. */
  missing: Uint8Array;
  /** 1 = first order under six months ago: its history says little yet. */
  young: Uint8Array;
  /** Parts with a weight that no customer has a value for. */
  missingParts: TierPart[];
  scored: number;
}

const YOUNG_MONTHS = 6;

/**
 * One figure per customer, 0 … 100: Σ weight × mid-rank percentile of spend, order days, recency (recent is high) and
 * influence, over all customers with an order up to the day. Weights need not sum to anything. A customer without
 * influence (0 or NaN in the column, or no column) has that weight spread over the rest, and is marked. A customer for
 * whom every weighted part is missing has no score. Equal customers score the same, whatever their order. Weights below 0
 * are a RangeError. Formula: `kpi.md` §3.5.
 */
export function tierScores(
  facts: CustomerFacts,
  options: { weights: TierWeights; influence?: Float64Array | null },
): TierScores {
  const { weights, influence } = options;
  for (const part of TIER_PARTS) {
    if (!(weights[part] >= 0)) throw new RangeError(`weight of ${part} is ${weights[part]}`);
  }
  const members = codesWhere(facts.any, 1);
  const influential = influence ? members.filter((c) => influence[c] > 0) : new Uint32Array(0);
  const columns: { part: TierPart; members: Uint32Array; value: (c: number) => number }[] = [
    { part: 'spend', members, value: (c) => facts.monetary[c] },
    { part: 'frequency', members, value: (c) => facts.frequency[c] },
    { part: 'recency', members, value: (c) => -facts.recencyDays[c] },
    { part: 'influence', members: influential, value: (c) => (influence ? influence[c] : 0) },
  ];
  const weighted = new Float64Array(facts.customers);
  const weight = new Float64Array(facts.customers);
  const missing = new Uint8Array(facts.customers);
  const missingParts: TierPart[] = [];
  columns.forEach(({ part, members: having, value }, bit) => {
    if (weights[part] === 0) return;
    if (having.length === 0) missingParts.push(part);
    const values = new Float64Array(having.length);
    for (let i = 0; i < having.length; i++) values[i] = value(having[i]);
    const percentiles = midRankPercentiles(values);
    for (let i = 0; i < members.length; i++) missing[members[i]] |= 1 << bit;
    for (let i = 0; i < having.length; i++) {
      weighted[having[i]] += weights[part] * percentiles[i];
      weight[having[i]] += weights[part];
      missing[having[i]] &= ~(1 << bit);
    }
  });
  const score = new Float64Array(facts.customers).fill(Number.NaN);
  const young = new Uint8Array(facts.customers);
  const youngFrom = firstDayOfNew(facts.asOf, YOUNG_MONTHS);
  let scored = 0;
  for (let i = 0; i < members.length; i++) {
    const c = members[i];
    young[c] = facts.firstDay[c] >= youngFrom ? 1 : 0;
    if (weight[c] === 0) continue;
    score[c] = weighted[c] / weight[c];
    scored++;
  }
  return { score, missing, young, missingParts, scored };
}
