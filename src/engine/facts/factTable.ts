import type { OrderSegment } from '~/domain/order';
import { type Day, monthIndexOf } from '~/domain/period';
import { bucketOfDay, monthCuts } from './dayCuts';

/**
 * Orders summed to tuples of leaf members × buckets of days: what actuals, bases and forecasts of any node are read from.
 * Buckets are calendar months unless the table was cut otherwise.
 */
export interface FactTable {
  dimensions: string[];
  count: number;
  /** Leaf member codes by row, one array per dimension. */
  codes: Uint32Array[];
  /** Calendar month of the first bucket. */
  fromMonth: number;
  /** First day of each bucket and the day after the last one. */
  cuts: Int32Array;
  /** Minor units by bucket, then row. */
  amount: Float64Array[];
  /** Order lines behind each row, all buckets together. */
  orderLines: Uint32Array;
}

export interface FactOptions {
  segments: OrderSegment[];
  dimensions: string[];
  /** Per dimension: member code → code it counts under (pools, other depth), null = itself. Codes beyond its end stay. */
  leafOf: (Uint32Array | null)[];
  from: Day;
  to: Day;
  /** Buckets other than calendar months (`cutsOfSpans`); days outside them do not count. */
  cuts?: Int32Array;
}

/**
 * Sums order lines between two days (both inside) by tuple and bucket. A dimension the orders do not have counts as
 * unassigned (0). No order gives an empty table. Exact: amounts are integers. Sum of all rows = sum of the lines.
 */
export function buildFacts(options: FactOptions): FactTable {
  const { dimensions, segments } = options;
  const cuts = options.cuts ?? monthCuts(options);
  const buckets = Math.max(0, cuts.length - 1);
  const bucketOf = bucketOfDay(cuts);
  const from = Math.max(options.from, cuts[0] ?? options.from);
  const to = Math.min(options.to, (cuts[buckets] ?? options.from) - 1);
  const width = dimensions.length;
  let capacity = 1024;
  let count = 0;
  let slots = new Int32Array(capacity * 4).fill(-1);
  let codes = dimensions.map(() => new Uint32Array(capacity));
  let amount = Array.from({ length: buckets }, () => new Float64Array(capacity));
  let orderLines = new Uint32Array(capacity);
  const tuple = new Uint32Array(width);

  const place = (): number => {
    let hash = 0x811c9dc5;
    for (let d = 0; d < width; d += 1) hash = Math.imul(hash ^ tuple[d], 0x01000193) ^ (hash >>> 15);
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const row = slots[slot];
      if (row < 0) {
        slots[slot] = count;
        for (let d = 0; d < width; d += 1) codes[d][count] = tuple[d];
        count += 1;
        return count - 1;
      }
      let d = 0;
      while (d < width && codes[d][row] === tuple[d]) d += 1;
      if (d === width) return row;
      slot = (slot + 1) & mask;
    }
  };

  const grow = (): void => {
    capacity *= 2;
    const wider = (array: Uint32Array): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array(capacity);
      next.set(array);
      return next;
    };
    codes = codes.map(wider);
    orderLines = wider(orderLines);
    amount = amount.map((array) => {
      const next = new Float64Array(capacity);
      next.set(array);
      return next;
    });
    slots = new Int32Array(capacity * 4).fill(-1);
    const rows = count;
    count = 0;
    for (let row = 0; row < rows; row += 1) {
      for (let d = 0; d < width; d += 1) tuple[d] = codes[d][row];
      place();
    }
  };

  for (const segment of segments) {
    const columns = dimensions.map((dimension) => segment.codes[dimension] ?? null);
    for (let i = 0; i < segment.count; i += 1) {
      const day = segment.day[i];
      if (day < from || day > to) continue;
      for (let d = 0; d < width; d += 1) {
        const code = columns[d]?.[i] ?? 0;
        const leaf = options.leafOf[d];
        tuple[d] = leaf && code < leaf.length ? leaf[code] : code;
      }
      if (count === capacity) grow();
      const row = place();
      amount[bucketOf[day - cuts[0]]][row] += segment.amount[i];
      orderLines[row] += 1;
    }
  }
  return {
    dimensions,
    count,
    codes: codes.map((array) => array.slice(0, count)),
    fromMonth: monthIndexOf(cuts[0] ?? options.from),
    cuts,
    amount: amount.map((array) => array.slice(0, count)),
    orderLines: orderLines.slice(0, count),
  };
}
