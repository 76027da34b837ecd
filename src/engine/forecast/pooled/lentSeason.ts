import { fitStructure, squaresLeft } from '../components/fitStructure';
import { structuralFilter } from '../components/structuralFilter';
import { smoothSeries } from '../components/structuralSmoother';
import { positiveLogs } from '../events/positiveLogs';
import type { PooledSeason } from './poolSeasons';

/** From this many cycles on a history may show that its season differs more than the others' do. */
const OWN_VOICE = 2;
/** Where series differ more than this, a cycle of one's own says more than the others. */
const MOST_APART = 1.5;
const LOUDER = [0.5, 5, 50];
/** By this much, twice the logarithm of the likelihood, it must be likelier. */
const LOYALTY = 2;
/** From this many cycles on a history speaks for itself. */
const OWN_CYCLES = 3;

/**
 * The logarithm of what the season does to each period of a short history and of the horizon: the pooled season, moved
 * towards the history's own as far as it is known to differ among series and the history shows it (an empirical Bayes
 * estimate, in the spirit of James & Stein). Null where the history has three cycles and needs no loan, where it has one and
 * the series of the pool differ widely, or where it is not mostly positive.
 */
export function lentSeason(
  history: ArrayLike<number | null>,
  options: { period: number; horizon: number; firstMonth: number; pooled: PooledSeason },
): Float64Array | null {
  const { period, horizon, firstMonth, pooled } = options;
  if (period < 2 || history.length >= OWN_CYCLES * period) return null;
  if (history.length >= period && pooled.apart > MOST_APART) return null;
  const own = positiveLogs(history, new Set());
  if (!own) return null;
  const length = history.length + horizon;
  const lent = new Float64Array(length).map((_, t) => pooled.logs[(((firstMonth + t) % period) + period) % period]);
  if (pooled.apart === 0) return lent;
  const series = new Float64Array(length).fill(Number.NaN);
  for (let t = 0; t < own.length; t++) series[t] = own[t] - lent[t];
  const seen = series.subarray(0, own.length);
  const shape =
    own.length < OWN_VOICE * period
      ? { period, levelNoise: pooled.levelNoise, seasonStart: pooled.apart, seasonNoise: 0 }
      : fitStructure([seen], { period, starts: [pooled.apart, ...LOUDER], preference: LOYALTY }, squaresLeft).shape;
  const run = structuralFilter([series], shape);
  const { season } = smoothSeries(run, shape.period);
  return lent.map((value, t) => value + season[t]);
}
