import type { DimensionId } from '~/domain/dimension';
import type { OrderSegment } from '~/domain/order';
import { monthPeriodAt } from '~/domain/period';
import { bucketOfDay } from '../facts/index';

/** Groups the members of one dimension: groupOf[code] = 0 … groups − 1, anything larger leaves the row out. */
export interface Grouping {
  dimension: DimensionId;
  groupOf: Uint32Array;
  groups: number;
}

/** In `groupOf`: a member that belongs to no group. */
export const NO_GROUP = 0xffff_ffff;

export interface MonthSums {
  /** groups × months, month fastest, minor units. */
  sums: Float64Array;
  groups: number;
  months: number;
  /** Rows in the months that belong to no group, and their amount: nothing is dropped silently. */
  ungrouped: { rows: number; amount: number };
}

/**
 * Net sales per group and month, in one pass over the order lines. No grouping gives the whole company as one group;
 * several are combined (group = g₁ × groups₂ + g₂ …). A month without lines is 0 here: whether that is *none* or
 * *unknown* is for `knownMonths` to say. A dimension a segment lacks counts as unassigned (code 0). Exact as long as
 * totals stay below 2^53 minor units.
 */
export function sumByMonth(
  segments: readonly OrderSegment[],
  options: { by: readonly Grouping[]; firstMonth: number; months: number },
): MonthSums {
  const { by, firstMonth, months } = options;
  const cuts = Int32Array.from({ length: months + 1 }, (_, m) => monthPeriodAt(firstMonth + m).from);
  return sumByDays(segments, { by, cuts });
}

/** The same by any buckets of days: bucket b runs from `cuts[b]` to the day before `cuts[b + 1]`, and counts as a month. */
export function sumByDays(
  segments: readonly OrderSegment[],
  { by, cuts }: { by: readonly Grouping[]; cuts: Int32Array },
): MonthSums {
  const months = Math.max(0, cuts.length - 1);
  const groups = by.reduce((product, grouping) => product * grouping.groups, 1);
  const sums = new Float64Array(groups * months);
  const ungrouped = { rows: 0, amount: 0 };
  if (months === 0) return { sums, groups, months, ungrouped };
  const fromDay = cuts[0];
  const bucketOf = bucketOfDay(cuts);
  for (const segment of segments) {
    const { count, day, amount } = segment;
    if (by.length === 0) {
      for (let i = 0; i < count; i++) {
        const d = day[i] - fromDay;
        if (d >= 0 && d < bucketOf.length) sums[bucketOf[d]] += amount[i];
      }
      continue;
    }
    const group = groupColumn(segment, by);
    for (let i = 0; i < count; i++) {
      const d = day[i] - fromDay;
      if (!(d >= 0 && d < bucketOf.length)) continue;
      if (group[i] === NO_GROUP) {
        ungrouped.rows++;
        ungrouped.amount += amount[i];
      } else {
        sums[group[i] * months + bucketOf[d]] += amount[i];
      }
    }
  }
  return { sums, groups, months, ungrouped };
}

function groupColumn(segment: OrderSegment, by: readonly Grouping[]): Uint32Array {
  const group = new Uint32Array(segment.count);
  for (const { dimension, groupOf, groups } of by) {
    const codes = segment.codes[dimension];
    for (let i = 0; i < segment.count; i++) {
      const own = groupOf[codes ? codes[i] : 0];
      group[i] = own < groups && group[i] !== NO_GROUP ? group[i] * groups + own : NO_GROUP;
    }
  }
  return group;
}
