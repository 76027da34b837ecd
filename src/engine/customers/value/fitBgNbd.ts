import { digamma } from '../../numeric/digamma';
import { logGamma } from '../../numeric/logGamma';
import { climbLikelihood, type Likelihood } from './climbLikelihood';
import { groupHistory, type HistoryGroups } from './groupHistory';
import { type FitRefusal, historyRefusal, type PurchaseHistory } from './purchaseHistory';

/** Buying rates are gamma (r, alpha) among customers; after each purchase they leave with a chance that is beta (a, b). */
export interface BgNbdFit {
  r: number;
  alpha: number;
  a: number;
  b: number;
  logLikelihood: number;
}

/**
 * How customers buy and leave, learnt from who bought again and when last. For customers without a contract. The unit of
 * `alpha` is that of the times. What cannot be fitted (nobody bought twice, missing or contradicting values) comes back
 * as the reason, never as NaN. The order of customers does not matter; the same data give the same bytes.
 * Source: Fader, Hardie & Lee 2005, "Counting your customers the easy way".
 */
export function fitBgNbd(history: PurchaseHistory): BgNbdFit | FitRefusal {
  const refusal = historyRefusal(history);
  if (refusal) return refusal;
  const groups = groupHistory(history);
  const time = usualGap(groups);
  const starts = [0.3, 1, 3].flatMap((r) =>
    [0.5, 1].flatMap((quicker) =>
      [
        [0.3, 3],
        [1, 2.5],
        [1, 10],
      ].map(([a, b]) => [r, r * time * quicker, a, b]),
    ),
  );
  const { at, value } = climbLikelihood(likelihoodOf(groups), {
    starts,
    scale: [1, time, 1, 1],
    customers: groups.customers,
  });
  return { r: at[0], alpha: at[1], a: at[2], b: at[3], logLikelihood: value };
}

/** Time under watch per repeat purchase: the size that `alpha` is measured by. */
export function usualGap({ weight, frequency, age, count }: HistoryGroups): number {
  let bought = 0;
  let watched = 0;
  for (let g = 0; g < count; g++) {
    bought += weight[g] * frequency[g];
    watched += weight[g] * age[g];
  }
  return watched / bought;
}

function likelihoodOf(groups: HistoryGroups): Likelihood {
  const { count, frequency, recency, age, weight, frequencies, frequencyWeight, customers } = groups;
  return (parameters, slope) => {
    const [r, alpha, a, b] = parameters;
    const base = logGamma(r);
    const beta = logGamma(a + b) - logGamma(b);
    const both = digamma(a + b);
    let value = customers * (r * Math.log(alpha) - base + beta);
    let dr = customers * (Math.log(alpha) - digamma(r));
    let dalpha = (customers * r) / alpha;
    let da = customers * both;
    let db = customers * (both - digamma(b));
    for (let k = 0; k < frequencies.length; k++) {
      const x = frequencies[k];
      const many = frequencyWeight[k];
      const left = digamma(a + b + x);
      value += many * (logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x));
      dr += many * digamma(r + x);
      da -= many * left;
      db += many * (digamma(b + x) - left);
    }
    const logA = Math.log(a);
    for (let g = 0; g < count; g++) {
      const x = frequency[g];
      const many = weight[g];
      const end = alpha + age[g];
      const logEnd = Math.log(end);
      if (x === 0) {
        value -= many * r * logEnd;
        dr -= many * logEnd;
        dalpha -= (many * r) / end;
        continue;
      }
      const last = alpha + recency[g];
      const logLast = Math.log(last);
      const tail = b + x - 1;
      const stays = -(r + x) * logEnd;
      const goes = logA - Math.log(tail) - (r + x) * logLast;
      // Odds of having left, without leaving the range of numbers.
      const odds = Math.exp(Math.min(700, goes - stays));
      const gone = odds / (1 + odds);
      const here = 1 - gone;
      value += many * (goes - stays > 700 ? goes : stays + Math.log1p(odds));
      dr -= many * (here * logEnd + gone * logLast);
      dalpha -= many * (r + x) * (here / end + gone / last);
      da += (many * gone) / a;
      db -= (many * gone) / tail;
    }
    slope[0] = dr;
    slope[1] = dalpha;
    slope[2] = da;
    slope[3] = db;
    return value;
  };
}
