import type { At, HoldKind } from '~/domain/cell';
import type { PlanSettings } from '~/domain/command';
import type { OrderSegment } from '~/domain/order';
import { dayOf, monthId, type PeriodId } from '~/domain/period';
import { YEARLY_TARGET } from './sampleMarket';
import type { SampleNames } from './sampleNames';
import { FIRST_PRODUCT, FIRST_SELLER } from './segmentWriter';

const YEAR = 2026;
/** What the plan hands out of its target; the rest waits as *unallocated*. */
const ALLOCATED = 0.98;
/** More than a third above last year, for the seller whose market is shrinking. */
const UNREASONABLE = 1.36;
const KEY_CUSTOMERS = 40;
const EAST = 1;
const SOUTH = 2;

/** Cells are named by batch index, which is the member code in a workspace that holds nothing else. */
export interface SampleStory {
  /** Year target to type for this seller: far above last year, though sales are falling. */
  unreasonable: { at: At; seller: number; amount: number };
  /** Year total to type afterwards, with the holds in place. */
  allocated: number;
  goals: { at: At; periods: PeriodId[]; amount: number }[];
  holds: { at: At; periods: PeriodId[]; kind: HoldKind }[];
}

/**
 * What a manager would have done so far: growth on 2025 as the base, one seller set far too high and held there, one
 * cell of another frozen, 98 % of the target handed out, and one region that answers for less than it was given.
 * Applied in this order: plan, unreasonable, holds, allocated, goals.
 */
export function sampleStory(segments: readonly OrderSegment[], scale: number): SampleStory {
  const round = (amount: number): number => Math.round(amount / (10_000_000 * scale)) * 10_000_000 * scale;
  const bySeller = lastYearBy(segments, 'seller');
  const byRegion = lastYearBy(segments, 'region');
  const total = byRegion.reduce((sum, amount) => sum + amount, 0);
  const target = YEARLY_TARGET * scale;
  const allocated = target * ALLOCATED;
  const periods = Array.from({ length: 12 }, (_, m) => monthId(YEAR, m + 1));
  const seller = FIRST_SELLER;
  return {
    unreasonable: { at: { region: EAST, seller }, seller, amount: round(bySeller[seller] * UNREASONABLE) },
    allocated,
    goals: [
      { at: {}, periods, amount: target },
      { at: { region: SOUTH }, periods, amount: round((allocated * byRegion[SOUTH] * 0.96) / total) },
    ],
    holds: [
      { at: { region: EAST, seller }, periods, kind: 'total' },
      { at: { region: EAST, seller: seller + 1, product: FIRST_PRODUCT + 1 }, periods, kind: 'freeze' },
    ],
  };
}

export function sampleSettings(names: SampleNames, scale: number): PlanSettings {
  return {
    name: names.plan,
    currency: names.currency,
    calendar: { kind: 'months', startMonth: 1, nameBy: 'end' },
    fiscalYear: YEAR,
    dimensions: ['region', 'seller', 'product', 'customer', 'salesMode', 'settlementMethod'],
    keyCustomers: KEY_CUSTOMERS,
    base: 'lastYear',
    target: YEARLY_TARGET * scale,
    names: { pooledCustomers: names.otherCustomers, defaultMember: names.defaultMember },
  };
}

function lastYearBy(segments: readonly OrderSegment[], dimension: string): number[] {
  const from = dayOf(YEAR - 1, 1, 1);
  const to = dayOf(YEAR - 1, 12, 31);
  const sums: number[] = [];
  for (const { count, day, amount, codes } of segments) {
    const column = codes[dimension];
    for (let i = 0; i < count; i++) {
      if (day[i] >= from && day[i] <= to) sums[column[i]] = (sums[column[i]] ?? 0) + amount[i];
    }
  }
  return Array.from(sums, (sum) => sum ?? 0);
}
