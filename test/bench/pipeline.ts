import { createRandom } from '~/engine/numeric/index';
import {
  type DealSimulation,
  type DealTable,
  simulateDeals,
  stageHazards,
  stageVisits,
  stateOf,
  winPaths,
} from '~/engine/pipeline/index';
import { livesOf, seenOn, WORLD } from '../engine/pipeline/world';
import type { BenchRow } from './benchRow';

const RUNS = 5;
const OPEN = 2000;
const ENDS = Array.from({ length: 12 }, (_, month) => 30 * (month + 1));

/**
 * Chances of 20,000 deals with all their steps, and 10,000 draws of 2,000 open deals over twelve months, one thread, least of
 * five.
 */
export function runPipelineBench(): BenchRow[] {
  const lives = livesOf({ ...WORLD, perDay: 20 }, createRandom(1), { from: 0, until: 1000 });
  const table = seenOn(lives, { asOf: 999, stages: WORLD.stages });
  const input = simulationOf(table);
  return [
    row('pipeline-chances', {
      ms: least(() => winPaths(stageHazards(stageVisits(table, true), WORLD.stages), ENDS)),
      reference: `ms, ${table.count} deals with steps`,
      must: 500,
      aim: 150,
    }),
    row('pipeline-draws', {
      ms: least(() => simulateDeals(input)),
      reference: `ms, 10,000 draws × ${OPEN} open deals × 12 months`,
      must: 3000,
      aim: 800,
    }),
  ];
}

function simulationOf(table: DealTable): DealSimulation {
  const hazards = stageHazards(stageVisits(table, true), WORLD.stages);
  const paths = winPaths(hazards, ENDS);
  const bySpan = new Float64Array(OPEN * ENDS.length);
  for (let deal = 0; deal < OPEN; deal += 1) {
    const state = stateOf(paths, deal % WORLD.stages, deal % 60);
    bySpan.set(paths.bySpan.subarray(state * ENDS.length, (state + 1) * ENDS.length), deal * ENDS.length);
  }
  return {
    spans: ENDS.length,
    bySpan,
    worth: Float64Array.from({ length: OPEN }, (_, deal) => 10_000 + deal),
    pool: new Int32Array(OPEN).fill(-1),
    start: Uint32Array.of(0),
    amounts: new Float64Array(0),
    won: hazards.won,
    lost: hazards.lost,
    arrivals: null,
    draws: 10_000,
    seed: 1,
  };
}

const row = (
  id: string,
  { ms, reference, must, aim }: { ms: number; reference: string; must: number; aim: number },
): BenchRow => ({ id, ms, reference, ratio: ms, must, aim, higherIsBetter: false });

function least(run: () => unknown): number {
  run();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
