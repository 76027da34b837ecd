import { centredAverage } from './centredAverage';
import { localLine } from './localLine';

/** What a cycle counts against the one after it: seasons move, so the last years say more about the next. */
const FADING = 0.7;

/**
 * The season of the years just past, added to the level (mean 0): entry i belongs to positions t with t mod period = i.
 * A first season from a moving average lets a smooth course be drawn through the rest to both ends; the season is taken
 * again around that course, recent cycles counting more. Hand over logarithms for a season that multiplies. Needs two
 * whole cycles; fewer → all 0. Source: classical decomposition, repeated as in X-11 and STL (Cleveland et al. 1990).
 */
export function adaptiveSeason(values: Float64Array, period: number): Float64Array {
  if (values.length < 2 * period) return new Float64Array(period);
  const first = fadingMeans(values, centredAverage(values, period), period);
  const course = localLine(
    values.map((value, t) => value - first[t % period]),
    period,
  );
  return fadingMeans(values, course, period);
}

function fadingMeans(values: Float64Array, level: Float64Array, period: number): Float64Array {
  const n = values.length;
  const sum = new Float64Array(period);
  const count = new Float64Array(period);
  for (let t = 0; t < n; t++) {
    if (Number.isNaN(level[t])) continue;
    const weight = FADING ** ((n - 1 - t) / period);
    sum[t % period] += weight * (values[t] - level[t]);
    count[t % period] += weight;
  }
  let mean = 0;
  for (let i = 0; i < period; i++) {
    sum[i] = count[i] > 0 ? sum[i] / count[i] : 0;
    mean += sum[i] / period;
  }
  return sum.map((value) => value - mean);
}
