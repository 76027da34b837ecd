import type { MemberCode } from '~/domain/dimension';
import type { Day } from '~/domain/period';
import { type FactTable, rowsBetween } from '~/engine/kpi/index';
import { type PriceBook, priceBook } from '~/engine/prices/index';
import { tierOfText } from '../customers/tierOfText';
import { tiersOn } from '../customers/tiersOn';
import { membersOf, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { type OrderCoverage, orderCoverage } from './orderCoverage';
import { orderFacts, type ViewCache } from './viewCache';

/** What every view of prices reads; null without orders. */
export interface PriceScene {
  document: PlanDocument;
  coverage: OrderCoverage;
  orders: FactTable;
  book: PriceBook;
  /** Rows of the price list. */
  prices: number;
  /** By customer code: '', 'A', 'B' or 'C'. */
  tier: ('A' | 'B' | 'C' | '')[];
  customers: number;
}

const scenes = new WeakMap<PlanDocument, { version: number; rules: unknown; scene: PriceScene | null }>();

/** What the views of prices have in common, kept until orders, prices or tiers change; null without orders. */
export function priceScene(document: PlanDocument, cache: ViewCache): PriceScene | null {
  const rules = [
    ...document.records.tierRule.values(),
    ...document.records.tiering.values(),
    ...document.records.tierPin.values(),
  ];
  const known = scenes.get(document);
  if (known?.version === document.factsVersion && sameItems(known.rules as unknown[], rules)) return known.scene;
  const coverage = orderCoverage(document);
  const scene = coverage ? makeScene(document, cache, coverage) : null;
  scenes.set(document, { version: document.factsVersion, rules, scene });
  return scene;
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

function makeScene(document: PlanDocument, cache: ViewCache, coverage: OrderCoverage): PriceScene {
  const list = factsOf(document, 'listPrices');
  const tier = tiersOn(document, cache, coverage.asOf);
  return {
    document,
    coverage,
    orders: orderFacts(document, cache),
    book: priceBook({
      product: list.code('product'),
      tier: list.text('tier').map(tierOfText),
      day: list.number('day'),
      amount: list.number('amount'),
      lowest: list.number('lowest'),
      highest: list.number('highest'),
    }),
    prices: list.count,
    tier: Array.from(tier, (code) => (['', 'A', 'B', 'C'] as const)[code]),
    customers: membersOf(document, 'customer').next,
  };
}

/** Share of list that a tier pays on a day: the newest agreement up to it, all of it without one. */
export function tierShare(document: PlanDocument, tier: string, day: Day): number {
  let newest: { from: Day; share: number } | null = null;
  for (const price of document.records.tierPrice.values()) {
    if (price.tier === tier && price.from <= day && (newest === null || price.from >= newest.from)) newest = price;
  }
  return newest?.share ?? 1;
}

/** The band of a product: its own, else the one for all; null without any. */
export function bandOf(document: PlanDocument, product: MemberCode): { lowest: number; highest: number } | null {
  let general: { lowest: number; highest: number } | null = null;
  for (const band of document.records.priceBand.values()) {
    if (band.product === product) return band;
    if (band.product === null) general = band;
  }
  return general;
}

/** Net sales by customer between two days, both inside. */
export function salesBetween({ orders, customers }: PriceScene, from: Day, to: Day): Float64Array {
  const sales = new Float64Array(customers);
  const codes = orders.codes.customer;
  const [first, end] = rowsBetween(orders, from, to);
  for (let i = first; codes && i < end; i += 1) sales[codes[i]] += orders.amount[i];
  return sales;
}

/** True where every day between two is covered by some import. */
export const isCovered = ({ coverage }: PriceScene, from: Day, to: Day): boolean =>
  coverage.stretches.some((stretch) => stretch.from <= from && stretch.to >= to);
