import type { TierRule } from '~/domain/record';
import type { CustomersQuery, CustomersView } from '~/domain/view';
import {
  abcClasses,
  paretoCurve,
  RFM_GROUPS,
  RFM_STATES,
  type RfmGroups,
  type RfmScores,
  rfmGroups,
  scoreRfm,
  TIERS,
} from '~/engine/customers/index';
import { overdueCap } from '../customers/overdueCap';
import { lastTiering } from '../customers/tieringOn';
import type { PlanDocument } from '../document';
import { customerFigures } from './customerFigures';
import { customerRows } from './customerRows';
import type { Reading } from './nameIndex';
import { orderCoverage } from './orderCoverage';
import { scoreCustomers } from './scoreCustomers';
import { sameRule, tierRuleOf } from './tierRule';
import type { CustomerFigures, ViewCache } from './viewCache';

export interface CustomersOptions {
  query: CustomersQuery;
  cache: ViewCache;
  /** How names are typed on a Latin keyboard, for the search; null or none = the names alone. */
  reading?: Reading | null;
}

/** Points per bar of the histogram of scores. */
const BIN = 5;

/**
 * Customers over the twelve months to the last complete day of the orders (as much of them as is covered): tiers by the
 * saved rule, or by the one in the query to try it out, with the moves from the tiers in force (else from the saved rule); RFM matrix, scores, and the rows of
 * the list that the page shows. A customer without an order is listed, without score or tier unless pinned.
 */
export function customersView(
  document: PlanDocument,
  { query, cache, reading = null }: CustomersOptions,
): CustomersView {
  const saved = tierRuleOf(document);
  const rule = inOrder(query.rule ?? saved);
  const figures = customerFigures(document, cache);
  const isDraft = !sameRule(rule, saved);
  if (!figures) return emptyView(rule, isDraft);
  const scored = scoreCustomers(document, figures, rule);
  const tiering = lastTiering(document);
  const before = tiering?.tier ?? (isDraft ? scoreCustomers(document, figures, saved).assignment.tier : null);
  const { rfm, groups, ...concentration } = keptOf(figures);
  const { rows, matching } = customerRows(document, {
    figures,
    scored,
    rfm,
    groups: groups.of,
    before,
    query,
    reading,
  });
  const { assignment } = scored;
  const inTier = assignment.counts.reduce((sum, count) => sum + count, 0);
  return {
    asOf: orderCoverage(document)?.asOf ?? null,
    from: figures.facts.from,
    rule,
    draft: isDraft,
    customers: figures.codes.length,
    tiers: TIERS.map((tier, t) => ({ tier, customers: assignment.counts[t], revenue: assignment.revenue[t] })),
    unscored: figures.codes.length - inTier,
    outside: outsideOf(rfm, figures.codes),
    missingParts: scored.missingParts,
    missingColumns: scored.missingColumns,
    reweighted: countFlags(scored.missing),
    inForce: tiering && { on: tiering.on, reason: tiering.reason },
    waiting: countFlags(assignment.waiting),
    overdueKnown: overdueCap(document, figures.facts.asOf) !== null,
    groups:
      rfm.scored > 0 ? RFM_GROUPS.map((id, g) => ({ id, customers: groups.counts[g], sales: groups.revenue[g] })) : [],
    ...concentration,
    histogram: histogramOf(scored.score),
    cuts: rule.by === 'value' ? { a: null, b: null } : assignment.cuts,
    rfm: rfm.scored > 0 ? matrixOf(rfm) : null,
    moves: before ? movesBetween(before, assignment.tier) : [],
    rows,
    matching,
  };
}

/** A cut for B above that for A, as while it is being typed, stands where A's is. */
function inOrder(rule: Omit<TierRule, 'id'>): Omit<TierRule, 'id'> {
  const isShare = rule.by === 'customers' || rule.by === 'sales';
  const cutB = isShare ? Math.max(rule.cutA, rule.cutB) : Math.min(rule.cutA, rule.cutB);
  return cutB === rule.cutB ? rule : { ...rule, cutB };
}

function countFlags(flags: Uint8Array | Uint32Array): number {
  let count = 0;
  for (let c = 0; c < flags.length; c += 1) count += flags[c] === 0 ? 0 : 1;
  return count;
}

/** What depends on orders alone: made once, whatever rule is tried. */
interface Kept extends Pick<CustomersView, 'pareto' | 'abc'> {
  rfm: RfmScores;
  groups: RfmGroups;
}

const kept = new WeakMap<CustomerFigures, Kept>();

function keptOf(figures: CustomerFigures): Kept {
  const known = kept.get(figures);
  if (known) return known;
  const sales = Float64Array.from(figures.codes, (code) => figures.facts.monetary[code]);
  const { counts, amounts } = abcClasses(sales);
  const rfm = scoreRfm(figures.facts);
  const made: Kept = {
    rfm,
    groups: rfmGroups(rfm, figures.facts.monetary),
    pareto: paretoCurve(sales),
    abc: { customers: counts, sales: amounts },
  };
  kept.set(figures, made);
  return made;
}

function histogramOf(score: Float64Array): CustomersView['histogram'] {
  const bars = Array.from({ length: 100 / BIN }, (_, i) => ({ from: i * BIN, to: (i + 1) * BIN, count: 0 }));
  for (let c = 0; c < score.length; c += 1) {
    if (!Number.isNaN(score[c])) bars[Math.min(bars.length - 1, Math.floor(score[c] / BIN))].count += 1;
  }
  return bars;
}

function outsideOf({ state }: RfmScores, codes: Uint32Array): CustomersView['outside'] {
  const outside = { new: 0, lapsed: 0, none: 0 };
  for (const code of codes) {
    const name = RFM_STATES[state[code]];
    if (name !== 'scored') outside[name] += 1;
  }
  return outside;
}

function matrixOf({ classes, counts, revenue }: RfmScores): NonNullable<CustomersView['rfm']> {
  const rowsOf = (cells: ArrayLike<number>): number[][] =>
    Array.from({ length: classes }, (_, r) => Array.from({ length: classes }, (__, f) => cells[r * classes + f]));
  return { size: classes, counts: rowsOf(counts), revenue: rowsOf(revenue) };
}

function movesBetween(before: Uint8Array, after: Uint8Array): CustomersView['moves'] {
  const moved = new Uint32Array(TIERS.length * TIERS.length);
  for (let c = 0; c < after.length; c += 1) {
    if (before[c] > 0 && after[c] > 0) moved[(before[c] - 1) * TIERS.length + after[c] - 1] += 1;
  }
  return TIERS.flatMap((from, i) =>
    TIERS.flatMap((to, j) => {
      const customers = moved[i * TIERS.length + j];
      return i === j || customers === 0 ? [] : [{ from, to, customers }];
    }),
  );
}

const emptyView = (rule: Omit<TierRule, 'id'>, draft: boolean): CustomersView => ({
  asOf: null,
  from: null,
  rule,
  draft,
  customers: 0,
  tiers: TIERS.map((tier) => ({ tier, customers: 0, revenue: 0 })),
  unscored: 0,
  outside: { new: 0, lapsed: 0, none: 0 },
  missingParts: [],
  missingColumns: [],
  reweighted: 0,
  inForce: null,
  waiting: 0,
  overdueKnown: false,
  groups: [],
  pareto: [],
  abc: { customers: [0, 0, 0], sales: [0, 0, 0] },
  histogram: [],
  cuts: { a: null, b: null },
  rfm: null,
  moves: [],
  rows: [],
  matching: 0,
});
