import type { PeriodId } from '~/domain/period';
import type { ForecastPoint } from '~/domain/view';

/** The strongest and the weakest of the next twelve foretold months; null with fewer. */
export function seasonPeaks(points: readonly ForecastPoint[]): { high: PeriodId; low: PeriodId } | null {
  const ahead = points.flatMap(({ period, mean }) => (mean === null ? [] : [{ period, mean }])).slice(0, 12);
  if (ahead.length < 12) return null;
  const sorted = ahead.toSorted((a, b) => a.mean - b.mean);
  return { high: sorted[11].period, low: sorted[0].period };
}
