import type { TierPin } from '~/domain/record';
import { countBelow } from './midRank';

/** Code of a tier in the columns: 0 = none, then A, B, C. */
export const TIERS = ['A', 'B', 'C'] as const;

const SLACK = 1e-12;

export interface PreviousTiers {
  tier: Uint8Array;
  /** Customers that would have moved down last time and were kept. */
  waiting?: Uint8Array;
}

export interface TierOptions {
  by: 'customers' | 'sales';
  /** Share in A, and in A and B together: of customers, or of sales. */
  cutA: number;
  cutB: number;
  pins?: readonly TierPin[];
  /** For moves, and for hysteresis when that is on. */
  previous?: PreviousTiers | null;
  /** Points a score must lie under the cut before a customer moves down at once; 0 or none = no hysteresis. */
  hysteresis?: number;
  /** 1 = no better than B (overdue for more than 90 days). Pins stand above it. */
  capAtB?: Uint8Array;
}

export interface TierAssignment {
  /** 0 none, 1 A, 2 B, 3 C; pins and hysteresis applied. */
  tier: Uint8Array;
  /** What score and cuts alone say. */
  ruleTier: Uint8Array;
  pinned: Uint8Array;
  /** Kept above their cut this time; moves down next time if still below. */
  waiting: Uint8Array;
  /** Lowest score in A, and in A or B, by the rule; null when there is nobody. */
  cuts: { a: number | null; b: number | null };
  /** Per tier A, B, C. */
  counts: number[];
  revenue: number[];
  /** moves[from][to] over codes 0 … 3, all customers; null without a previous assignment. */
  moves: number[][] | null;
}

/**
 * Who is A, B and C. By customers: a customer is in A when, going down by score, at most `cutA` of all customers stand
 * above the middle of those with its score. By sales: A are the best scores until `cutA` of all positive sales is
 * reached, the one that reaches it included. Equal scores always share a tier, so shares are kept as nearly as ties
 * allow. A pin is never overwritten. With hysteresis nobody moves down who is less than that many points under the
 * cut, unless he was under it the time before as well; moves up are at once. No score, no tier, unless pinned.
 * `revenue` and `score` have one entry per customer code.
 */
export function assignTiers(score: Float64Array, revenue: Float64Array, options: TierOptions): TierAssignment {
  const { cutA, cutB, previous = null, hysteresis = 0, pins = [], capAtB } = options;
  if (!(cutA >= 0 && cutA <= cutB && cutB <= 1))
    throw new RangeError(`cuts ${cutA} and ${cutB} are not shares in order`);
  const customers = score.length;
  const { ruleTier, cuts } = cutByScore(score, revenue, options);
  const tier = ruleTier.slice();
  const waiting = new Uint8Array(customers);
  const pinned = new Uint8Array(customers);
  for (let c = 0; c < customers; c++) {
    const was = previous ? previous.tier[c] : 0;
    if (hysteresis > 0 && was > 0 && tier[c] > was && previous?.waiting?.[c] !== 1) {
      tier[c] = keptTier(score[c], { rule: tier[c], was, hysteresis, cuts });
      waiting[c] = tier[c] < ruleTier[c] ? 1 : 0;
    }
    if (capAtB?.[c] === 1 && tier[c] === 1) tier[c] = 2;
  }
  for (const pin of pins) {
    if (!(pin.customer < customers)) throw new RangeError(`pin for customer ${pin.customer} of ${customers}`);
    tier[pin.customer] = TIERS.indexOf(pin.tier) + 1;
    pinned[pin.customer] = 1;
    waiting[pin.customer] = 0;
  }
  return { tier, ruleTier, pinned, waiting, cuts, ...totalsOf(tier, revenue), moves: movesOf(previous, tier) };
}

function cutByScore(
  score: Float64Array,
  revenue: Float64Array,
  { by, cutA, cutB }: TierOptions,
): Pick<TierAssignment, 'ruleTier' | 'cuts'> {
  const { values, members, sales, levelOf } = levelsOf(score, revenue);
  const population = members.reduce((sum, n) => sum + n, 0);
  const total = sales.reduce((sum, amount) => sum + amount, 0);
  const tierOf = new Uint8Array(values.length);
  const cuts: TierAssignment['cuts'] = { a: null, b: null };
  let above = 0;
  let salesAbove = 0;
  for (let level = values.length - 1; level >= 0; level--) {
    // A hair of slack: 0.1 + 0.2 must not move a customer over the cut.
    const share = by === 'customers' ? (above + members[level] / 2) / population - SLACK : salesAbove / total + SLACK;
    const inside = (cut: number): boolean => (by === 'customers' ? share <= cut : total > 0 && share < cut);
    tierOf[level] = inside(cutA) ? 1 : inside(cutB) ? 2 : 3;
    if (tierOf[level] === 1) cuts.a = values[level];
    if (tierOf[level] <= 2) cuts.b = values[level];
    above += members[level];
    salesAbove += sales[level];
  }
  const ruleTier = new Uint8Array(score.length);
  for (let c = 0; c < score.length; c++) {
    if (!Number.isNaN(score[c])) ruleTier[c] = tierOf[levelOf[c]];
  }
  return { ruleTier, cuts };
}

/** The different scores, rising, with how many customers have each and their positive sales. */
function levelsOf(score: Float64Array, revenue: Float64Array) {
  // NaN sorts behind everything.
  const sorted = score.slice().sort();
  let levels = 0;
  for (let i = 0; i < sorted.length && !Number.isNaN(sorted[i]); i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[levels++] = sorted[i];
  }
  const values = sorted.slice(0, levels);
  const members = new Float64Array(levels);
  const sales = new Float64Array(levels);
  const levelOf = new Uint32Array(score.length);
  for (let c = 0; c < score.length; c++) {
    if (Number.isNaN(score[c])) continue;
    const level = countBelow(values, score[c]);
    levelOf[c] = level;
    members[level]++;
    sales[level] += Math.max(0, revenue[c]);
  }
  return { values, members, sales, levelOf };
}

/** The best tier, not above the one before, whose cut is less than `hysteresis` points away. */
function keptTier(
  score: number,
  { rule, was, hysteresis, cuts }: { rule: number; was: number; hysteresis: number; cuts: TierAssignment['cuts'] },
): number {
  for (let code = was; code < rule; code++) {
    const cut = code === 1 ? cuts.a : cuts.b;
    if (cut !== null && score > cut - hysteresis) return code;
  }
  return rule;
}

function totalsOf(tier: Uint8Array, revenue: Float64Array): Pick<TierAssignment, 'counts' | 'revenue'> {
  const counts = [0, 0, 0];
  const sums = [0, 0, 0];
  for (let c = 0; c < tier.length; c++) {
    if (tier[c] === 0) continue;
    counts[tier[c] - 1]++;
    sums[tier[c] - 1] += revenue[c];
  }
  return { counts, revenue: sums };
}

function movesOf(previous: PreviousTiers | null, tier: Uint8Array): number[][] | null {
  if (!previous) return null;
  const moves = [0, 1, 2, 3].map(() => [0, 0, 0, 0]);
  for (let c = 0; c < tier.length; c++) moves[previous.tier[c] ?? 0][tier[c]]++;
  return moves;
}
