import type { Member } from '~/domain/dimension';
import { monthIndexOf, type Period } from '~/domain/period';
import { isThere } from './memberDates';

/**
 * What part of its full load a member can carry in each period, 0 … 1: 0 before it comes and after it has left; while it
 * ramps up the k-th month carries k ÷ `rampMonths` (25, 50, 75, 100 % for four: design/allocation.md §4.5); a period it is
 * there only in part counts by its days. Without dates and ramp 1 everywhere. To be multiplied with the weights of a
 * spread over periods.
 */
export function rampWeights(
  member: Pick<Member, 'validFrom' | 'validTo' | 'rampMonths'>,
  periods: readonly Period[],
): Float64Array {
  const { validFrom, validTo, rampMonths = 0 } = member;
  return Float64Array.from(periods, (period) => {
    if (!isThere(member, period)) return 0;
    const first = Math.max(period.from, validFrom ?? period.from);
    const last = Math.min(period.to, validTo ?? period.to);
    const days = (last - first + 1) / (period.to - period.from + 1);
    if (validFrom === undefined || rampMonths <= 0) return days;
    const month = monthIndexOf(period.to) - monthIndexOf(validFrom) + 1;
    return days * Math.min(1, month / rampMonths);
  });
}
