import type { Day } from '~/domain/period';
import type {
  LadderQuery,
  LadderRow,
  LadderSteps,
  LadderView,
  ViolationLine,
  ViolationQuery,
  ViolationView,
} from '~/domain/priceView';
import { ratioOf } from '~/domain/ratio';
import { type Ladder, type LadderSums, priceLadder, type Violation } from '~/engine/prices/index';
import { customerWindow } from '../customers/customerWindow';
import { memberName, membersOf, orderSegments, type PlanDocument } from '../document';
import { sortRows, windowOf, wordsTest } from './listWindow';
import { nameTest, type Reading } from './nameIndex';
import { bandOf, type PriceScene, priceScene, tierShare } from './priceScene';
import { rebatesBetween } from './rebateFigures';
import type { ViewCache } from './viewCache';

interface Kept {
  revision: number;
  from: Day;
  to: Day;
  ladder: Ladder;
}

/** `revision` says when rules change; `reading` is how names are typed, for the search. */
interface PriceListOptions<Q> {
  query: Q;
  cache: ViewCache;
  revision: number;
  reading?: Reading | null;
}

const ladders = new WeakMap<PriceScene, Kept>();

/** The ladder of some days, kept until orders, prices or rules change. `revision` says when rules do. */
function ladderOf(scene: PriceScene, span: { from: Day; to: Day }, revision: number): Ladder {
  const known = ladders.get(scene);
  if (known?.revision === revision && known.from === span.from && known.to === span.to) return known.ladder;
  const { document } = scene;
  const shares = new Map<string, number>();
  const ladder = priceLadder(orderSegments(document), {
    ...span,
    book: scene.book,
    tierOf: (customer) => scene.tier[customer] ?? '',
    shareOf: (tier, day) => {
      const key = `${tier}${day}`;
      const share = shares.get(key) ?? tierShare(document, tier, day);
      shares.set(key, share);
      return share;
    },
    bandOf: (product) => bandOf(document, product),
    products: membersOf(document, 'product').next,
    customers: scene.customers,
  });
  ladders.set(scene, { revision, ...span, ladder });
  return ladder;
}

const NOTHING: LadderSteps & { sales: number; covered: number | null; discount: number | null } = {
  list: null,
  tier: null,
  invoice: null,
  net: null,
  sales: 0,
  covered: null,
  discount: null,
};

/**
 * From list to tier price, invoice and what is left after rebates, over twelve months unless days are given. Only lines with a
 * quantity and a list price are in the steps; `covered` says how much of the sales that is. The rebate a customer earns on
 * these days is spread over its lines by invoice value.
 */
export function ladderView(
  document: PlanDocument,
  { query, cache, revision, reading = null }: PriceListOptions<LadderQuery>,
): LadderView {
  const scene = priceScene(document, cache);
  if (!scene) return { from: null, to: null, prices: 0, total: NOTHING, rows: [], matching: 0 };
  const window = customerWindow(scene.coverage);
  const span = { from: query.from ?? window.from, to: query.to ?? window.to };
  const ladder = ladderOf(scene, span, revision);
  const rebates = rebatesBetween(scene, span);
  const rebateShare = (customer: number): number => {
    const sums = ladder.byCustomer.get(customer);
    return ratioOf(rebates[customer] ?? 0, sums?.sales ?? 0) ?? 0;
  };
  const known = query.by === 'customer' ? ladder.byCustomer : ladder.byProduct;
  const named = nameTest(membersOf(document, query.by), query.search, reading);
  const names = (code: number) => memberName(document, query.by, code);
  const overall = rebateTotal(ladder, rebateShare);
  const rows = [...known]
    .filter(([code]) => named(code))
    .map(([code, sums]): LadderRow => {
      // A product is sold to many: the mean rebate of all stands for it.
      const share = query.by === 'customer' ? rebateShare(code) : (ratioOf(overall, ladder.total.invoice) ?? 0);
      return { code, name: names(code), ...stepsOf(sums, share) };
    });
  sortRows(rows, (row) => row[query.sort.by], query.sort.descending);
  return {
    ...span,
    prices: scene.prices,
    total: stepsOf(ladder.total, ratioOf(overall, ladder.total.invoice) ?? 0),
    rows: windowOf(rows, query),
    matching: rows.length,
  };
}

function rebateTotal(ladder: Ladder, shareOf: (customer: number) => number): number {
  let sum = 0;
  for (const [customer, { invoice }] of ladder.byCustomer) sum += invoice * shareOf(customer);
  return sum;
}

function stepsOf(
  sums: LadderSums,
  rebateShare: number,
): LadderSteps & Pick<LadderRow, 'sales' | 'covered' | 'discount'> {
  const isKnown = sums.priced > 0;
  const discount = ratioOf(sums.list - sums.invoice, sums.list);
  return {
    list: isKnown ? sums.list : null,
    tier: isKnown ? sums.tier : null,
    invoice: isKnown ? sums.invoice : null,
    net: isKnown ? Math.round(sums.invoice * (1 - rebateShare)) : null,
    sales: sums.sales,
    covered: ratioOf(sums.invoice, sums.sales),
    discount: isKnown ? discount : null,
  };
}

/** Lines billed outside their price band over the last twelve months, the most money first. */
export function violationView(
  document: PlanDocument,
  { query, cache, revision, reading = null }: PriceListOptions<ViolationQuery>,
): ViolationView {
  const scene = priceScene(document, cache);
  const none = { lines: 0, amount: 0 };
  if (!scene) return { checked: 0, under: none, over: none, rows: [], matching: 0 };
  const ladder = ladderOf(scene, customerWindow(scene.coverage), revision);
  const told = (side: 'under' | 'over') => {
    const lines = ladder.violations.filter(({ difference }) => (side === 'under' ? difference < 0 : difference > 0));
    return { lines: lines.length, amount: lines.reduce((sum, { difference }) => sum + difference, 0) };
  };
  const takes = wordsTest(query.search, reading);
  const rows = ladder.violations.filter(
    ({ difference, customer, product, seller }) =>
      (query.side === null || (query.side === 'under') === difference < 0) &&
      takes(
        memberName(document, 'customer', customer),
        memberName(document, 'product', product),
        memberName(document, 'seller', seller),
      ),
  );
  return {
    checked: ladder.checked,
    under: told('under'),
    over: told('over'),
    rows: windowOf(rows, query).map((row) => lineOf(document, row)),
    matching: rows.length,
  };
}

const lineOf = (document: PlanDocument, row: Violation): ViolationLine => ({
  day: row.day,
  customer: row.customer,
  customerName: memberName(document, 'customer', row.customer),
  productName: memberName(document, 'product', row.product),
  sellerName: memberName(document, 'seller', row.seller),
  quantity: row.quantity,
  price: row.price,
  list: row.list,
  lowest: row.lowest,
  highest: row.highest,
  difference: row.difference,
});
