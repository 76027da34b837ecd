import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareReaching } from '~/engine/numeric/index';
import {
  arrivalsOf,
  combineDraws,
  coverOf,
  DEAL_LOST,
  DEAL_OPEN,
  DEAL_WON,
  type DealTable,
  funnelCounts,
  NO_STAGE,
  noSteps,
  rangeOfDraws,
  scaledOdds,
  shareQuantile,
  stageHazards,
  stageVisits,
  stateOf,
  VISIT_LOST,
  VISIT_STAYS,
  VISIT_WON,
  winPaths,
} from '~/engine/pipeline/index';

const NONE = Number.NaN;

interface Deal {
  result: number;
  stage: number;
  created?: number;
  closed?: number;
  worth?: number;
  steps?: [stage: number, day: number][];
}

function tableOf(deals: readonly Deal[], { asOf = 100, stages = 3 } = {}): DealTable {
  const paths = deals.map(({ steps = [] }) => steps);
  const start = new Uint32Array(deals.length + 1);
  paths.forEach((path, d) => {
    start[d + 1] = start[d] + path.length;
  });
  return {
    count: deals.length,
    asOf,
    stages,
    result: Uint8Array.from(deals, ({ result }) => result),
    stage: Int16Array.from(deals, ({ stage }) => stage),
    created: Float64Array.from(deals, ({ created }) => created ?? NONE),
    closed: Float64Array.from(deals, ({ closed }) => closed ?? NONE),
    entered: Float64Array.from(paths, (path) => path.at(-1)?.[1] ?? NONE),
    worth: Float64Array.from(deals, ({ worth }) => worth ?? NONE),
    steps: {
      start,
      stage: Int16Array.from(paths.flat(), ([stage]) => stage),
      day: Float64Array.from(paths.flat(), ([, day]) => day),
    },
  };
}

describe('the visits of deals to stages', () => {
  test('last from coming to going, or to the day all is seen on', () => {
    const table = tableOf([
      {
        result: DEAL_WON,
        stage: NO_STAGE,
        closed: 40,
        steps: [
          [0, 10],
          [1, 15],
          [1, 18],
          [2, 30],
        ],
      },
      {
        result: DEAL_LOST,
        stage: 1,
        closed: 29,
        steps: [
          [0, 20],
          [1, 25],
          [2, 50],
        ],
      },
      { result: DEAL_OPEN, stage: 0, steps: [[0, 90]] },
    ]);
    const { count, stage, days, to } = stageVisits(table, true);
    expect([stage, days, to].map((column) => Array.from(column).slice(0, count))).toEqual([
      [0, 1, 2, 0, 1, 0],
      [5, 15, 10, 5, 4, 10],
      [1, 2, VISIT_WON, 1, VISIT_LOST, VISIT_STAYS],
    ]);
  });

  test('without steps are whole lives; deals without their days, or that run backwards, say nothing', () => {
    const table = tableOf([
      { result: DEAL_WON, stage: NO_STAGE, created: 10, closed: 40 },
      { result: DEAL_WON, stage: NO_STAGE, created: 50, closed: 40 },
      { result: DEAL_LOST, stage: NO_STAGE, created: 10 },
      { result: DEAL_OPEN, stage: 1, created: 60 },
      { result: DEAL_OPEN, stage: 1 },
    ]);
    const { count, days, to } = stageVisits(table, false);
    expect(Array.from(days).slice(0, count)).toEqual([30, 40]);
    expect(Array.from(to).slice(0, count)).toEqual([VISIT_WON, VISIT_STAYS]);
  });
});

describe('chances from how deals went', () => {
  test('are 1 in 4 where one of four deals was won, and nothing is left open', () => {
    const table = tableOf(
      Array.from({ length: 400 }, (_, i) => ({
        result: i % 4 === 0 ? DEAL_WON : DEAL_LOST,
        stage: NO_STAGE,
        created: 0,
        closed: 9,
      })),
    );
    const paths = winPaths(stageHazards(stageVisits(table, false), 1), [5, 10, 20]);
    expect(paths.chance[stateOf(paths, 0, 0)]).toBeCloseTo(0.25, 2);
    const [early, onTime] = paths.bySpan.subarray(0, 3);
    expect(onTime).toBeGreaterThan(early);
  });

  test('are 0 where nothing ever ended', () => {
    const paths = winPaths(stageHazards(stageVisits(tableOf([]), false), 1), [30]);
    expect(Math.max(...paths.chance, ...paths.bySpan)).toBe(0);
  });

  test('lie between 0 and 1, by span no more than in the end, whatever deals did', () => {
    const deal = fc.record({
      result: fc.constantFrom(DEAL_OPEN, DEAL_WON, DEAL_LOST),
      stage: fc.integer({ min: -1, max: 2 }),
      created: fc.option(fc.integer({ min: -50, max: 120 }), { nil: undefined }),
      closed: fc.option(fc.integer({ min: -50, max: 100 }), { nil: undefined }),
      steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 100 })), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 12 }), fc.boolean(), (deals, bySteps) => {
        const sorted = deals.map((one) => ({ ...one, steps: [...one.steps].sort((a, b) => a[1] - b[1]) }));
        const paths = winPaths(stageHazards(stageVisits(tableOf(sorted as Deal[]), bySteps), 3), [30, 90]);
        for (let state = 0; state < paths.chance.length; state += 37) {
          const soon = paths.bySpan[state * 2] + paths.bySpan[state * 2 + 1];
          expect(paths.chance[state]).toBeGreaterThanOrEqual(soon - 1e-9);
          expect(paths.chance[state]).toBeLessThanOrEqual(1);
          expect(soon).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 5, numRuns: 25 },
    );
  });

  test('of deals to come add up to arrivals × chance when there is time enough', () => {
    const newborn = new Float64Array(100).fill(0);
    newborn[9] = 0.4;
    const arrivals = arrivalsOf({ perMonth: [30, 30], days: 60, newborn, ends: [50, 100], pool: 0, chance: 0.4 });
    // One a day, won on its tenth day with 0.4: days 10 … 50 and 51 … 100.
    expect(Array.from(arrivals?.expected ?? [])).toEqual([expect.closeTo(16.4, 9), expect.closeTo(20, 9)]);
    expect(arrivalsOf({ perMonth: [0, 0], days: 60, newborn, ends: [50], pool: 0, chance: 0.4 })).toBeNull();
    expect(arrivalsOf({ perMonth: [], days: 0, newborn, ends: [50], pool: 0, chance: 0.4 })).toBeNull();
  });
});

