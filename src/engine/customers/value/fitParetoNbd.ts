import { digamma } from '../../numeric/digamma';
import { logGamma } from '../../numeric/logGamma';
import { climbLikelihood, type Likelihood } from './climbLikelihood';
import { usualGap } from './fitBgNbd';
import { groupHistory, type HistoryGroups } from './groupHistory';
import { emptyIntegral, leavingIntegral } from './leavingIntegral';
import { type FitRefusal, historyRefusal, type PurchaseHistory } from './purchaseHistory';

/** Buying rates are gamma (r, alpha) among customers, and so are the rates at which they leave (s, beta), at any time. */
export interface ParetoNbdFit {
  r: number;
  alpha: number;
  s: number;
  beta: number;
  logLikelihood: number;
}

/**
 * The older sister of `fitBgNbd`: customers may leave at any time, not only after a purchase, so that those with a single
 * purchase may be gone too. Same input, same guarantees; `alpha` and `beta` in the unit of the times.
 * Source: Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, "A note on deriving the Pareto/NBD model".
 */
export function fitParetoNbd(history: PurchaseHistory): ParetoNbdFit | FitRefusal {
  const refusal = historyRefusal(history);
  if (refusal) return refusal;
  const groups = groupHistory(history);
  const time = usualGap(groups);
  const starts = [0.3, 1, 3].flatMap((r) =>
    [
      [0.5, 1],
      [0.5, 10],
      [2, 20],
    ].map(([s, beta]) => [r, r * time * 0.7, s, beta * time]),
  );
  const { at, value } = climbLikelihood(likelihoodOf(groups), {
    starts,
    scale: [1, time, 1, time],
    customers: groups.customers,
  });
  return { r: at[0], alpha: at[1], s: at[2], beta: at[3], logLikelihood: value };
}

function likelihoodOf(groups: HistoryGroups): Likelihood {
  const { count, frequency, recency, age, weight, frequencies, frequencyWeight, customers } = groups;
  const left = emptyIntegral();
  return (parameters, slope) => {
    const [r, alpha, s, beta] = parameters;
    const logAlpha = Math.log(alpha);
    const logBeta = Math.log(beta);
    let value = customers * (r * logAlpha + s * logBeta - logGamma(r));
    let dr = customers * (logAlpha - digamma(r));
    let dalpha = (customers * r) / alpha;
    let ds = customers * logBeta;
    let dbeta = (customers * s) / beta;
    for (let k = 0; k < frequencies.length; k++) {
      value += frequencyWeight[k] * logGamma(r + frequencies[k]);
      dr += frequencyWeight[k] * digamma(r + frequencies[k]);
    }
    for (let g = 0; g < count; g++) {
      const x = frequency[g];
      const many = weight[g];
      const end = age[g];
      leavingIntegral({ r, alpha, s, beta }, { x, last: recency[g], end }, left);
      const endAlpha = Math.log(alpha + end);
      const endBeta = Math.log(beta + end);
      const here = Math.exp(-(r + x) * endAlpha - s * endBeta - left.level);
      const all = here + s * left.whole;
      value += many * (left.level + Math.log(all));
      const per = many / all;
      dr -= per * (here * endAlpha + s * left.logAlpha);
      dalpha -= per * (r + x) * (here / (alpha + end) + s * left.perAlpha);
      ds += per * (left.whole - here * endBeta - s * left.logBeta);
      dbeta -= per * s * (here / (beta + end) + (s + 1) * left.perBeta);
    }
    slope[0] = dr;
    slope[1] = dalpha;
    slope[2] = ds;
    slope[3] = dbeta;
    return value;
  };
}
