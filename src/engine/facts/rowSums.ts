import type { DaySpan } from './dayCuts';
import type { FactTable } from './factTable';

/**
 * What each row of facts holds over these spans together. Buckets count where they lie within a span whole: spans are cut
 * (`cutsOfSpans`) or outside the table, where there is nothing.
 */
export function rowSums(facts: FactTable, spans: readonly DaySpan[]): Float64Array {
  const sums = new Float64Array(facts.count);
  for (const { from, to } of spans) {
    for (let bucket = 0; bucket < facts.amount.length; bucket += 1) {
      if (facts.cuts[bucket] < from || facts.cuts[bucket + 1] > to + 1) continue;
      const column = facts.amount[bucket];
      for (let row = 0; row < facts.count; row += 1) sums[row] += column[row];
    }
  }
  return sums;
}
