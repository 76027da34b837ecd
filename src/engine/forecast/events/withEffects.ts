import { normalQuantile } from '../../numeric';
import type { SeriesForecast } from '../forecastSeries';
import type { EventEffects } from './eventEffects';

/**
 * A forecast of a history without events, with those to come put on it: mean and ranges times the factor of their month,
 * the ranges wider by the doubt about it. Months without events stay as they are.
 */
export function withEffects(base: SeriesForecast, effects: EventEffects, known: number): SeriesForecast {
  const factor = base.mean.map((_, h) => Math.exp(effects.holidayLog[known + h] + effects.promotionLog[known + h]));
  const mean = base.mean.map((value, h) => value * factor[h]);
  const intervals = base.intervals.map(({ level, lower, upper }) => {
    const z = normalQuantile(0.5 + level / 2);
    const doubt = mean.map((value, h) => z * effects.doubt[known + h] * Math.abs(value));
    const nonNegative = lower.every((value) => value >= 0);
    const low = lower.map((value, h) => {
      const end = mean[h] - Math.hypot(mean[h] - value * factor[h], doubt[h]);
      return doubt[h] === 0 ? value * factor[h] : nonNegative ? Math.max(0, end) : end;
    });
    const high = upper.map((value, h) =>
      doubt[h] === 0 ? value * factor[h] : mean[h] + Math.hypot(value * factor[h] - mean[h], doubt[h]),
    );
    return { level, lower: low, upper: high };
  });
  return { ...base, mean, intervals };
}
