import { NO_STAGE, stateOf, type WinPaths, winPaths } from '~/engine/pipeline/index';
import { modelAge, modelStage } from './dealChances';
import type { PipelineScene } from './pipelineScene';

const kept = new WeakMap<PipelineScene, Map<string, WinPaths>>();

/** Days of a year: what a stage with a chance by hand and without any history is spread over. */
const YEAR = 365;

/** The paths of a scene for some ends of spans, kept as long as the scene stands. */
export function pathsUntil(scene: PipelineScene, ends: readonly number[]): WinPaths {
  const all = kept.get(scene) ?? new Map<string, WinPaths>();
  kept.set(scene, all);
  const key = ends.join();
  const known = all.get(key) ?? winPaths(scene.chances.hazards, ends);
  all.set(key, known);
  return known;
}

/**
 * By deal of `rows` and span: the chance to be won in it. When it is won goes by stage and age, whether at all by the
 * chance that stands with the deal (a person's own, or its stage's). A deal of which no history tells the time is
 * spread evenly over a year. Deals without a chance have none in any span.
 */
export function dealPaths(scene: PipelineScene, rows: readonly number[], ends: readonly number[]): Float64Array {
  const { deals, chance } = scene;
  const paths = pathsUntil(scene, ends);
  const { spans } = paths;
  const bySpan = new Float64Array(rows.length * spans);
  rows.forEach((row, i) => {
    const inTheEnd = chance[row];
    if (!(inTheEnd > 0)) return;
    const age = deals.basis === 'history' && deals.table.stage[row] === NO_STAGE ? Number.NaN : modelAge(deals, row);
    const state = stateOf(paths, modelStage(deals, row), age);
    const own = paths.chance[state];
    for (let s = 0; s < spans; s += 1) {
      const even = (ends[s] - (ends[s - 1] ?? 0)) / YEAR;
      bySpan[i * spans + s] =
        own > 0 ? (paths.bySpan[state * spans + s] * inTheEnd) / own : inTheEnd * Math.min(1, even);
    }
  });
  return bySpan;
}
