import { createRandom } from '~/engine/numeric';
import { type SimulationInput, simulate } from '~/engine/simulation';
import type { BenchRow } from './benchRow';

const LEAVES = 5_000;
const SELLERS = 250;
const DRAWS = 10_000;

/** 10,000 years of 5,000 leaf values: 250 sellers in 10 regions, 20 products, three target lines, ten risks; the median of runs. */
export function runSimulationBench(options: { rounds?: number } = {}): BenchRow {
  const { rounds = 5 } = options;
  const input = madeUpYear();
  simulate({ ...input, draws: 500 });
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const made = simulate(input);
    times.push(performance.now() - start);
    if (made.total.length !== DRAWS) throw new RangeError('draws are missing');
  }
  times.sort((a, b) => a - b);
  const ms = times[times.length >> 1];
  return {
    id: 'simulation',
    ms,
    reference: 'seconds for 10,000 draws × 5,000 leaf values',
    ratio: ms / 1000,
    must: 3,
    aim: 0.5,
    higherIsBetter: false,
  };
}

function madeUpYear(): SimulationInput {
  const random = createRandom(11);
  const column = (make: (i: number) => number): Float64Array =>
    Float64Array.from({ length: LEAVES }, (_, i) => make(i));
  const middle = column(() => 100_000 + Math.floor(random() * 900_000));
  const sellerOf = (i: number): number => Math.floor((i * SELLERS) / LEAVES);
  // The whole, ten regions, then the sellers.
  const parent = Uint32Array.from({ length: 11 + SELLERS }, (_, n) => (n < 11 ? 0 : 1 + ((n - 11) % 10)));
  const expected = new Float64Array(parent.length);
  middle.forEach((amount, i) => {
    expected[11 + sellerOf(i)] += amount;
  });
  for (let n = parent.length - 1; n > 0; n -= 1) expected[parent[n]] += expected[n];
  return {
    leaves: {
      middle,
      down: column((i) => middle[i] * 0.25),
      up: column((i) => middle[i] * 0.35),
      certain: column((i) => middle[i] * 0.3),
      node: Uint32Array.from({ length: LEAVES }, (_, i) => 11 + sellerOf(i)),
      group: Uint32Array.from({ length: LEAVES }, (_, i) => sellerOf(i)),
      region: Uint32Array.from({ length: LEAVES }, (_, i) => sellerOf(i) % 10),
      product: Uint32Array.from({ length: LEAVES }, (_, i) => i % 20),
    },
    nodes: { parent, lines: [1.02, 0.9, 1.1].map((times) => expected.map((amount) => amount * times)) },
    groups: {
      target: expected.slice(11),
      cap: new Float64Array(SELLERS).fill(Number.POSITIVE_INFINITY),
      home: Uint32Array.from({ length: SELLERS }, (_, g) => 11 + g),
    },
    regions: 10,
    products: 20,
    common: 0.1,
    region: 0.05,
    product: 0.05,
    events: Array.from({ length: 10 }, (_, key) => ({
      key,
      chance: 0.3,
      low: -4e7,
      likely: -2e7,
      high: 0,
      leaves: Uint32Array.from({ length: 20 }, (_, i) => key * 20 + i),
      shares: new Float64Array(20).fill(1 / 20),
    })),
    draws: DRAWS,
    seed: 1,
  };
}
