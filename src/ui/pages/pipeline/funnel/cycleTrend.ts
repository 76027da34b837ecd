import type { FunnelView } from '~/domain/pipelineView';

const LEAST_MONTHS = 4;

/**
 * By how many days deals won in the newer half of the months took longer than those of the older half: medians weighed by
 * deals; null with too few months to say.
 */
export function cycleTrend(trend: FunnelView['trend']): number | null {
  const known = trend.flatMap(({ medianDays, won }) => (medianDays === null ? [] : [{ medianDays, won }]));
  if (known.length < LEAST_MONTHS) return null;
  const half = Math.floor(known.length / 2);
  const mean = (months: typeof known) => {
    const deals = months.reduce((sum, { won }) => sum + won, 0);
    return deals === 0 ? null : months.reduce((sum, { medianDays, won }) => sum + medianDays * won, 0) / deals;
  };
  const [before, after] = [mean(known.slice(0, half)), mean(known.slice(-half))];
  return before === null || after === null ? null : Math.round(after - before);
}
