import { fitStructure, squaresLeft } from './fitStructure';
import type { SeriesComponents } from './seriesComponents';
import { structuralFilter } from './structuralFilter';
import { smoothSeries } from './structuralSmoother';

export interface SplitOptions {
  period: number;
  seasonal: boolean;
  /** The forecast without events. */
  base: Float64Array;
  /** Logarithms of what feasts and promotions do, over history and horizon. */
  holidayLog: Float64Array;
  promotionLog: Float64Array;
  /** Positions of the history that are left out as unlike others. */
  bridged: ReadonlySet<number>;
}

/** Components are cut to this many binary places below the largest value, so that sums of them are exact. */
const PLACES = 40;

/**
 * Splits a history and its forecast into level, season, feasts, events and remainder. Where all values are positive the
 * parts work by multiplication: each is what it adds to the product of those named before it. Level and season come from
 * a smoothed structural model; the season is scaled to the one that the forecast uses. Sums are exact for whole numbers
 * below 2^40, within the last binary place else.
 * Source: Harvey 1989 (basic structural model); classical multiplicative decomposition.
 */
export function splitSeries(history: ArrayLike<number | null>, options: SplitOptions): SeriesComponents {
  const { base, holidayLog, promotionLog, bridged } = options;
  const n = history.length;
  const length = n + base.length;
  const cleaned = new Float64Array(length).fill(Number.NaN);
  let scale = 0;
  let positive = true;
  for (let t = 0; t < n; t++) {
    const value = history[t];
    if (value === null || !Number.isFinite(value) || bridged.has(t)) continue;
    cleaned[t] = value / Math.exp(holidayLog[t] + promotionLog[t]);
    scale = Math.max(scale, Math.abs(cleaned[t]));
    if (!(value > 0)) positive = false;
  }
  for (const value of base) scale = Math.max(scale, Math.abs(value));
  const parts = emptyComponents(length);
  if (!(scale > 0)) {
    for (let t = 0; t < n; t++) parts.remainder[t] = history[t] ?? Number.NaN;
    return parts;
  }
  const { level, season } = levelAndSeason(cleaned, { ...options, scale, positive });
  const unit = 2 ** Math.min(0, Math.ceil(Math.log2(scale)) - PLACES);
  const cut = (value: number): number => Math.round(value / unit) * unit || 0;
  for (let t = 0; t < length; t++) {
    const foretold = t < n ? null : base[t - n];
    const calm = positive ? Math.exp(season[t]) : 0;
    const own = positive ? Math.exp(level[t]) * scale : level[t] * scale;
    const raised = foretold ?? (positive ? own * calm : own + season[t] * scale);
    parts.level[t] = cut(foretold === null ? own : positive ? foretold / calm : foretold - season[t] * scale);
    parts.season[t] = cut(raised - parts.level[t]);
    const feast = Math.exp(holidayLog[t]);
    parts.holidays[t] = cut(raised * (feast - 1));
    parts.events[t] = cut(raised * feast * (Math.exp(promotionLog[t]) - 1));
    const value = t < n ? history[t] : base[t - n] * Math.exp(holidayLog[t] + promotionLog[t]);
    if (value === null || !Number.isFinite(value)) {
      parts.remainder[t] = Number.NaN;
      continue;
    }
    const rest = value - (parts.level[t] + parts.season[t] + parts.holidays[t] + parts.events[t]);
    if (t < n && bridged.has(t)) parts.events[t] += rest;
    else parts.remainder[t] = rest;
  }
  return parts;
}

const emptyComponents = (length: number): SeriesComponents => ({
  level: new Float64Array(length),
  season: new Float64Array(length),
  holidays: new Float64Array(length),
  events: new Float64Array(length),
  remainder: new Float64Array(length),
});

/** In logarithms where all values are positive, else as shares of the scale. */
function levelAndSeason(
  cleaned: Float64Array,
  options: SplitOptions & { scale: number; positive: boolean },
): { level: Float64Array; season: Float64Array } {
  const { scale, positive, base, seasonal } = options;
  const n = cleaned.length - base.length;
  const period = seasonal && n >= options.period ? options.period : 1;
  const series = cleaned.map((value) => (positive ? Math.log(value / scale) : value / scale));
  if (series.every(Number.isNaN)) return { level: series.map(() => 0), season: series.map(() => 0) };
  const { shape } = fitStructure([series.subarray(0, n)], period, squaresLeft);
  const { level, season } = smoothSeries(structuralFilter([series], shape), shape.period);
  const used = seasonShare(base, { season: season.subarray(n), scale, positive, period });
  return { level, season: season.map((value) => value * used) };
}

/** How much of the smoothed season the forecast shows: a regression of its ups and downs, 0 to 1.5. */
function seasonShare(
  base: Float64Array,
  { season, scale, positive, period }: { season: Float64Array; scale: number; positive: boolean; period: number },
): number {
  const cycle = Math.floor(base.length / period) * period;
  if (period < 2 || cycle === 0) return 1;
  const shown = base
    .subarray(0, cycle)
    .map((value) => (positive ? Math.log(Math.max(value / scale, 1e-9)) : value / scale));
  let along = 0;
  let own = 0;
  const slope = cycle > period ? (shown[cycle - 1] - shown[period - 1]) / (cycle - period) : 0;
  for (let h = 0; h < cycle; h++) {
    along += season[h] * (shown[h] - slope * h);
    own += season[h] * season[h];
  }
  return own > 0 ? Math.min(1.5, Math.max(0, along / own)) : 1;
}
