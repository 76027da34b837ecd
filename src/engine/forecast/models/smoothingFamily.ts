import { akaikeWeights } from './akaikeWeights';
import { fitSmoothing, type SmoothingFit } from './exponentialSmoothing';
import { type PathForecast, smoothingForecast } from './smoothingForecast';
import type { SeasonKind } from './smoothingPass';

export interface FamilyOptions {
  horizon: number;
  positive: boolean;
  /** Starting indices by kind; a kind without indices is not tried. Empty = no season. */
  seasons: { kind: SeasonKind; indices: Float64Array }[];
}

const TRENDS = ['none', 'linear', 'damped'] as const;
/** A straight line fits the past better than it foretells the future: counted as one more parameter. */
const LINEAR_PENALTY = 2;

/**
 * The forecast of the whole exponential smoothing family: every allowed model is fitted, and their paths are averaged
 * with Akaike weights exp(−½ΔAICc), which beats taking the single best (Kolassa 2011). Variance: the weighted variances
 * plus the spread of the paths. Null when no shape can be fitted.
 */
export function smoothingFamily(values: Float64Array, options: FamilyOptions): PathForecast | null {
  const fits: SmoothingFit[] = [];
  for (const { kind, indices } of options.seasons) {
    for (const trend of TRENDS) {
      for (const relative of options.positive ? [true, false] : [false]) {
        // a season that multiplies goes with errors that do, one that adds with errors that add
        if (kind !== 'none' && (kind === 'multiplicative') !== relative) continue;
        const fit = fitSmoothing(values, { relative, trend, season: kind }, indices);
        if (fit) fits.push(fit);
      }
    }
  }
  if (fits.length === 0) return null;
  const weights = akaikeWeights(fits.map((fit) => fit.aicc + (fit.shape.trend === 'linear' ? LINEAR_PENALTY : 0)));
  const mean = new Float64Array(options.horizon);
  const variance = new Float64Array(options.horizon);
  const paths = fits.map((fit) => smoothingForecast(fit, values.length, options.horizon));
  for (let h = 0; h < options.horizon; h++) {
    paths.forEach((path, i) => {
      mean[h] += weights[i] * path.mean[h];
    });
    paths.forEach((path, i) => {
      variance[h] += weights[i] * (path.variance[h] + (path.mean[h] - mean[h]) ** 2);
    });
  }
  return { mean, variance };
}
