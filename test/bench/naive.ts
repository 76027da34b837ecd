import type { BenchRow } from './benchRow';
import { BENCH_CELLS, BENCH_LINES, BENCH_PERIODS } from './millionLeaves';
import { naiveSpread } from './naiveSpread';

const ROUNDS = 25;

/** The yardstick itself, so that figures in ms stand beside it. */
export function runNaiveBench(): BenchRow {
  const reference = `the yardstick: minimum of ${ROUNDS} rounds over ${(BENCH_LINES * BENCH_PERIODS).toLocaleString('en')} leaf values`;
  return { id: 'naive-spread-1m', ms: naiveMs(), reference, ratio: 1, must: 1, aim: 1, higherIsBetter: false };
}

/** The naive spread of a million leaf values in this run, in ms. */
export function naiveMs(): number {
  const column = (): Float64Array[] =>
    Array.from({ length: BENCH_PERIODS }, () => new Float64Array(BENCH_LINES).fill(1_000));
  const [value, spare] = [column(), column()];
  const cells = value.map(() => new Float64Array(BENCH_CELLS));
  const cellStart = Uint32Array.from({ length: BENCH_CELLS + 1 }, (_, cell) =>
    Math.ceil((cell * BENCH_LINES) / BENCH_CELLS),
  );
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    naiveSpread(value, spare, { total: 1.1e9, cellStart, cells });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
