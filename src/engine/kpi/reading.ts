import type { KpiNotice, KpiReason } from '~/domain/kpi';
import type { Day } from '~/domain/period';
import { ratioOf } from '~/domain/ratio';
import { wilsonInterval } from './wilson';

/** What one KPI says about one period, before it is judged. */
export interface Reading {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** Why there is no value, or why it must not be judged. */
  reason: KpiReason | null;
  /** Turns a limit of the definition into one in the unit of the value; null = no limit here. Left out: as it is. */
  limitAt?: (limit: number) => number | null;
  /** Why `limitAt` has nothing to say. */
  noLimit?: KpiReason;
  cases: number | null;
  /** Last day counted, where it is that of a source of its own. */
  asOf?: Day;
  interval: { lower: number; upper: number } | null;
  /** Figures shown beside it, by name. */
  beside: Record<string, number | null>;
  notices: KpiNotice[];
}

const NOTHING: Reading = {
  value: null,
  numerator: null,
  denominator: null,
  reason: null,
  cases: null,
  interval: null,
  beside: {},
  notices: [],
};

/** No value, and why. */
export const without = (reason: KpiReason, more: Partial<Reading> = {}): Reading => ({ ...NOTHING, ...more, reason });

/** A plain amount or count. */
export const amountOf = (value: number, more: Partial<Reading> = {}): Reading => ({
  ...NOTHING,
  value,
  numerator: value,
  ...more,
});

/** A ratio of two numbers; `empty` says why when the denominator is not positive. */
export function ratioReading(
  numerator: number,
  denominator: number,
  { empty, ...more }: Partial<Reading> & { empty: KpiReason },
): Reading {
  const value = ratioOf(numerator, denominator);
  return { ...NOTHING, ...more, value, numerator, denominator, reason: value === null ? empty : (more.reason ?? null) };
}

/** A share of counted cases, with the interval that few cases need. */
export const shareReading = (part: number, cases: number, more: Partial<Reading> = {}): Reading =>
  ratioReading(part, cases, { empty: 'noCases', cases, interval: wilsonInterval(part, cases), ...more });
