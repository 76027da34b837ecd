import type { OrderSegment } from '~/domain/order';

/** Some rows of a segment of orders as a segment of its own, in the order given. */
export function pickOrders(segment: OrderSegment, keep: ArrayLike<number>): OrderSegment {
  const float = (from: Float64Array): Float64Array => Float64Array.from(keep, (i) => from[i]);
  return {
    count: keep.length,
    day: Int32Array.from(keep, (i) => segment.day[i]),
    codes: Object.fromEntries(
      Object.entries(segment.codes).map(([dimension, codes]) => [dimension, Uint32Array.from(keep, (i) => codes[i])]),
    ),
    amount: float(segment.amount),
    quantity: segment.quantity ? float(segment.quantity) : null,
    order: float(segment.order),
    row: float(segment.row),
  };
}

/** The same rows with the workspace's codes in place of those of a batch. */
export function recodeOrders(segment: OrderSegment, codes: ReadonlyMap<string, Uint32Array>): OrderSegment {
  const columns = Object.entries(segment.codes).map(([dimension, column]) => {
    const to = codes.get(dimension);
    return [dimension, to ? column.map((code) => to[code]) : column] as const;
  });
  return { ...segment, codes: Object.fromEntries(columns) };
}
