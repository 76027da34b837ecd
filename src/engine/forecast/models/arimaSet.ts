import { akaikeWeights } from './akaikeWeights';
import { type ArimaShape, fitArima } from './arima';

const shape = (p: ArimaShape['p'], d: ArimaShape['d'], q: ArimaShape['q']) => ({ p, d, q, constant: d === 0 });
/** The airline model, its four neighbours, and three that return to a mean instead of wandering. */
const SHAPES = [
  shape(0, 1, 1),
  shape(1, 1, 0),
  shape(1, 1, 1),
  shape(2, 1, 0),
  shape(0, 1, 2),
  shape(1, 0, 0),
  shape(1, 0, 1),
  shape(2, 0, 0),
];
const REVERSION = 5;

export interface ArimaSet {
  /** The mean of all shapes by Akaike weights. */
  arima: Float64Array;
  /** Only the first that returns: last cycle's growth goes on, what is off it fades. Null where it did not fit. */
  reversion: Float64Array | null;
}

/**
 * Continues a series by a small set of ARIMA models, each with a seasonal difference and moving average where `seasonal`
 * says so. Averaging by Akaike weights errs less than the single best. Null where no shape fits the length.
 * Source: Box & Jenkins 1970; Burnham & Anderson 2002 (weights).
 */
export function arimaSet(
  values: Float64Array,
  { period, seasonal, horizon }: { period: number; seasonal: boolean; horizon: number },
): ArimaSet | null {
  const from = seasonal ? period + 3 : 3;
  const fits = SHAPES.map((each) => fitArima(values, { ...each, seasonal }, { period, horizon, from }));
  const fitted = fits.filter((fit) => fit !== null);
  if (fitted.length === 0) return null;
  const weights = akaikeWeights(fitted.map(({ aicc }) => aicc));
  const arima = new Float64Array(horizon);
  fitted.forEach(({ path }, i) => {
    for (let h = 0; h < horizon; h++) arima[h] += weights[i] * path[h];
  });
  return { arima, reversion: fits[REVERSION]?.path ?? null };
}
