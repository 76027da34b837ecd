import { descend } from '../../numeric/descend';

/** Fills the slope by parameter and returns the log-likelihood. Parameters are above 0. */
export type Likelihood = (parameters: Float64Array, slope: Float64Array) => number;

export interface ClimbOptions {
  /** Parameters to try first; the best of them is where the climb begins. */
  starts: readonly (readonly number[])[];
  /** Usual size of each parameter: none leaves a ten-thousandth to ten thousand times of it. */
  scale: readonly number[];
  customers: number;
}

/** How far a parameter may go from its usual size, as a logarithm: ten thousand times. */
const REACH = Math.log(1e4);

/**
 * Parameters above 0 that make what was seen most likely. It climbs in logarithms and on the average per customer, so that
 * twice the data take the same way. Where the data do not hold a parameter (everybody alike, nobody leaves) it stops at
 * the edge of its reach rather than run away.
 */
export function climbLikelihood(likelihood: Likelihood, options: ClimbOptions): { at: Float64Array; value: number } {
  const { starts, scale, customers } = options;
  const n = scale.length;
  const own = new Float64Array(n);
  const cost = (logs: Float64Array, slope: Float64Array): number => {
    let beyond = 0;
    for (let i = 0; i < n; i++) {
      const reach = Math.max(-REACH, Math.min(REACH, logs[i]));
      own[i] = scale[i] * Math.exp(reach);
    }
    const value = -likelihood(own, slope) / customers;
    for (let i = 0; i < n; i++) {
      const over = Math.abs(logs[i]) - REACH;
      slope[i] *= over > 0 ? 0 : -own[i] / customers;
      if (over > 0) {
        beyond += over * over;
        slope[i] = 2 * over * Math.sign(logs[i]);
      }
    }
    return value + beyond;
  };
  const unused = new Float64Array(n);
  let best: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    const logs = start.map((part, i) => Math.max(-REACH, Math.min(REACH, Math.log(part / scale[i]))));
    const value = cost(Float64Array.from(logs), unused);
    if (value < least || best.length === 0) {
      least = value;
      best = logs;
    }
  }
  const found = descend(cost, { start: best, maxEvaluations: 400, tolerance: 1e-9, maxStep: 2 });
  const at = found.at.map((log, i) => scale[i] * Math.exp(Math.max(-REACH, Math.min(REACH, log))));
  return { at, value: likelihood(at, unused) };
}
