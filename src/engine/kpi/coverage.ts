import { type Day, monthPeriodAt } from '~/domain/period';

/** A stretch of days for which the facts of a source are complete, both ends inside. */
export interface Coverage {
  from: Day;
  to: Day;
}

/** Sorted stretches without overlap; neighbours that touch become one. */
export function mergeCoverage(coverage: readonly Coverage[]): Coverage[] {
  const merged: Coverage[] = [];
  for (const { from, to } of [...coverage].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else if (to >= from) merged.push({ from, to });
  }
  return merged;
}

/** True when every day of from..to is covered. `coverage` is merged (`mergeCoverage`). */
export const covers = (coverage: readonly Coverage[], from: Day, to: Day): boolean =>
  coverage.some((stretch) => stretch.from <= from && to <= stretch.to);

/** Flags the months of which every day is covered: only there a missing sale is 0, elsewhere it is unknown. */
export function knownMonths(coverage: readonly Coverage[], firstMonth: number, months: number): Uint8Array {
  const merged = mergeCoverage(coverage);
  return Uint8Array.from({ length: months }, (_, m) => {
    const { from, to } = monthPeriodAt(firstMonth + m);
    return covers(merged, from, to) ? 1 : 0;
  });
}
