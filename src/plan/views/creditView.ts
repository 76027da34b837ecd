import { CREDIT_STATES, type CreditQuery, type CreditRow, type CreditState, type CreditView } from '~/domain/credit';
import type { CreditRule } from '~/domain/price';
import { ratioOf } from '~/domain/ratio';
import { AGEING_FROM, overdueOf, TIERS } from '~/engine/customers/index';
import { tiersOn } from '../customers/tiersOn';
import { membersOf, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { type CreditFigures, creditFigures, limitOf, ratingOf, termsOf } from './creditFigures';
import { creditRuleOf } from './creditRule';
import { customerFigures, rankByName } from './customerFigures';
import { nameTest, type Reading } from './nameIndex';
import { orderCoverage } from './orderCoverage';
import type { ViewCache } from './viewCache';

/** From this share of its limit on a customer is near it. */
const NEAR = 0.8;

/**
 * Credit of all customers: limit, what the rule would propose, what is open and how late it is, and how well each can pay.
 * Totals and counts are over all customers, rows over those that match. Without receivables what is open is unknown
 * (null), never 0.
 */
export function creditView(
  document: PlanDocument,
  { query, cache, reading = null }: { query: CreditQuery; cache: ViewCache; reading?: Reading | null },
): CreditView {
  const rule = creditRuleOf(document);
  const figures = creditFigures(document, { cache, rule });
  const view = emptyView(rule);
  const cash = factsOf(document, 'collections');
  if (!figures) return view;
  const rows = creditRows(document, { figures, cache, rule });
  const { ageing } = figures;
  for (const row of rows) {
    view.states[row.state] += 1;
    view.totals.limit += row.limit ?? 0;
    view.totals.balance += row.balance ?? 0;
    view.totals.overdue += row.overdue ?? 0;
    view.totals.disputed += row.disputed;
    view.totals.credit += ageing?.credit[row.code] ?? 0;
    row.buckets?.forEach((amount, bucket) => {
      view.totals.buckets[bucket] += amount;
    });
  }
  const named = nameTest(membersOf(document, 'customer'), query.search, reading);
  const matching = rows.filter(({ code, state }) => (query.state === null || state === query.state) && named(code));
  const { sort } = query;
  const known = customerFigures(document, cache);
  const rank = sort.by === 'name' && known ? rankByName(document, known) : null;
  const keyOf = (row: CreditRow): number | null => (rank ? rank[row.code] : sort.by === 'name' ? null : row[sort.by]);
  const direction = sort.descending ? -1 : 1;
  matching.sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    // What nobody knows stands last; among equals whoever buys most comes first.
    if ((x === null || y === null) && x !== y) return x === null ? 1 : -1;
    const apart = x === null || y === null ? 0 : direction * (x - y);
    return apart || (b.proposed ?? 0) - (a.proposed ?? 0) || a.code - b.code;
  });
  const first = Math.max(0, query.first);
  return {
    ...view,
    asOf: figures.asOf,
    cashAsOf: cash.count > 0 ? cash.asOf : null,
    totals: { ...view.totals, customers: rows.length },
    proposals: matching.flatMap(({ code, limit, proposed }) =>
      proposed !== null && proposed !== limit ? [{ code, limit: proposed }] : [],
    ),
    rows: matching.slice(first, first + Math.max(0, query.count)),
    matching: matching.length,
  };
}

function creditRows(
  document: PlanDocument,
  given: {
    figures: CreditFigures;
    cache: ViewCache;
    rule: Omit<CreditRule, 'id'>;
  },
): CreditRow[] {
  const { figures, cache, rule } = given;
  const { ageing } = figures;
  const { byCode } = membersOf(document, 'customer');
  const asOf = orderCoverage(document)?.asOf;
  const tiers = asOf === undefined ? null : tiersOn(document, cache, asOf);
  return Array.from(figures.codes, (code): CreditRow => {
    const member = byCode[code];
    const limit = limitOf(member);
    const balance = ageing ? ageing.balance[code] : null;
    const overdue = ageing ? overdueOf(ageing, code) : null;
    const use = balance === null || limit === null ? null : ratioOf(balance, limit);
    return {
      code,
      name: member?.name ?? '',
      tier: TIERS[(tiers?.[code] ?? 0) - 1] ?? null,
      rating: ratingOf(member),
      termsDays: termsOf(member, rule),
      ownTerms: typeof member?.attributes.termsDays === 'number',
      limit,
      proposed: figures.proposed[code],
      balance,
      available: balance === null || limit === null ? null : limit - balance,
      use,
      overdue,
      oldest: ageing && ageing.oldest[code] > 0 ? ageing.oldest[code] : null,
      buckets: ageing ? ageing.buckets.map((bucket) => bucket[code]) : null,
      disputed: ageing?.disputed[code] ?? 0,
      ability: figures.ability[code].score,
      missing: figures.ability[code].missing,
      state: stateOf({ balance, limit, overdue }),
    };
  });
}

function stateOf(of: { balance: number | null; limit: number | null; overdue: number | null }): CreditState {
  const { balance, limit, overdue } = of;
  if (balance === null || balance <= 0) return 'none';
  if (limit !== null && balance > limit) return 'over';
  if (overdue !== null && overdue > 0) return 'late';
  return limit !== null && balance >= limit * NEAR ? 'near' : 'fine';
}

const emptyView = (rule: Omit<CreditRule, 'id'>): CreditView => ({
  asOf: null,
  cashAsOf: null,
  rule,
  totals: {
    customers: 0,
    limit: 0,
    balance: 0,
    overdue: 0,
    disputed: 0,
    credit: 0,
    buckets: AGEING_FROM.map(() => 0),
  },
  states: Object.fromEntries(CREDIT_STATES.map((state) => [state, 0])) as CreditView['states'],
  proposals: [],
  rows: [],
  matching: 0,
});
