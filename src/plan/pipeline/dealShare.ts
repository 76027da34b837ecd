import type { At } from '~/domain/cell';
import type { Day } from '~/domain/period';
import { type FactTable, rowsBetween } from '~/engine/kpi/index';
import { DEAL_WON } from '~/engine/pipeline/index';
import { openedPlan } from '../document';
import { mergedMembers } from '../mergedMembers';
import { nodeOrders } from '../views/kpiInput';
import { orderCoverage } from '../views/orderCoverage';
import type { ViewCache } from '../views/viewCache';
import type { PipelineScene } from './pipelineScene';

/** What part of past sales deals brought, and how it was told. */
export interface DealShare {
  /** 0 … 1; null where nobody knows. */
  share: number | null;
  /** By orders that fit won deals, by customers that have deals, or not at all. */
  by: 'orders' | 'customers' | 'none';
}

/** An order belongs to a deal that was won up to so many days before it, or so few after it. */
const DAYS_AFTER = 92;
const DAYS_BEFORE = 31;
const YEAR = 365;
/** So much of what was won must be found in the orders for the match to be believed. */
const FOUND = 0.5;

/**
 * The share of a node's sales of the last twelve months that its won deals brought: orders of the same customer (of the
 * same product first) around the day of winning, up to the amount won, each order counted once. Where most of what was
 * won is not found in orders, the sales of customers that have deals instead. Nothing without deals; unknown without orders, or without
 * customers on the deals.
 */
export function dealShare(
  scene: PipelineScene,
  { at, rows, cache }: { at: At; rows: readonly number[]; cache: ViewCache },
): DealShare {
  const { document, deals, asOf } = scene;
  const { table, facts } = deals;
  const coverage = orderCoverage(document);
  const merged = mergedMembers(document, 'customer');
  const ofDeals = facts.code('customer');
  const customerOf = (row: number): number => merged?.[ofDeals[row]] ?? ofDeals[row];
  const named = rows.filter((row) => customerOf(row) !== 0);
  if (rows.length === 0) return { share: 0, by: 'orders' };
  if (!coverage || named.length === 0) return { share: null, by: 'none' };
  const to = Math.min(coverage.asOf, asOf);
  const won = named.filter((row) => table.result[row] === DEAL_WON && table.closed[row] <= to);
  // Sales from before deals were written down say nothing about them.
  const first = table.created.reduce((day, own) => (own < day ? own : day), asOf);
  const from = Math.max(coverage.from, to - YEAR + 1, Math.min(first, to - DAYS_AFTER + 1));
  const orders = nodeOrders(document, openedPlan(document), { at, cache });
  const sales = soldBetween(orders, from, to);
  if (sales <= 0 || orders.codes.customer === undefined) return { share: null, by: 'none' };
  const inTime = won.filter((row) => table.closed[row] >= from);
  const worth = inTime.reduce((sum, row) => sum + Math.max(0, table.worth[row] || 0), 0);
  const found = matched(orders, {
    from,
    to,
    deals: inTime.map((row) => ({
      customer: customerOf(row),
      product: facts.code('product')[row],
      day: table.closed[row],
      worth: table.worth[row],
    })),
  });
  if (worth === 0) return { share: 0, by: 'orders' };
  if (found >= FOUND * worth) return { share: Math.min(1, found / sales), by: 'orders' };
  const buyers = new Set(named.map(customerOf));
  const { customer } = orders.codes;
  const [begin, end] = rowsBetween(orders, from, to);
  let theirs = 0;
  for (let row = begin; row < end; row += 1) if (buyers.has(customer[row])) theirs += orders.amount[row];
  return { share: Math.max(0, Math.min(1, theirs / sales)), by: 'customers' };
}

function soldBetween(orders: FactTable, from: Day, to: Day): number {
  const [first, end] = rowsBetween(orders, from, to);
  let sum = 0;
  for (let row = first; row < end; row += 1) sum += orders.amount[row];
  return sum;
}

interface WonDeal {
  customer: number;
  product: number;
  day: Day;
  worth: number;
}

/** What orders from..to brought of won deals, minor units. */
function matched(orders: FactTable, { from, to, deals }: { from: Day; to: Day; deals: WonDeal[] }): number {
  const { customer, product } = orders.codes;
  if (!customer) return 0;
  const byCustomer = new Map<number, number[]>(deals.map((deal) => [deal.customer, []]));
  const [first, end] = rowsBetween(orders, from, to);
  for (let row = first; row < end; row += 1) {
    if (orders.amount[row] > 0) byCustomer.get(customer[row])?.push(row);
  }
  const left = new Map<number, number>();
  let found = 0;
  for (const deal of [...deals].sort((a, b) => a.day - b.day)) {
    let wanted = deal.worth > 0 ? deal.worth : 0;
    const rows = (byCustomer.get(deal.customer) ?? []).filter(
      (row) => orders.day[row] >= deal.day - DAYS_BEFORE && orders.day[row] <= deal.day + DAYS_AFTER,
    );
    const isSame = (row: number): boolean => deal.product !== 0 && product?.[row] === deal.product;
    for (const row of [...rows.filter(isSame), ...rows.filter((one) => !isSame(one))]) {
      if (wanted <= 0) break;
      const taken = Math.min(wanted, left.get(row) ?? orders.amount[row]);
      left.set(row, (left.get(row) ?? orders.amount[row]) - taken);
      wanted -= taken;
      found += taken;
    }
  }
  return found;
}
