import type { OrderSegment } from '~/domain/order';
import { orderSegments, type PlanDocument } from '../document';
import type { CapacityBook } from './capacityBook';

/** Orders of the window with their amount replaced by what of the year's capacity lies where they lie. */
export interface CapacityOrders {
  /** Known customers. */
  base: OrderSegment[];
  /** New business, at the productivity that is used. */
  fresh: OrderSegment[];
}

/**
 * Capacity of a year laid where the orders of the window lie, so that what sums sales by node sums capacity: known customers
 * where they bought, new business of a seller where he sold. Each order counts for whoever looks after its customer now; what a
 * leaver had counts for nobody. Not rounded.
 */
export function capacityOrders(
  document: PlanDocument,
  { sold, sellers, season, retention, rule }: CapacityBook,
): CapacityOrders {
  const toYear = 12 / sold.window.months;
  const stays = new Float64Array(sold.own.length);
  const freshPer = new Float64Array(sold.own.length);
  for (const { seller, path, capacity } of sellers) {
    stays[seller] = season.reduce((sum, part, p) => sum + part * path.present[p], 0) * (retention ?? 1) * toYear;
    if (sold.own[seller] > 0) freshPer[seller] = total(capacity.fresh) / sold.own[seller];
  }
  const base: OrderSegment[] = [];
  const fresh: OrderSegment[] = [];
  for (const segment of orderSegments(document)) {
    const wrote = segment.codes.seller ?? new Uint32Array(segment.count);
    const owner = Uint32Array.from(wrote, (seller, i) => sold.ownerOf[segment.codes.customer?.[i] ?? 0] || seller);
    const codes = { ...segment.codes, seller: owner };
    const inside = segment.day.map((day) => (day >= sold.window.from && day <= sold.window.to ? 1 : 0));
    const amountOf = (each: (i: number) => number): Float64Array =>
      Float64Array.from(segment.amount, (amount, i) => (inside[i] === 1 ? amount * each(i) : 0));
    const kept = amountOf((i) => stays[owner[i]] * (owner[i] === wrote[i] ? 1 : rule.keepRate));
    base.push({ ...segment, codes, amount: kept });
    fresh.push({ ...segment, codes, amount: amountOf((i) => (owner[i] === wrote[i] ? freshPer[owner[i]] : 0)) });
  }
  const unseen = sellers.filter(({ seller, capacity }) => !(sold.own[seller] > 0) && total(capacity.fresh) > 0);
  if (unseen.length > 0)
    fresh.push(
      newcomers(
        sold.window.to,
        unseen.map(({ seller, capacity }) => [seller, total(capacity.fresh)]),
      ),
    );
  return { base, fresh };
}

/** Sellers who have sold nothing yet have their new business nowhere in particular. */
function newcomers(day: number, each: [seller: number, amount: number][]): OrderSegment {
  const count = each.length;
  return {
    count,
    day: new Int32Array(count).fill(day),
    codes: { seller: Uint32Array.from(each, ([seller]) => seller) },
    amount: Float64Array.from(each, ([, amount]) => amount),
    quantity: null,
    order: new Float64Array(count),
    row: new Float64Array(count),
  };
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