describe('the funnel', () => {
  test('counts who is there, who ever came, who went on and who was lost from where', () => {
    const table = tableOf([
      { result: DEAL_WON, stage: NO_STAGE, worth: 100 },
      { result: DEAL_OPEN, stage: 1, worth: 50 },
      // Came to the third stage, went back to the second.
      {
        result: DEAL_OPEN,
        stage: 1,
        worth: 10,
        steps: [
          [0, 1],
          [2, 5],
          [1, 9],
        ],
      },
      { result: DEAL_LOST, stage: 1, worth: 30 },
      // Lost from the first after it had been in the second: dropped by both.
      {
        result: DEAL_LOST,
        stage: 0,
        worth: 7,
        steps: [
          [0, 1],
          [1, 2],
          [0, 3],
        ],
      },
      { result: DEAL_LOST, stage: NO_STAGE, worth: 5 },
      { result: DEAL_OPEN, stage: NO_STAGE },
    ]);
    const rows = Array.from({ length: table.count }, (_, row) => row);
    expect(
      funnelCounts(table, rows).map(({ count, amount, entered, passed, lost }) => [
        count,
        amount,
        entered,
        passed,
        lost,
      ]),
    ).toEqual([
      [0, 0, 7, 4, 1],
      [2, 60, 5, 1, 2],
      [0, 0, 2, 1, 0],
    ]);
  });
});

describe('cover', () => {
  const known = { open: 300, target: 1000, actual: 600, repeat: 300, winRate: 0.4 };

  test('is open ÷ (target − actual − repeat sales), enough from 1 ÷ win rate, else from 3', () => {
    expect(coverOf(known)).toEqual({ needed: 100, cover: 3, least: 2.5, state: 'enough' });
    expect(coverOf({ ...known, winRate: null, open: 299 })).toMatchObject({ cover: 2.99, least: 3, state: 'short' });
  });

  test('is reached where nothing is left to find, and unknown where a part is unknown', () => {
    expect(coverOf({ ...known, repeat: 400 })).toMatchObject({ needed: 0, cover: null, state: 'reached' });
    for (const part of ['target', 'actual', 'repeat'] as const) {
      expect(coverOf({ ...known, [part]: null })).toMatchObject({ needed: null, cover: null, state: 'unknown' });
    }
  });
});

describe('draws and shares', () => {
  test('odds are multiplied, certainties stay', () => {
    expect([0.5, 0, 1].map((chance) => scaledOdds(chance, 3))).toEqual([0.75, 0, 1]);
    expect(scaledOdds(0.5, 0)).toBe(0);
  });

  test('a quantile lies between its neighbours as spreadsheets say; of nothing there is none', () => {
    expect(shareQuantile([4, 1, 2, 3], 0.75)).toBe(3.25);
    expect(shareQuantile([Number.NaN, 7], 0.5)).toBe(7);
    expect(shareQuantile([], 0.5)).toBeNull();
  });

  test('a certain rest moves draws and nothing else', () => {
    const sums = combineDraws(Float64Array.of(3, 1, 2), { middle: 10, down: 0, up: 0 }, 1);
    expect(sums).toEqual(Float64Array.of(11, 12, 13));
    expect(rangeOfDraws(sums, 0.8)).toEqual({ mean: 12, lower: 11, upper: 13 });
    expect([10, 12, 12.5, 14].map((amount) => shareReaching(sums, amount))).toEqual([1, 2 / 3, 1 / 3, 0]);
  });

  test('nothing drawn is 0, and steps of nothing are none', () => {
    expect(rangeOfDraws(new Float64Array(0), 0.8)).toEqual({ mean: 0, lower: 0, upper: 0 });
    expect(noSteps(2).start).toEqual(new Uint32Array(3));
  });
});
