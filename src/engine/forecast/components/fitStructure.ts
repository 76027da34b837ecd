import { DIFFUSE, type StructuralRun, type StructuralShape, structuralFilter } from './structuralFilter';

export interface Structure {
  shape: StructuralShape;
  run: StructuralRun;
}

/** How large seasons may be expected to be (`seasonStart`), the usual first; others must be likelier by `preference`. */
export interface SeasonChoice {
  period: number;
  starts: readonly number[];
  preference: number;
}

/** How fast the level may move, from hardly to faster than the noise. */
const LEVEL_NOISE = [0.2, 0.002, 0.03, 1, 5];
/** How large seasons are expected to be, 0 = none; and whether they move. */
const SEASON_STARTS = [5, 0, 0.5, 50];
const SEASON_NOISE = 0.02;

/**
 * The structural model that suits a series best, by steps along a small grid (level, size of the season, its change): by
 * the likelihood of the first column once the other columns explain what they can (`explain` hands back the sum of squared
 * standardised errors that is left). Seasons are drawn to none as far as the series shows none.
 * Source: Harvey 1989, concentrated likelihood.
 */
export function fitStructure(
  columns: readonly Float64Array[],
  seasons: number | SeasonChoice,
  explain: (run: StructuralRun) => number,
): Structure {
  const { period, starts, preference } = typeof seasons === 'number' ? ownSeason(seasons) : seasons;
  const [usual, ...others] = starts;
  const first = { levelNoise: LEVEL_NOISE[0], seasonNoise: 0, ...sized(period, period > 1 ? usual : 0) };
  let best = judged(columns, first, explain);
  const tryShape = (change: Partial<StructuralShape>, handicap = 0): void => {
    const next = judged(columns, { ...best.shape, ...change }, explain);
    if (next.likelihood - handicap > best.likelihood) best = next;
  };
  for (const levelNoise of LEVEL_NOISE.slice(1)) tryShape({ levelNoise });
  if (period > 1) {
    for (const start of others) tryShape(sized(period, start), preference);
    if (best.shape.seasonStart > 0) tryShape({ seasonNoise: SEASON_NOISE });
  }
  return best;
}

const ownSeason = (period: number): SeasonChoice => ({ period, starts: SEASON_STARTS, preference: 0 });

const sized = (period: number, seasonStart: number): Pick<StructuralShape, 'period' | 'seasonStart'> => ({
  period: seasonStart > 0 ? period : 1,
  seasonStart,
});

function judged(
  columns: readonly Float64Array[],
  shape: StructuralShape,
  explain: (run: StructuralRun) => number,
): Structure & { likelihood: number } {
  const run = structuralFilter(columns, shape);
  let spread = 0;
  let seen = 0;
  for (const variance of run.variance) {
    if (!(variance < DIFFUSE / 100)) continue;
    spread += Math.log(variance);
    seen++;
  }
  return { shape, run, likelihood: -seen * Math.log(explain(run) / Math.max(1, seen) + 1e-12) - spread };
}

/** Sum of squared standardised errors of the first column alone. */
export function squaresLeft(run: StructuralRun): number {
  let sum = 0;
  for (let t = 0; t < run.variance.length; t++) sum += run.errors[0][t] ** 2 / run.variance[t];
  return sum;
}
