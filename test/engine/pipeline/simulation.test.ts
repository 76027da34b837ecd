import { describe, expect, test } from 'vitest';
import {
  arrivalsOf,
  DEAL_OPEN,
  DEAL_WON,
  type DealTable,
  simulateDeals,
  stageHazards,
  stageVisits,
  stateOf,
  type WinPaths,
  winPaths,
} from '~/engine/pipeline/index';
import { livesOf, randomOf, seenOn, trueHazards, WORLD } from './world';

const AS_OF = 730;
const ENDS = [30, 60, 90, 120, 150, 180];
const MONTH = 365 / 12;

const chancesIn = (table: DealTable, paths: WinPaths): { rows: number[]; bySpan: Float64Array } => {
  const rows = Array.from(table.result, (result, row) => (result === DEAL_OPEN ? row : -1)).filter((row) => row >= 0);
  const bySpan = new Float64Array(rows.length * paths.spans);
  rows.forEach((row, i) => {
    const state = stateOf(paths, table.stage[row], table.asOf - table.entered[row] + 1);
    for (let s = 0; s < paths.spans; s += 1) bySpan[i * paths.spans + s] = paths.bySpan[state * paths.spans + s];
  });
  return { rows, bySpan };
};

function simulated(seed: number, draws: number) {
  const lives = livesOf(WORLD, randomOf(seed), { from: 0, until: AS_OF + 181 });
  const table = seenOn(lives, { asOf: AS_OF, stages: WORLD.stages });
  const hazards = stageHazards(stageVisits(table, true), WORLD.stages);
  const paths = winPaths(hazards, ENDS);
  const { rows, bySpan } = chancesIn(table, paths);
  const won = Array.from(table.worth).filter((_, row) => table.result[row] === DEAL_WON);
  const perMonth = new Array<number>(12).fill(0);
  for (const day of table.created) {
    const ago = Math.floor((AS_OF - day) / MONTH);
    if (ago < 12) perMonth[ago] += 1;
  }
  const sums = simulateDeals({
    spans: ENDS.length,
    bySpan,
    worth: Float64Array.from(rows, (row) => table.worth[row]),
    pool: new Int32Array(rows.length).fill(-1),
    start: Uint32Array.of(0, won.length),
    amounts: Float64Array.from(won),
    won: hazards.won,
    lost: hazards.lost,
    arrivals: arrivalsOf({
      perMonth,
      days: 365,
      newborn: paths.newborn,
      ends: ENDS,
      pool: 0,
      chance: paths.chance[0],
    }),
    draws,
    seed,
  });
  const totals = Float64Array.from({ length: draws }, (_, d) =>
    sums.subarray(d * ENDS.length, (d + 1) * ENDS.length).reduce((all, one) => all + one, 0),
  ).sort();
  const came = lives.reduce(
    (all, life) => all + (life.won && life.closed > AS_OF && life.closed <= AS_OF + 180 ? life.worth : 0),
    0,
  );
  return { totals, came, table, lives, paths, rows };
}

describe('simulated deals of worlds whose chances are known', () => {
  test('cover what came in 87 to 93 of a hundred worlds at 90 %', () => {
    const worlds = 240;
    let inside = 0;
    for (let seed = 1; seed <= worlds; seed += 1) {
      const { totals, came } = simulated(seed, 400);
      const [lower, upper] = [0.05, 0.95].map((share) => totals[Math.round(share * (totals.length - 1))]);
      if (came >= lower && came <= upper) inside += 1;
    }
    expect(inside / worlds).toBeGreaterThanOrEqual(0.87);
    expect(inside / worlds).toBeLessThanOrEqual(0.93);
  }, 60_000);

  test('have chances within 2 % of the true model by Brier score', () => {
    const truth = winPaths(trueHazards(WORLD), []);
    let own = 0;
    let best = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const { table, lives, paths, rows } = simulated(seed, 1);
      const known = lives.filter(({ created }) => created <= AS_OF);
      for (const row of rows) {
        const age = AS_OF - table.entered[row] + 1;
        const won = known[row].won ? 1 : 0;
        own += (paths.chance[stateOf(paths, table.stage[row], age)] - won) ** 2;
        best += (truth.chance[stateOf(truth, table.stage[row], age)] - won) ** 2;
      }
    }
    expect(own / best).toBeLessThan(1.02);
    expect(own / best).toBeGreaterThan(0.98);
  });

  test('come out the same, byte for byte, from the same seed, and not from another', () => {
    const [first, again, other] = [3, 3, 4].map((seed) => simulated(seed, 50).totals);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('are ever surer the more deals ended before', () => {
    const input = {
      spans: 1,
      bySpan: new Float64Array(200).fill(0.5),
      worth: new Float64Array(200).fill(100),
      pool: new Int32Array(200).fill(-1),
      start: Uint32Array.of(0),
      amounts: new Float64Array(0),
      arrivals: null,
      draws: 2000,
      seed: 1,
    };
    const widths = [5, 50, 5000].map((ended) => {
      const sorted = simulateDeals({ ...input, won: ended, lost: ended }).sort();
      return sorted[1800] - sorted[200];
    });
    expect(widths[0]).toBeGreaterThan(widths[1]);
    expect(widths[1]).toBeGreaterThan(widths[2]);
    // With chances that are sure, a sum of 200 even chances of 100 has a standard deviation of 707: 80 % lie within ± 906.
    expect(widths[2]).toBeGreaterThan(1600);
    expect(widths[2]).toBeLessThan(2000);
  });

  test('of no deal, or of deals without a chance, are worth nothing', () => {
    const none = {
      spans: 2,
      start: Uint32Array.of(0),
      amounts: new Float64Array(0),
      won: 0,
      lost: 0,
      arrivals: null,
      draws: 3,
      seed: 1,
    };
    const empty = { bySpan: new Float64Array(0), worth: new Float64Array(0), pool: new Int32Array(0) };
    expect(simulateDeals({ ...none, ...empty })).toEqual(new Float64Array(6));
    const hopeless = { bySpan: new Float64Array(2), worth: Float64Array.of(500), pool: Int32Array.of(-1) };
    expect(simulateDeals({ ...none, ...hopeless })).toEqual(new Float64Array(6));
  });
});
