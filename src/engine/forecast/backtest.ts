import { naiveScale } from './naiveScale';
import { pathErrors } from './pathErrors';
import { predictionIntervals } from './predictionIntervals';
import { prepareHistory } from './prepareHistory';
import { projectSeries } from './projectSeries';
import { seasonalNaive } from './seasonalNaive';

export interface BacktestOptions {
  period: number;
  horizon: number;
  /** How many starting points to try, newest first. */
  origins: number;
  /** The season was taken out before. */
  deseasonalised?: boolean;
}

export interface BacktestRow {
  name: string;
  mase: number | null;
  smape: number;
  bias: number | null;
  /** Σ |forecast − actual| ÷ Σ |actual|, mean of the origins; null where nothing was sold. */
  wape: number | null;
  /** Share of what came that lay in the 80 % range, of the combination only, as the others have no range of their own. */
  coverage: number | null;
  /** MASE ÷ that of seasonal naive: below 1 is better. Null where seasonal naive made no error. */
  relative: number | null;
  /** 1 = smallest MASE. */
  rank: number;
  /** At how many origins the candidate could be judged. */
  origins: number;
}

export interface Backtest {
  /** Best first; `combination` is what `forecastSeries` answers with, `seasonalNaive` the yardstick. */
  rows: BacktestRow[];
  origins: number;
  /** Steps judged at each origin: the horizon, or less where the history is short. */
  steps: number;
}

const SHORTEST_TRAINING = 8;
const RANGE = 0.8;

/**
 * How well each candidate would have forecast this history, had it stood at earlier points in time: the history is cut
 * at several origins, every candidate sees only what was known there, and its errors are averaged. At most a quarter of
 * the history is judged at once, and the part before must hold a cycle and two values, at least eight; shorter → no
 * rows. Gaps inside are filled first, so a filled value can be judged against. Source: Tashman 2000.
 */
export function backtest(history: ArrayLike<number | null>, options: BacktestOptions): Backtest {
  const { period } = options;
  const { values, nonNegative } = prepareHistory(history, period);
  const steps = Math.min(options.horizon, Math.max(1, Math.floor(values.length / 4)));
  const stride = Math.max(1, Math.floor(steps / 2));
  const tallies = new Map<string, Tally>();
  let origins = 0;
  for (let i = 0; i < options.origins && steps > 0; i++) {
    const cut = values.length - steps - i * stride;
    if (cut < Math.max(SHORTEST_TRAINING, period + 2)) break;
    const training = values.slice(0, cut);
    const actual = values.subarray(cut, cut + steps);
    const scale = naiveScale(training, period);
    const projection = projectSeries(training, { period, horizon: steps, deseasonalised: options.deseasonalised });
    const [range] = predictionIntervals(projection, {
      levels: [RANGE],
      seed: 1,
      known: cut,
      positive: training.every((value) => value > 0),
      nonNegative,
    });
    const held = actual.reduce(
      (sum, value, h) => sum + (value >= range.lower[h] && value <= range.upper[h] ? 1 : 0),
      0,
    );
    const candidates = [
      { name: 'combination', path: projection.mean },
      { name: 'seasonalNaive', path: seasonalNaive(training, period, steps) },
      ...projection.members,
    ];
    for (const { name, path } of candidates) {
      const tally = tallies.get(name) ?? { mase: [], smape: [], bias: [], wape: [], coverage: [] };
      const errors = pathErrors(path, actual, scale);
      if (errors.mase !== null) tally.mase.push(errors.mase);
      if (errors.bias !== null) tally.bias.push(errors.bias);
      if (errors.wape !== null) tally.wape.push(errors.wape);
      if (name === 'combination') tally.coverage.push(held / steps);
      tally.smape.push(errors.smape);
      tallies.set(name, tally);
    }
    origins++;
  }
  return { rows: rank(tallies), origins, steps: origins > 0 ? steps : 0 };
}

interface Tally {
  mase: number[];
  smape: number[];
  bias: number[];
  wape: number[];
  coverage: number[];
}

function rank(tallies: Map<string, Tally>): BacktestRow[] {
  const yardstick = average(tallies.get('seasonalNaive')?.mase ?? []);
  const rows = [...tallies].map(([name, tally]) => {
    const mase = average(tally.mase);
    return {
      name,
      mase,
      smape: average(tally.smape) ?? 0,
      bias: average(tally.bias),
      wape: average(tally.wape),
      coverage: average(tally.coverage),
      relative: mase !== null && yardstick !== null && yardstick > 0 ? mase / yardstick : null,
      rank: 0,
      origins: tally.smape.length,
    };
  });
  rows.sort((a, b) => (a.mase ?? Number.POSITIVE_INFINITY) - (b.mase ?? Number.POSITIVE_INFINITY) || 0);
  return rows.map((row, i) => ({ ...row, rank: i + 1 }));
}

const average = (values: number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
