import { normalQuantile, stableSum } from '../../numeric';
import type { ForecastNote } from '../forecastNote';
import type { ForecastOptions, SeriesForecast } from '../forecastSeries';
import type { FirstMonths } from './firstMonths';

export interface Analogue {
  /** The first months of those it is like. */
  curve: FirstMonths;
  /** Its size against theirs, 1 = as large; null = by its own first months, the analogues' size without any. */
  scale: number | null;
}

export interface NewcomerOptions extends ForecastOptions {
  /** Number of the first value: months counted from 1970-01. */
  firstMonth: number;
  analogue: Analogue;
  /** The season that was taken out of the analogues, to be put back. */
  seasonLogs?: Float64Array | null;
}

/** How sure a person's own word about the size is, as a standard deviation of its logarithm. */
const SAID_SPREAD = 0.15;
/** Neighbouring months miss the curve alike. */
const ALIKE = 0.3;
/** Months at the end of the curve whose mean goes on beyond it. */
const TAIL = 3;
const WIDEST_LOG = 3;

/**
 * The forecast of something new: the curve of the first months of its analogues, as large as its own first months say
 * (their sum against the curve's, drawn to the analogues' size, or to the size a person gave, as far as few months leave
 * it open), from its first sale on, or from the first month to come where nothing was sold yet. Beyond the curve its last
 * months go on. Never negative; ranges hold the doubt about size and curve. Source: analogy with Bayesian updating,
 * Duncan, Gorr & Szczypula 2001.
 */
export function forecastNewcomer(history: ArrayLike<number | null>, options: NewcomerOptions): SeriesForecast {
  const { horizon, levels = [0.8, 0.95], analogue } = options;
  const { curve } = analogue;
  const n = history.length;
  let start = 0;
  while (start < n && !((history[start] ?? 0) > 0)) start++;
  const expected = (t: number): number => Math.exp(curveAt(curve, t - start) + seasonAt(options, t));
  const { size, variance, known } = ownSize(history, { analogue, start, expected });
  const mean = new Float64Array(horizon).map((_, h) => Math.exp(size) * expected(n + h));
  const intervals = levels.map((level) => {
    if (!(level > 0 && level < 1)) throw new RangeError(`forecastNewcomer: level ${level} is not between 0 and 1`);
    const z = normalQuantile(0.5 + level / 2);
    const half = mean.map((_, h) =>
      Math.min(WIDEST_LOG, z * Math.sqrt(variance + spreadAt(curve, n + h - start) ** 2)),
    );
    return {
      level,
      lower: mean.map((value, h) => value * Math.exp(-half[h])),
      upper: mean.map((value, h) => value * Math.exp(half[h])),
    };
  });
  const notes: ForecastNote[] = known > 0 ? ['likeOthers', 'shortHistory'] : ['likeOthers'];
  return {
    mean,
    intervals,
    models: [{ name: 'analogues', weight: 1, error: null }],
    seasonal: Boolean(options.seasonLogs),
    method: 'analogue',
    error: null,
    notes,
  };
}

function ownSize(
  history: ArrayLike<number | null>,
  of: { analogue: Analogue; start: number; expected: (t: number) => number },
): { size: number; variance: number; known: number } {
  const { curve, scale } = of.analogue;
  const prior =
    scale !== null && scale > 0
      ? { mean: curve.size + Math.log(scale), variance: SAID_SPREAD ** 2 }
      : { mean: curve.size, variance: curve.sizeSpread ** 2 };
  const sold: number[] = [];
  const shape: number[] = [];
  let noise = 0;
  for (let t = of.start; t < history.length; t++) {
    const value = history[t];
    if (value === null || !Number.isFinite(value)) continue;
    sold.push(Math.max(0, value));
    shape.push(of.expected(t));
    noise += spreadAt(curve, t - of.start) ** 2;
  }
  const known = sold.length;
  const total = stableSum(sold);
  if (known === 0 || !(total > 0)) return { size: prior.mean, variance: prior.variance, known: 0 };
  const own = Math.log(total / stableSum(shape));
  const doubt = ((noise / known) * (1 + (known - 1) * ALIKE)) / known;
  const trust = prior.variance / (prior.variance + doubt);
  return { size: prior.mean + trust * (own - prior.mean), variance: trust * doubt, known };
}

function curveAt({ logs }: FirstMonths, age: number): number {
  if (age < logs.length) return logs[Math.max(0, age)];
  const tail = logs.subarray(Math.max(0, logs.length - TAIL));
  return stableSum(tail) / tail.length;
}

const spreadAt = ({ spread }: FirstMonths, age: number): number =>
  spread[Math.min(spread.length - 1, Math.max(0, age))];

function seasonAt({ seasonLogs, period, firstMonth }: NewcomerOptions, t: number): number {
  return seasonLogs ? seasonLogs[(((firstMonth + t) % period) + period) % period] : 0;
}
