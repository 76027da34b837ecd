import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { forecastMany, oneStepErrors, reconcile, type SummingStructure, treeStructure } from '~/engine/forecast';
import { createRandom } from '~/engine/numeric';
import type { BenchRow } from './benchRow';

interface Trip {
  region: string;
  state: string;
  purpose: string;
  train: number[];
  test: number[];
}

const PERIOD = 4;

/** The levels of quarterly trips, from all of them down to region by purpose. */
const LEVELS: readonly ((trip: Trip) => string)[] = [
  () => '',
  ({ state }) => state,
  ({ purpose }) => purpose,
  ({ state, purpose }) => `${state}|${purpose}`,
  ({ state, region }) => `${state}|${region}`,
];

/**
 * Reconciled against summed-up forecasts: mean absolute scaled error over the levels of trips (region × state × purpose,
 * crossed trees), the worst of its levels, and the time for a tree of 5,000 leaves, two years ahead.
 */
export async function runReconcileBench(): Promise<BenchRow[]> {
  return [...accuracyRows(), speedRow()];
}

function accuracyRows(): BenchRow[] {
  const trips = loadTrips();
  if (!trips) return [];
  const { structure, levelOf } = crossedStructure(trips);
  const sums = (values: (trip: Trip) => number[]): Float64Array[] =>
    structure.parts.map((parts) => {
      const sum = new Float64Array(values(trips[0]).length);
      for (const place of parts) for (let t = 0; t < sum.length; t++) sum[t] += values(trips[place])[t];
      return sum;
    });
  const train = sums((trip) => trip.train);
  const actual = sums((trip) => trip.test);
  const started = performance.now();
  const base = forecastMany(train, { period: PERIOD, horizon: actual[0].length, levels: [] }).map(({ mean }) => mean);
  const residuals = train.map((history) => oneStepErrors(history, PERIOD).subarray(PERIOD));
  const errors = (method: 'bottomUp' | 'mintShrink'): number[] =>
    levelErrors(reconcile(base, { structure, method, residuals }).values, { train, actual, levelOf });
  const bottomUp = errors('bottomUp');
  const mint = errors('mintShrink');
  const ms = performance.now() - started;
  const mean = (all: number[]): number => all.reduce((sum, error) => sum + error, 0) / all.length;
  const words = (all: number[]): string => [...all, mean(all)].map((error) => error.toFixed(3)).join(' ');
  return [
    {
      id: 'forecast-trips-mint',
      ms,
      reference: `bottom-up = 1; MASE by level and mean: ${words(mint)}, bottom-up ${words(bottomUp)}`,
      ratio: mean(mint) / mean(bottomUp),
      must: 0.98,
      aim: 0.95,
      higherIsBetter: false,
    },
    {
      id: 'forecast-trips-mint-worst-level',
      ms,
      reference: 'bottom-up = 1',
      ratio: Math.max(...mint.map((error, level) => error / bottomUp[level])),
      must: 1.01,
      aim: 1,
      higherIsBetter: false,
    },
  ];
}

function loadTrips(): Trip[] | null {
  const packed = resolve(process.env.SALES_DATA ?? '../shared/data', 'forecast/trips-hier-dev.json.gz');
  if (!existsSync(packed)) return null;
  return (JSON.parse(gunzipSync(readFileSync(packed)).toString()) as { series: Trip[] }).series;
}

function crossedStructure(trips: readonly Trip[]): { structure: SummingStructure; levelOf: number[] } {
  const parts: number[][] = [];
  const levelOf: number[] = [];
  LEVELS.forEach((keyOf, level) => {
    const nodes = new Map<string, number[]>();
    trips.forEach((trip, place) => {
      const own = nodes.get(keyOf(trip));
      if (own) own.push(place);
      else nodes.set(keyOf(trip), [place]);
    });
    for (const own of nodes.values()) levelOf[parts.push(own) - 1] = level;
  });
  const first = parts.length;
  trips.forEach((_, place) => {
    levelOf[parts.push([place]) - 1] = LEVELS.length;
  });
  const structure = {
    count: parts.length,
    bottom: Uint32Array.from(trips, (_, place) => first + place),
    parts: parts.map((own) => Uint32Array.from(own)),
  };
  return { structure, levelOf };
}

/** Mean MASE of each level, scaled by what repeating the year before missed in the history. */
function levelErrors(
  values: readonly Float64Array[],
  { train, actual, levelOf }: { train: Float64Array[]; actual: Float64Array[]; levelOf: number[] },
): number[] {
  const sum = new Float64Array(LEVELS.length + 1);
  const nodes = new Float64Array(LEVELS.length + 1);
  values.forEach((own, node) => {
    const history = train[node];
    let scale = 0;
    for (let t = PERIOD; t < history.length; t++) scale += Math.abs(history[t] - history[t - PERIOD]);
    scale /= history.length - PERIOD;
    if (!(scale > 0)) return;
    const missed = own.reduce((all, value, h) => all + Math.abs(value - actual[node][h]), 0) / own.length;
    sum[levelOf[node]] += missed / scale;
    nodes[levelOf[node]]++;
  });
  return Array.from(sum, (all, level) => all / nodes[level]);
}

/** 1 + 20 + 500 + 5,000 nodes, 24 months, 48 errors each. */
function speedRow(): BenchRow {
  const random = createRandom(11);
  const parent = [-1];
  for (let i = 0; i < 20; i++) parent.push(0);
  for (let i = 0; i < 500; i++) parent.push(1 + (i % 20));
  for (let i = 0; i < 5000; i++) parent.push(21 + (i % 500));
  const structure = treeStructure(Int32Array.from(parent));
  const size = structure.parts.map((own) => own.length * 1000);
  const base = size.map((own) => Float64Array.from({ length: 24 }, () => own * (0.8 + 0.4 * random())));
  const common = Float64Array.from({ length: 48 }, () => random() - 0.5);
  const residuals = size.map((own) => common.map((miss) => (random() - 0.5 + miss) * Math.sqrt(own) * 9));
  const started = performance.now();
  reconcile(base, { structure, method: 'mintShrink', residuals });
  const ms = performance.now() - started;
  return {
    id: 'reconcile-5000-leaves',
    ms,
    reference: 'seconds, MinT-shrink, 24 months, one thread',
    ratio: ms / 1000,
    must: 10,
    aim: 3,
    higherIsBetter: false,
  };
}
