import { FIRST_SEASON, type StructuralRun } from './structuralFilter';

export interface SmoothedSeries {
  /** Level and season seen from the whole series, at missing values too. */
  level: Float64Array;
  season: Float64Array;
  /** By how much a value differs from what all others say; 0 at missing values. */
  apart: Float64Array;
  /** Variance of `apart` in multiples of the noise. */
  apartVariance: Float64Array;
  /** Jump of the level just before a value, divided by its standard deviation at noise 1. */
  jump: Float64Array;
}

/**
 * Level and season of the series behind a filter run as all of it says, and for each value how far it lies from what
 * the others would make of it (its own say left out), with the variance of that distance.
 * Source: de Jong 1989 (smoothing), Harvey & Koopman 1992 (auxiliary residuals: outliers and level shifts).
 */
export function smoothSeries(run: StructuralRun, period: number): SmoothedSeries {
  const { states, levelRows, seasonRows, variance } = run;
  const errors = run.errors[0];
  const n = errors.length;
  const level = new Float64Array(n);
  const season = new Float64Array(n);
  const apart = new Float64Array(n);
  const apartVariance = new Float64Array(n);
  const jump = new Float64Array(n);
  const pull = new Float64Array(states);
  const weight = new Float64Array(states * states);
  const gain = new Float64Array(states);
  const cross = new Float64Array(states);
  for (let t = n - 1; t >= 0; t--) {
    if (t < n - 1) stepBack(pull, weight, states);
    const row = t * states;
    for (let j = 0; j < states; j++) gain[j] = levelRows[row + j] + seasonRows[row + j];
    if (Number.isFinite(variance[t])) {
      const own = period > 1 ? FIRST_SEASON + (t % period) : 0;
      let pulled = 0;
      let along = 0;
      for (let j = 0; j < states; j++) {
        let sum = 0;
        for (let k = 0; k < states; k++) sum += weight[j * states + k] * gain[k];
        cross[j] = sum / variance[t];
        along += cross[j] * gain[j];
        pulled += gain[j] * pull[j];
      }
      const share = (errors[t] - pulled) / variance[t];
      const certainty = (1 + along) / variance[t];
      apart[t] = share / certainty;
      apartVariance[t] = 1 / certainty;
      const seen = period > 1 ? [0, own] : [0];
      for (const i of seen) {
        pull[i] += share;
        for (let j = 0; j < states; j++) {
          weight[i * states + j] -= cross[j];
          weight[j * states + i] -= cross[j];
        }
      }
      for (const i of seen) for (const j of seen) weight[i * states + j] += certainty;
    }
    let levelMove = 0;
    let seasonMove = 0;
    for (let j = 0; j < states; j++) {
      levelMove += levelRows[row + j] * pull[j];
      seasonMove += seasonRows[row + j] * pull[j];
    }
    level[t] = run.level[t] + levelMove;
    season[t] = run.season[t] + seasonMove;
    jump[t] = weight[0] > 0 ? pull[0] / Math.sqrt(weight[0]) : 0;
  }
  return { level, season, apart, apartVariance, jump };
}

/** The transpose of the filter's step: what pulls the level pulls the slope before it. */
function stepBack(pull: Float64Array, weight: Float64Array, states: number): void {
  pull[1] += pull[0];
  for (let j = 0; j < states; j++) weight[states + j] += weight[j];
  for (let j = 0; j < states; j++) weight[j * states + 1] += weight[j * states];
}
