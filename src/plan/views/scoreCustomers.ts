import type { TierPin, TierRule } from '~/domain/record';
import type { CustomersView } from '~/domain/view';
import {
  assignTiers,
  TIER_PARTS,
  type TierAssignment,
  type TierBasis,
  tierBasis,
  weighTiers,
} from '~/engine/customers/index';
import { overdueCap } from '../customers/overdueCap';
import { plainColumn } from '../customers/plainColumn';
import { lastTiering } from '../customers/tieringOn';
import type { PlanDocument } from '../document';
import type { CustomerFigures } from './viewCache';

/** Scores of all customers by a rule, and the tiers that follow, pins on top. */
export interface ScoredCustomers {
  score: Float64Array;
  assignment: TierAssignment;
  /** Parts with a weight that no customer has a value for. */
  missingParts: CustomersView['missingParts'];
  /** The same among the rule's further columns, by their place. */
  missingColumns: number[];
  /** Bits of the parts whose weight went to the rest, by customer. */
  missing: Uint32Array;
}

type Rule = Omit<TierRule, 'id'>;

/** Points are made once per set of columns: moving a weight or a cut only weighs them anew. */
const kept = new WeakMap<CustomerFigures, Map<string, TierBasis>>();

/**
 * Applies a tier rule to all customers. Pins of members that are no customer any more are left out. With hysteresis the
 * tiers that were applied last are what nobody falls from at once.
 */
export function scoreCustomers(document: PlanDocument, figures: CustomerFigures, rule: Rule): ScoredCustomers {
  const more = rule.more ?? [];
  const weights = [...TIER_PARTS.map((part) => rule.weights[part]), ...more.map(({ weight }) => weight)];
  const { score, missing, missingParts, missingColumns } = weighTiers(basisOf(document, figures, more), weights);
  const pins = pinsOf(document, figures);
  const { by, cutA, cutB, hysteresis } = rule;
  const previous = lastTiering(document);
  const capAtB = rule.capOverdue ? (overdueCap(document, figures.facts.asOf) ?? undefined) : undefined;
  const assignment = assignTiers(score, figures.facts.monetary, {
    by,
    cutA,
    cutB,
    pins,
    hysteresis,
    previous,
    capAtB,
  });
  return { score, missing, missingParts, missingColumns, assignment };
}

function pinsOf({ records }: PlanDocument, { codes }: CustomerFigures): TierPin[] {
  // Fifty thousand codes are only looked through where anything is set by hand.
  if (records.tierPin.size === 0) return [];
  const listed = new Set(codes);
  return [...records.tierPin.values()].filter(({ customer }) => listed.has(customer));
}

function basisOf(document: PlanDocument, figures: CustomerFigures, more: NonNullable<Rule['more']>): TierBasis {
  const sets = kept.get(figures) ?? new Map<string, TierBasis>();
  kept.set(figures, sets);
  const key = JSON.stringify(more.map(({ column, direction, scale }) => [column, direction, scale]));
  const known = sets.get(key);
  if (known) return known;
  const { facts, influence, cache } = figures;
  const columns = more.map(({ column, direction, scale }) => {
    const read = plainColumn({ document, cache, today: facts.asOf }, column);
    // Texts and members have no more or less.
    const values = read.kind === 'number' ? read.values : new Float64Array(facts.customers).fill(Number.NaN);
    return { values, direction, scale };
  });
  const made = tierBasis(facts, { influence, columns });
  // One more set than those on screen: a column that is being chosen would fill the memory else.
  if (sets.size > 3) sets.clear();
  sets.set(key, made);
  return made;
}
