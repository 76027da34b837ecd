import type { MemberCode } from '~/domain/dimension';
import type { ProductBought } from '~/domain/oneCustomer';
import { ratioOf } from '~/domain/ratio';
import { customerWindow } from '../customers/customerWindow';
import { orderRowsOf } from '../customers/orderRowsOf';
import { memberName, membersOf, type PlanDocument } from '../document';
import { ancestorsByLevel, hierarchyOf } from '../members';
import { orderCoverage } from './orderCoverage';
import { orderFacts, type ViewCache } from './viewCache';

/** Products that one page shows. */
const MOST = 100;

/**
 * What a customer buys, by sales of the last twelve months, then of those before; products it neither bought in these nor in
 * those are left out. The year before is unknown, and nothing is *stopped*, where it is not covered whole. No more than a
 * hundred are told in full.
 */
export function productsBought(
  document: PlanDocument,
  cache: ViewCache,
  customer: MemberCode,
): { products: ProductBought[]; count: number; stopped: number } {
  const coverage = orderCoverage(document);
  const facts = coverage ? orderFacts(document, cache) : null;
  if (!coverage || !facts?.codes.product) return { products: [], count: 0, stopped: 0 };
  const window = customerWindow(coverage);
  const found = new Map<
    MemberCode,
    { sales: number; before: number; lastDay: number; firstDay: number; bought: boolean }
  >();
  for (const row of orderRowsOf(document, cache, customer)) {
    const day = facts.day[row];
    const amount = facts.amount[row];
    const code = facts.codes.product[row];
    const one = found.get(code) ?? { sales: 0, before: 0, lastDay: day, firstDay: day, bought: false };
    if (amount > 0) one.lastDay = day;
    if (day >= window.from && day <= window.to) {
      one.sales += amount;
      if (amount > 0) one.bought = true;
    } else if (day >= window.beforeFrom && day <= window.beforeTo) one.before += amount;
    found.set(code, one);
  }
  const total = [...found.values()].reduce((sum, { sales }) => sum + sales, 0);
  const products = membersOf(document, 'product');
  const tree = hierarchyOf(document.records, null, 'product');
  const above = tree && tree.levels.length > 1 ? ancestorsByLevel(tree, products)[0] : null;
  const all = [...found]
    .filter(([, { sales, before, bought }]) => bought || sales !== 0 || (window.beforeKnown && before !== 0))
    .map(([code, { sales, before, lastDay, firstDay, bought }]): ProductBought => {
      const isStopped = window.beforeKnown && !bought && before > 0;
      const isNew = bought && firstDay >= window.from && coverage.from < window.from;
      return {
        code,
        name: memberName(document, 'product', code),
        category: above && above[code] !== code ? memberName(document, 'product', above[code]) : '',
        sales,
        before: window.beforeKnown ? before : null,
        growth: window.beforeKnown && before > 0 ? sales / before - 1 : null,
        share: total > 0 ? ratioOf(sales, total) : null,
        lastDay,
        state: isStopped ? 'stopped' : isNew ? 'new' : 'kept',
      };
    })
    .sort((a, b) => b.sales - a.sales || (b.before ?? 0) - (a.before ?? 0) || a.code - b.code);
  return {
    products: all.slice(0, MOST),
    count: all.filter(({ state }) => state !== 'stopped').length,
    stopped: all.filter(({ state }) => state === 'stopped').length,
  };
}
