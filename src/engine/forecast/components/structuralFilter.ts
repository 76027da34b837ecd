/** Level and season that move slowly under noise of variance 1; all variances are multiples of that noise. */
export interface StructuralShape {
  /** Seasons per cycle; 1 = none. */
  period: number;
  levelNoise: number;
  /** Variance of each season before any value is seen, and what it moves by from one value to the next. */
  seasonStart: number;
  seasonNoise: number;
}

export interface StructuralRun {
  /** One-step errors by column and time; 0 where the first column is missing. */
  errors: Float64Array[];
  /** Variance of the errors by time, +Infinity where the first column is missing. */
  variance: Float64Array;
  /** Expected level and season of the first column before each value was seen. */
  level: Float64Array;
  season: Float64Array;
  /** Rows of the covariance that belong to level and current season, `states` numbers each, by time. */
  levelRows: Float64Array;
  seasonRows: Float64Array;
  states: number;
}

/** Variance of what is not known at the start, in multiples of the noise. */
export const DIFFUSE = 1e7;
/** A slope moves the level by about one noise a step at most, before any value is seen. */
const SLOPE = 0.01;
/** States before those of the seasons: level, slope. */
export const FIRST_SEASON = 2;

/**
 * Runs several columns of equal length through the filter of a basic structural model (level with a lasting slope,
 * dummy season that adds up to 0 over a cycle). The first column is the series, NaN = missing; the others are what may
 * explain it (feasts, promotions), finite everywhere: errors of the columns, divided by √variance, are independent, so
 * that plain least squares on them is generalised least squares on the series.
 * Source: Harvey 1989, ch. 3 and 7 (structural models, explanatory variables); de Jong 1991 (diffuse start).
 */
export function structuralFilter(columns: readonly Float64Array[], shape: StructuralShape): StructuralRun {
  const { period } = shape;
  const n = columns[0].length;
  const states = FIRST_SEASON + (period > 1 ? period : 0);
  const covariance = openingCovariance(states, shape);
  const means = columns.map(() => new Float64Array(states));
  const run: StructuralRun = {
    errors: columns.map(() => new Float64Array(n)),
    variance: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
    level: new Float64Array(n),
    season: new Float64Array(n),
    levelRows: new Float64Array(n * states),
    seasonRows: new Float64Array(n * states),
    states,
  };
  const gain = new Float64Array(states);
  for (let t = 0; t < n; t++) {
    if (t > 0) step({ covariance, means, states, shape });
    const own = period > 1 ? FIRST_SEASON + (t % period) : -1;
    run.level[t] = means[0][0];
    run.season[t] = own < 0 ? 0 : means[0][own];
    for (let j = 0; j < states; j++) {
      run.levelRows[t * states + j] = covariance[j];
      run.seasonRows[t * states + j] = own < 0 ? 0 : covariance[own * states + j];
      gain[j] = run.levelRows[t * states + j] + run.seasonRows[t * states + j];
    }
    if (Number.isNaN(columns[0][t])) continue;
    const variance = gain[0] + (own < 0 ? 0 : gain[own]) + 1;
    run.variance[t] = variance;
    for (let c = 0; c < columns.length; c++) {
      const mean = means[c];
      const error = columns[c][t] - mean[0] - (own < 0 ? 0 : mean[own]);
      run.errors[c][t] = error;
      for (let j = 0; j < states; j++) mean[j] += (gain[j] * error) / variance;
    }
    for (let j = 0; j < states; j++) {
      const share = gain[j] / variance;
      for (let k = 0; k < states; k++) covariance[j * states + k] -= share * gain[k];
    }
  }
  return run;
}

function openingCovariance(states: number, { period, seasonStart }: StructuralShape): Float64Array {
  const covariance = new Float64Array(states * states);
  covariance[0] = DIFFUSE;
  covariance[states + 1] = SLOPE;
  for (let j = FIRST_SEASON; j < states; j++) {
    for (let k = FIRST_SEASON; k < states; k++) {
      covariance[j * states + k] = seasonStart * ((j === k ? 1 : 0) - 1 / period);
    }
  }
  return covariance;
}

/** From one time to the next: the slope moves the level, level and seasons drift. */
function step(at: { covariance: Float64Array; means: Float64Array[]; states: number; shape: StructuralShape }): void {
  const { covariance, means, states, shape } = at;
  for (const mean of means) mean[0] += mean[1];
  for (let j = 0; j < states; j++) covariance[j] += covariance[states + j];
  for (let j = 0; j < states; j++) covariance[j * states] += covariance[j * states + 1];
  covariance[0] += shape.levelNoise;
  if (shape.seasonNoise === 0) return;
  const { period, seasonNoise } = shape;
  for (let j = FIRST_SEASON; j < states; j++) {
    for (let k = FIRST_SEASON; k < states; k++) {
      covariance[j * states + k] += seasonNoise * ((j === k ? 1 : 0) - 1 / period);
    }
  }
}
