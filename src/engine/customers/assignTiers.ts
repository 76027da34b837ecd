import type { TierPin } from '~/domain/record';
import { scoreCuts } from './scoreCuts';

/** Code of a tier in the columns: 0 = none, then A, B, C. */
export const TIERS = ['A', 'B', 'C'] as const;

export interface PreviousTiers {
  tier: Uint8Array;
  /** Customers that would have moved down last time and were kept. */
  waiting?: Uint8Array;
}

export interface TierOptions {
  by: 'customers' | 'sales' | 'score' | 'value';
  /** Share in A, and in A and B together: of customers, or of sales; by score or value the least in A, and in B. */
  cutA: number;
  cutB: number;
  pins?: readonly TierPin[];
  /** For moves, and for hysteresis when that is on. */
  previous?: PreviousTiers | null;
  /**
   * Points a score must lie under the cut before a customer moves down at once (by value: percent of the cut); 0 or none =
   * no hysteresis.
   */
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
  /** Lowest score (by value: lowest sales) in A, and in A or B, by the rule; null when there is nobody. */
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
 * reached, the one that reaches it included. By score and by value the cuts are given. Equal scores always share a tier, so shares are kept as nearly as ties
 * allow. A pin is never overwritten. With hysteresis nobody moves down who is less than that many points under the
 * cut, unless he was under it the time before as well; moves up are at once. No score, no tier, unless pinned.
 * `revenue` and `score` have one entry per customer code.
 */
export function assignTiers(score: Float64Array, revenue: Float64Array, options: TierOptions): TierAssignment {
  const { previous = null, hysteresis = 0, pins = [], capAtB } = options;
  checkCuts(options);
  const customers = score.length;
  const under = (cut: number): number => cut - (options.by === 'value' ? (cut * hysteresis) / 100 : hysteresis);
  const { ruleTier, cuts } = cutTiers(score, revenue, options);
  const figure = options.by === 'value' ? revenue : score;
  const tier = ruleTier.slice();
  const waiting = new Uint8Array(customers);
  const pinned = new Uint8Array(customers);
  for (let c = 0; c < customers; c++) {
    const was = previous ? previous.tier[c] : 0;
    if (hysteresis > 0 && was > 0 && tier[c] > was && previous?.waiting?.[c] !== 1) {
      tier[c] = keptTier(figure[c], { rule: tier[c], was, cuts, under });
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

function checkCuts({ by, cutA, cutB }: TierOptions): void {
  const isShare = by === 'customers' || by === 'sales';
  const inOrder = isShare ? cutA >= 0 && cutA <= cutB && cutB <= 1 : cutA >= cutB && Number.isFinite(cutA - cutB);
  if (!inOrder) throw new RangeError(`cuts ${cutA} and ${cutB} by ${by} are not in order`);
}

/** What the cuts alone say; by value they cut what is sold, else the score. */
function cutTiers(
  score: Float64Array,
  revenue: Float64Array,
  { by, cutA, cutB }: TierOptions,
): Pick<TierAssignment, 'ruleTier' | 'cuts'> {
  const cuts =
    by === 'customers' || by === 'sales' ? scoreCuts(score, revenue, { by, cutA, cutB }) : { a: cutA, b: cutB };
  const figure = by === 'value' ? revenue : score;
  const a = cuts.a ?? Number.POSITIVE_INFINITY;
  const b = cuts.b ?? Number.POSITIVE_INFINITY;
  const ruleTier = new Uint8Array(score.length);
  for (let c = 0; c < score.length; c++) {
    if (!Number.isNaN(score[c])) ruleTier[c] = figure[c] >= a ? 1 : figure[c] >= b ? 2 : 3;
  }
  return { ruleTier, cuts };
}

/** The best tier, not above the one before, whose cut is less than the hysteresis away. */
function keptTier(
  figure: number,
  options: { rule: number; was: number; cuts: TierAssignment['cuts']; under: (cut: number) => number },
): number {
  const { rule, was, cuts, under } = options;
  for (let code = was; code < rule; code++) {
    const cut = code === 1 ? cuts.a : cuts.b;
    if (cut !== null && figure > under(cut)) return code;
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
