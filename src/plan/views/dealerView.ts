import type { Member } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { DealerView } from '~/domain/priceView';
import { ratioOf } from '~/domain/ratio';
import { fail, ok, type Result } from '~/domain/result';
import { TIERS } from '~/engine/customers/index';
import { rowsBetween } from '~/engine/kpi/index';
import { customerCodes } from '../customers/customerCodes';
import { customerWindow } from '../customers/customerWindow';
import { memberName, membersOf, openedPlan, orderSegments, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { nodeTargets, sumSpoken } from './nodeTargets';
import { isCovered, type PriceScene, priceScene } from './priceScene';
import { rebateStandings, rebatesBetween } from './rebateFigures';
import type { ViewCache } from './viewCache';

const YEAR = 365;
const PRODUCTS = 12;
const STOCK_MONTHS = 3;

/**
 * What a dealer buys, sells on and earns with us, over the twelve months to the last complete day: for a talk, on one page.
 * What it paid for what it sold on is its own mean buying price of the year per product; where a sheet lacks quantities it is
 * blank, and so is the margin. Unknown customers, groups of them and a workspace without orders are refused.
 */
export function dealerView(document: PlanDocument, code: number, cache: ViewCache): Result<DealerView> {
  const scene = priceScene(document, cache);
  const member = membersOf(document, 'customer').byCode[code];
  if (!scene || !member || !customerCodes(document).includes(code)) return fail(issue('member/unknown'));
  const { from, to } = customerWindow(scene.coverage);
  const bought = boughtOf(document, code, { from, to });
  const isKnown = isCovered(scene, from - YEAR, to - YEAR);
  const before = isKnown ? boughtOf(document, code, { from: from - YEAR, to: to - YEAR }) : null;
  const sold = soldOn(document, code, { from, to, bought: bought.products });
  const rebates = rebatesOf(scene, code, from);
  const support = supportOf(document, code, { from, to });
  const rebate = rebatesBetween(scene, { from, to })[code] ?? 0;
  const margin = sold.amount === null || sold.paidFor === null ? null : sold.amount - sold.paidFor;
  const plan = openedPlan(document);
  const target = plan ? sumSpoken(nodeTargets(document, plan, { customer: code })) : null;
  const stock = stockOf(document, code);
  return ok({
    code,
    name: member.name,
    tier: TIERS.find((one) => one === scene.tier[code]) ?? null,
    asOf: to,
    from,
    buys: bought.total,
    buysBefore: before ? before.total : null,
    sellsOn: sold.amount,
    paidFor: sold.paidFor,
    margin,
    rebate,
    support,
    earns: margin === null ? null : margin + rebate + support,
    stock,
    stockMonths:
      stock === null ? null : ratioOf(stock, sold.lastMonths === null ? null : sold.lastMonths / STOCK_MONTHS),
    target,
    attainment: plan ? ratioOf(salesOf(scene, code, plan.periods[0].from, to), target) : null,
    products: [...bought.products]
      .sort((a, b) => b[1].amount - a[1].amount || a[0] - b[0])
      .slice(0, PRODUCTS)
      .map(([product, { amount, quantity }]) => ({
        name: memberName(document, 'product', product),
        buys: amount,
        before: before ? (before.products.get(product)?.amount ?? 0) : null,
        quantity,
      })),
    programmes: rebates,
    months: monthsOf(scene, code, to),
    prospects: prospectsOf(document, member, bought.total),
  });
}

function prospectsOf(document: PlanDocument, { code, attributes }: Member, buys: number): DealerView['prospects'] {
  const potential = typeof attributes.potential === 'number' ? attributes.potential : null;
  const opportunities = factsOf(document, 'opportunities');
  const [customer, amount] = [opportunities.code('customer'), opportunities.number('amount')];
  const [result, closed] = [opportunities.text('result'), opportunities.number('closed')];
  const open = { count: 0, amount: 0 };
  for (let i = 0; i < opportunities.count; i += 1) {
    if (customer[i] !== code || result[i] === 'won' || result[i] === 'lost' || !Number.isNaN(closed[i])) continue;
    open.count += 1;
    open.amount += amount[i] || 0;
  }
  return {
    potential,
    potentialShare: ratioOf(buys, potential),
    opportunities: opportunities.count > 0 ? open : null,
  };
}

interface Bought {
  total: number;
  products: Map<number, { amount: number; quantity: number | null }>;
}

function boughtOf(document: PlanDocument, code: number, span: { from: Day; to: Day }): Bought {
  const products: Bought['products'] = new Map();
  let total = 0;
  for (const { count, day, codes, amount, quantity } of orderSegments(document)) {
    const { customer, product } = codes;
    for (let i = 0; customer && i < count; i += 1) {
      if (customer[i] !== code || day[i] < span.from || day[i] > span.to) continue;
      total += amount[i];
      const what = product?.[i] ?? 0;
      const sum = products.get(what) ?? { amount: 0, quantity: quantity ? 0 : null };
      sum.amount += amount[i];
      sum.quantity = sum.quantity === null || !quantity ? null : sum.quantity + quantity[i];
      products.set(what, sum);
    }
  }
  return { total, products };
}

/** What the dealer's own sheets say: money, what that cost it, and the last three months for the pace. */
function soldOn(
  document: PlanDocument,
  code: number,
  { from, to, bought }: { from: Day; to: Day; bought: Bought['products'] },
): { amount: number | null; paidFor: number | null; lastMonths: number | null } {
  const sheet = factsOf(document, 'sellThrough');
  const [month, customer, product] = [sheet.number('month'), sheet.code('customer'), sheet.code('product')];
  const [amount, quantity] = [sheet.number('amount'), sheet.number('quantity')];
  const [firstMonth, lastMonth] = [monthIndexOf(from), monthIndexOf(to)];
  let sold: number | null = null;
  let paidFor: number | null = 0;
  let lastMonths: number | null = null;
  for (let i = 0; i < sheet.count; i += 1) {
    if (customer[i] !== code || month[i] < firstMonth || month[i] > lastMonth || Number.isNaN(amount[i])) continue;
    sold = (sold ?? 0) + amount[i];
    if (month[i] > lastMonth - STOCK_MONTHS) lastMonths = (lastMonths ?? 0) + amount[i];
    const own = bought.get(product[i]);
    const unit = own?.quantity ? own.amount / own.quantity : null;
    paidFor = paidFor === null || unit === null || Number.isNaN(quantity[i]) ? null : paidFor + unit * quantity[i];
  }
  return { amount: sold, paidFor: sold === null || paidFor === null ? null : Math.round(paidFor), lastMonths };
}

/** Stock of the newest month that the dealer told of; null where it told of none. */
function stockOf(document: PlanDocument, code: number): number | null {
  const sheet = factsOf(document, 'channelStock');
  const [month, customer, amount] = [sheet.number('month'), sheet.code('customer'), sheet.number('amount')];
  let newest = Number.NEGATIVE_INFINITY;
  let stock: number | null = null;
  for (let i = 0; i < sheet.count; i += 1) {
    if (customer[i] !== code || month[i] < newest || Number.isNaN(amount[i])) continue;
    stock = month[i] > newest ? amount[i] : (stock ?? 0) + amount[i];
    newest = month[i];
  }
  return stock;
}

/** What we paid for joint promotions in the year. */
function supportOf(document: PlanDocument, code: number, span: { from: Day; to: Day }): number {
  const promotions = factsOf(document, 'promotions');
  const [day, customer, cost] = [promotions.number('day'), promotions.code('customer'), promotions.number('cost')];
  let sum = 0;
  for (let i = 0; i < promotions.count; i += 1) {
    if (customer[i] === code && day[i] >= span.from && day[i] <= span.to) sum += cost[i] || 0;
  }
  return sum;
}

/** Programmes that ran in the twelve months, whole. */
function rebatesOf(scene: PriceScene, code: number, first: Day): DealerView['programmes'] {
  const { asOf } = scene.coverage;
  return [...scene.document.records.rebateProgramme.values()]
    .filter(({ from, to }) => from <= asOf && to >= first)
    .flatMap((programme) => {
      const standing = rebateStandings(scene, programme).find((one) => one.code === code);
      if (!standing) return [];
      const { end, accrued, atEnd, toNext } = standing;
      return [{ title: programme.title, on: programme.on, step: end.step + 1, accrued, atEnd, toNext }];
    });
}

function salesOf({ orders }: PriceScene, code: number, from: Day, to: Day): number {
  const codes = orders.codes.customer;
  const [first, end] = rowsBetween(orders, from, to);
  let sum = 0;
  for (let i = first; codes && i < end; i += 1) if (codes[i] === code) sum += orders.amount[i];
  return sum;
}

function monthsOf(scene: PriceScene, code: number, asOf: Day): DealerView['months'] {
  const last = monthIndexOf(asOf);
  return Array.from({ length: 12 }, (_, i) => {
    const month = last - 11 + i;
    const { from, to } = monthPeriodAt(month);
    const was = monthPeriodAt(month - 12);
    return {
      month,
      buys: salesOf(scene, code, from, Math.min(to, asOf)),
      before: isCovered(scene, was.from, was.to) ? salesOf(scene, code, was.from, was.to) : null,
    };
  });
}
