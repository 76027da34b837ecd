import type { OrderSegment } from '~/domain/order';
import { type Day, dayOf } from '~/domain/period';

/** One order line as a person writes it: date, amount in minor units, member codes, order number. */
export interface Line {
  on: string;
  amount: number;
  customer?: number;
  product?: number;
  seller?: number;
  order?: number;
}

export const day = (iso: string): Day => {
  const [year, month, date] = iso.split('-').map(Number);
  return dayOf(year, month, date);
};

/** A segment from a small table. Lines without an order number are one order per customer and day. */
export function segmentOf(
  lines: readonly Line[],
  dimensions = ['customer', 'product', 'seller'] as const,
): OrderSegment {
  const codes: OrderSegment['codes'] = {};
  for (const dimension of dimensions) codes[dimension] = Uint32Array.from(lines, (line) => line[dimension] ?? 0);
  return {
    count: lines.length,
    day: Int32Array.from(lines, (line) => day(line.on)),
    codes,
    amount: Float64Array.from(lines, (line) => line.amount),
    quantity: null,
    order: Float64Array.from(lines, (line) => line.order ?? day(line.on) * 100_000 + (line.customer ?? 0)),
    row: Float64Array.from(lines, (_, i) => i),
  };
}

/** A seeded stream of whole numbers below n, for samples. */
export function numbersFrom(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * n);
  };
}
