import type { CustomerFigure } from '~/domain/segmentation';
import { type FactTable, netByCustomer, rowsBetween } from '~/engine/kpi/index';
import { membersOf, type PlanDocument } from '../document';
import { ancestorsByLevel, hierarchyOf } from '../members';
import { customerFigures } from '../views/customerFigures';
import { orderCoverage } from '../views/orderCoverage';
import { orderFacts, type ViewCache } from '../views/viewCache';
import { customerWindow } from './customerWindow';

/** Figures that orders alone say; the score needs a rule beside them. */
export type OrderFigure = Exclude<CustomerFigure, 'score'>;

const kept = new WeakMap<ViewCache, { version: number; columns: Map<OrderFigure, Float64Array> }>();

/**
 * One figure of every customer by code, NaN = blank; kept until orders or members change. Net sales, orders and days with an
 * order are those of the twelve months to the last complete day, 0 where there are none; the year before is blank unless all
 * of it is known, growth where it is not above 0, the mean order without orders, days since without any order ever. The
 * order of rows does not matter.
 */
export function orderColumn(document: PlanDocument, cache: ViewCache, figure: OrderFigure): Float64Array {
  const known = kept.get(cache);
  const fresh =
    known?.version === document.factsVersion ? known : { version: document.factsVersion, columns: new Map() };
  if (fresh !== known) kept.set(cache, fresh);
  const column = fresh.columns.get(figure) ?? readColumn(document, cache, figure);
  fresh.columns.set(figure, column);
  return column;
}

function readColumn(document: PlanDocument, cache: ViewCache, figure: OrderFigure): Float64Array {
  const { next } = membersOf(document, 'customer');
  const blank = () => new Float64Array(next).fill(Number.NaN);
  const coverage = orderCoverage(document);
  const figures = customerFigures(document, cache);
  if (!coverage || !figures) return blank();
  const { facts } = figures;
  const window = customerWindow(coverage);
  const from = (read: (code: number) => number): Float64Array => {
    const values = blank();
    for (const code of figures.codes) values[code] = read(code);
    return values;
  };
  switch (figure) {
    case 'sales12':
      return from((c) => facts.monetary[c]);
    case 'frequency':
      return from((c) => facts.frequency[c]);
    case 'orders':
      return from((c) => facts.orders[c]);
    case 'recencyDays':
      return from((c) => (facts.any[c] === 1 ? facts.recencyDays[c] : Number.NaN));
    case 'firstOrderDays':
      return from((c) => (facts.any[c] === 1 ? facts.asOf - facts.firstDay[c] : Number.NaN));
    case 'averageOrder':
      return from((c) => (facts.orders[c] > 0 ? Math.round(facts.monetary[c] / facts.orders[c]) : Number.NaN));
    case 'salesBefore': {
      if (!window.beforeKnown) return blank();
      const net = netByCustomer(orderFacts(document, cache), { from: window.beforeFrom, to: window.beforeTo }, next);
      return from((c) => net[c]);
    }
    case 'growth': {
      const before = orderColumn(document, cache, 'salesBefore');
      return from((c) => (before[c] > 0 ? (facts.monetary[c] - before[c]) / before[c] : Number.NaN));
    }
    case 'share': {
      let total = 0;
      for (const code of figures.codes) total += facts.monetary[code];
      return from((c) => (total > 0 ? facts.monetary[c] / total : Number.NaN));
    }
    case 'categories': {
      const count = categoriesBought(orderFacts(document, cache), {
        customers: next,
        categoryOf: categories(document),
        window,
      });
      return from((c) => count[c]);
    }
  }
}

/** Product code → its top node in the workspace's tree, itself where it stands under none. */
function categories(document: PlanDocument): Uint32Array {
  const products = membersOf(document, 'product');
  const tree = hierarchyOf(document.records, null, 'product');
  const top = tree ? ancestorsByLevel(tree, products)[0] : null;
  return Uint32Array.from({ length: products.next }, (_, code) => top?.[code] || code);
}

/** Distinct categories with a line above 0 in the window, by customer: rows are grouped by customer, each category is seen once. */
function categoriesBought(
  facts: FactTable,
  options: { customers: number; categoryOf: Uint32Array; window: { from: number; to: number } },
): Uint32Array {
  const { customers, categoryOf, window } = options;
  const count = new Uint32Array(customers);
  const { customer, product } = facts.codes;
  if (!customer || !product) return count;
  const [first, end] = rowsBetween(facts, window.from, window.to);
  const start = new Uint32Array(customers + 1);
  for (let i = first; i < end; i += 1) start[customer[i] + 1] += 1;
  for (let c = 0; c < customers; c += 1) start[c + 1] += start[c];
  const rows = new Uint32Array(end - first);
  const place = start.slice();
  for (let i = first; i < end; i += 1) {
    rows[place[customer[i]]] = i;
    place[customer[i]] += 1;
  }
  // 0 = not seen yet, else one more than the customer it was counted for last.
  const seen = new Uint32Array(categoryOf.length);
  for (let c = 0; c < customers; c += 1) {
    for (let r = start[c]; r < start[c + 1]; r += 1) {
      const i = rows[r];
      const category = categoryOf[product[i]];
      if (category === 0 || !(facts.amount[i] > 0) || seen[category] === c + 1) continue;
      seen[category] = c + 1;
      count[c] += 1;
    }
  }
  return count;
}
