import type { DimensionId } from '~/domain/dimension';
import type { OrderSegment } from '~/domain/order';
import type { Day } from '~/domain/period';
import { orderCodes } from './orderCodes';

/** Order lines in order of day, so that any stretch of days is one contiguous range of rows. */
export interface FactTable {
  count: number;
  /** First and last day that has a line; for an empty table `to` is `from` − 1. */
  from: Day;
  to: Day;
  /** Rows of day d are dayStart[d − from] … dayStart[d − from + 1] − 1. */
  dayStart: Uint32Array;
  day: Int32Array;
  /** Net sales in minor units; returns are negative. */
  amount: Float64Array;
  /** Number of the order a line belongs to, 0 … orders − 1. */
  order: Uint32Array;
  orders: number;
  /** Member codes per dimension that was asked for and is in the facts. */
  codes: Partial<Record<DimensionId, Uint32Array>>;
}

/**
 * Lays order segments out by day, once per import, for everything that is counted over periods. Rows of one day keep
 * their order. Dimensions that no segment has are left out of `codes`; a segment without one counts as unassigned.
 * `replace` maps the codes of a dimension to others (customer account → settlement group) while copying.
 */
export function buildFactTable(
  segments: readonly OrderSegment[],
  options: { dimensions: readonly DimensionId[]; replace?: Partial<Record<DimensionId, Uint32Array>> },
): FactTable {
  let count = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const segment of segments) {
    count += segment.count;
    for (let i = 0; i < segment.count; i++) {
      const day = segment.day[i];
      if (day < from) from = day;
      if (day > to) to = day;
    }
  }
  if (count === 0) {
    from = 0;
    to = -1;
  }
  const target = new Uint32Array(count);
  const dayStart = placeByDay(segments, { from, days: to - from + 1, target });
  const hashes = segments.map((segment) => segment.order.subarray(0, segment.count));
  const { code, orders } = orderCodes(hashes, count);
  const day = new Int32Array(count);
  const amount = new Float64Array(count);
  const order = new Uint32Array(count);
  const codes: FactTable['codes'] = {};
  let row = 0;
  for (const segment of segments) {
    for (let i = 0; i < segment.count; i++, row++) {
      const at = target[row];
      day[at] = segment.day[i];
      amount[at] = segment.amount[i];
      order[at] = code[row];
    }
  }
  for (const dimension of options.dimensions) {
    if (!segments.some((segment) => segment.codes[dimension])) continue;
    codes[dimension] = placeCodes(segments, { dimension, target, replace: options.replace?.[dimension] });
  }
  return { count, from, to, dayStart, day, amount, order, orders, codes };
}

/** First row on or after `from` and first row after `to`: the rows dated from..to, both inside. */
export function rowsBetween(facts: FactTable, from: Day, to: Day): [first: number, end: number] {
  const days = facts.dayStart.length - 1;
  const clamp = (i: number): number => Math.max(0, Math.min(days, i));
  const first = facts.dayStart[clamp(from - facts.from)];
  return [first, Math.max(first, facts.dayStart[clamp(to - facts.from + 1)])];
}

function placeByDay(
  segments: readonly OrderSegment[],
  { from, days, target }: { from: Day; days: number; target: Uint32Array },
): Uint32Array {
  const dayStart = new Uint32Array(days + 1);
  for (const { day, count } of segments) for (let i = 0; i < count; i++) dayStart[day[i] - from + 1]++;
  for (let d = 0; d < days; d++) dayStart[d + 1] += dayStart[d];
  const next = dayStart.slice();
  let row = 0;
  for (const { day, count } of segments) for (let i = 0; i < count; i++) target[row++] = next[day[i] - from]++;
  return dayStart;
}

function placeCodes(
  segments: readonly OrderSegment[],
  { dimension, target, replace }: { dimension: DimensionId; target: Uint32Array; replace: Uint32Array | undefined },
): Uint32Array {
  const placed = new Uint32Array(target.length);
  let row = 0;
  for (const { codes, count } of segments) {
    const column = codes[dimension];
    if (!column) {
      row += count;
    } else if (replace) {
      for (let i = 0; i < count; i++) placed[target[row++]] = replace[column[i]];
    } else {
      for (let i = 0; i < count; i++) placed[target[row++]] = column[i];
    }
  }
  return placed;
}
