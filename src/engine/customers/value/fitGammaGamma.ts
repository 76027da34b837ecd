import { digamma } from '../../numeric/digamma';
import { logGamma } from '../../numeric/logGamma';
import { climbLikelihood, type Likelihood } from './climbLikelihood';
import type { FitRefusal } from './purchaseHistory';

/** Money per purchase: gamma (p) around a customer's own mean, whose scale is gamma (q, v) among customers. */
export interface GammaGammaFit {
  p: number;
  q: number;
  v: number;
  logLikelihood: number;
}

export interface MoneyHistory {
  /** Repeat purchases. */
  frequency: ArrayLike<number>;
  /** Mean money per repeat purchase, returns taken off, in any unit. */
  monetary: ArrayLike<number>;
}

const FEWEST_BUYERS = 3;

/**
 * How money per purchase differs among customers. Only customers with repeat purchases and a mean above 0 count; the others
 * (one purchase, more returned than bought) say nothing here and are left out. `v` is in the unit of the money. What
 * cannot be fitted comes back as the reason, never as NaN. The order of customers does not matter.
 * Source: Fader & Hardie 2013, "The gamma-gamma model of monetary value".
 */
export function fitGammaGamma({ frequency, monetary }: MoneyHistory): GammaGammaFit | FitRefusal {
  if (monetary.length !== frequency.length) {
    throw new RangeError(`columns of ${frequency.length} and ${monetary.length} customers`);
  }
  if (frequency.length === 0) return { reason: 'noCustomers' };
  const buyers: number[] = [];
  let repeaters = 0;
  for (let i = 0; i < frequency.length; i++) {
    if (!(frequency[i] >= 0) || !Number.isFinite(frequency[i])) return { reason: 'badHistory' };
    if (frequency[i] === 0) continue;
    repeaters++;
    if (!Number.isFinite(monetary[i])) return { reason: 'badMoney' };
    if (monetary[i] > 0) buyers.push(i);
  }
  if (repeaters === 0) return { reason: 'noRepeaters' };
  if (buyers.length < FEWEST_BUYERS) return { reason: 'tooFew' };
  if (buyers.every((i) => monetary[i] === monetary[buyers[0]])) return { reason: 'alike' };
  buyers.sort((a, b) => frequency[a] - frequency[b] || monetary[a] - monetary[b]);
  const x = Float64Array.from(buyers, (i) => frequency[i]);
  const mean = Float64Array.from(buyers, (i) => monetary[i]);
  const usual = mean.reduce((sum, one) => sum + one, 0) / mean.length;
  const starts = [1, 3, 8].flatMap((p) => [2, 4, 10].map((q) => [p, q, (usual * (q - 1)) / p]));
  const { at, value } = climbLikelihood(likelihoodOf(x, mean), {
    starts,
    scale: [1, 1, usual],
    customers: x.length,
  });
  return { p: at[0], q: at[1], v: at[2], logLikelihood: value };
}

function likelihoodOf(x: Float64Array, mean: Float64Array): Likelihood {
  const count = x.length;
  const logMean = mean.map(Math.log);
  const logTimes = x.map(Math.log);
  return (parameters, slope) => {
    const [p, q, v] = parameters;
    let value = count * (q * Math.log(v) - logGamma(q));
    let dp = 0;
    let dq = count * (Math.log(v) - digamma(q));
    let dv = (count * q) / v;
    let [times, gammas, slopeBoth, slopeOwn] = [Number.NaN, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const n = x[i];
      // Buyers come in order of n: the gamma functions are taken once per n.
      if (n !== times) {
        times = n;
        gammas = logGamma(p * n + q) - logGamma(p * n);
        slopeBoth = digamma(p * n + q);
        slopeOwn = digamma(p * n);
      }
      const all = v + n * mean[i];
      const logAll = Math.log(all);
      value += gammas + (p * n - 1) * logMean[i] + p * n * logTimes[i] - (p * n + q) * logAll;
      dp += n * (slopeBoth - slopeOwn + logMean[i] + logTimes[i] - logAll);
      dq += slopeBoth - logAll;
      dv -= (p * n + q) / all;
    }
    slope[0] = dp;
    slope[1] = dq;
    slope[2] = dv;
    return value;
  };
}
