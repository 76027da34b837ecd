import { DIFFUSE, type StructuralRun, type StructuralShape, structuralFilter } from './structuralFilter';

export interface Structure {
  shape: StructuralShape;
  run: StructuralRun;
}

/** How fast level and season may move, from hardly to as fast as the noise and faster. */
const LEVEL_NOISE = [0.002, 0.03, 0.2, 1, 5];
const SEASON_NOISE = [0, 0.02];

/**
 * The structural model that suits a series best, of a small grid: by the likelihood of the first column once the other
 * columns explain what they can (`explain` hands back the sum of squared standardised errors that is left).
 * Source: Harvey 1989, concentrated diffuse likelihood.
 */
export function fitStructure(
  columns: readonly Float64Array[],
  period: number,
  explain: (run: StructuralRun) => number,
): Structure {
  let best: Structure | null = null;
  let bestLikelihood = Number.NEGATIVE_INFINITY;
  for (const levelNoise of LEVEL_NOISE) {
    for (const seasonNoise of period > 1 ? SEASON_NOISE : [0]) {
      const shape = { period, levelNoise, seasonNoise };
      const run = structuralFilter(columns, shape);
      let spread = 0;
      let seen = 0;
      for (const variance of run.variance) {
        if (!(variance < DIFFUSE / 100)) continue;
        spread += Math.log(variance);
        seen++;
      }
      const likelihood = -seen * Math.log(explain(run) / Math.max(1, seen) + 1e-12) - spread;
      if (best === null || likelihood > bestLikelihood) {
        best = { shape, run };
        bestLikelihood = likelihood;
      }
    }
  }
  if (best === null) throw new RangeError('fitStructure: no model');
  return best;
}

/** Sum of squared standardised errors of the first column alone. */
export function squaresLeft(run: StructuralRun): number {
  let sum = 0;
  for (let t = 0; t < run.variance.length; t++) sum += run.errors[0][t] ** 2 / run.variance[t];
  return sum;
}
