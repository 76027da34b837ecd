import { naiveScale } from '~/engine/forecast/index';
import type { ForecastCase } from './forecastCase';
import { type ForetellOptions, foretellNode, type NodeSeries } from './foretellNode';
import { kinKnown } from './kin';

/** Starting points in the past, and months between them. */
const ORIGINS = 5;
const STRIDE = 3;
const AHEAD = 12;
/** Less history than this before a starting point proves nothing. */
const LEAST_HISTORY = 12;
/** The range that is judged. */
export const JUDGED_LEVEL = 0.8;

/**
 * What the models would have said of a node at several points in the past, each knowing only what was known there, against
 * what came: up to five starting points, a quarter apart, up to twelve months ahead. Unknown months, and those a person left
 * out, are judged by nobody. Empty where the history is under thirteen months. Source: Tashman 2000 (rolling origin).
 */
export function rollingCases(series: NodeSeries, options: ForetellOptions): ForecastCase[] {
  const { history, fromMonth, events } = series;
  const leftOut = new Set(events.leftOut);
  const cases: ForecastCase[] = [];
  for (let origin = 0; origin < ORIGINS; origin += 1) {
    const cut = history.length - 1 - origin * STRIDE;
    if (cut < LEAST_HISTORY) break;
    const known = history.slice(0, cut);
    const horizon = Math.min(AHEAD, history.length - cut);
    const { mean, intervals } = foretellNode(
      { ...series, history: known, horizon, ...kinKnown(series, fromMonth + cut) },
      { ...options, origins: 0 },
    );
    const range = intervals.find(({ level }) => level === JUDGED_LEVEL);
    const scale = scaleOf(known, options.period);
    for (let h = 0; h < horizon; h += 1) {
      const actual = history[cut + h];
      if (Number.isNaN(actual) || leftOut.has(fromMonth + cut + h)) continue;
      const forecast = mean[h];
      cases.push({
        ahead: h + 1,
        forecast,
        actual,
        lower: range?.lower[h] ?? forecast,
        upper: range?.upper[h] ?? forecast,
        scale,
      });
    }
  }
  return cases;
}

/** What one unit of error is for a history, over the months that are known of it. */
export const scaleOf = (history: Float64Array, period: number): number =>
  naiveScale(
    history.filter((value) => !Number.isNaN(value)),
    period,
  );
