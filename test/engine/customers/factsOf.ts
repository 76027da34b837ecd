import type { CustomerFacts } from '~/engine/customers';
import { day } from '../kpi/segmentOf';

const asOf = day('2026-12-31');

/** Customers 1 … n, all of them ordering since 2024; code 0 is unassigned. */
export function factsOf(
  rows: { recency: number; frequency: number; monetary: number; first?: string }[],
): CustomerFacts {
  const all = [{ recency: 0, frequency: 0, monetary: 0, first: '2024-01-01' }, ...rows];
  return {
    customers: all.length,
    from: day('2026-01-01'),
    to: asOf,
    asOf,
    any: Uint8Array.from(all, (_, i) => (i === 0 ? 0 : 1)),
    recencyDays: Int32Array.from(all, (row) => row.recency),
    frequency: Uint32Array.from(all, (row) => row.frequency),
    orders: Uint32Array.from(all, (row) => row.frequency),
    monetary: Float64Array.from(all, (row) => row.monetary),
    firstDay: Int32Array.from(all, (row) => day(row.first ?? '2024-01-01')),
    lastDay: Int32Array.from(all, (row) => asOf - row.recency),
  };
}
