import {
  accumulate,
  buildView,
  createNodeSums,
  createRunningTotals,
  markStale,
  nodeRows,
  nodeTotals,
  readNode,
  rollup,
  updateAccumulator,
} from '~/engine/cube';
import { editTotal, revertEdit } from '~/engine/targets';
import type { BenchRow } from './benchRow';
import { BENCH_CELLS, BENCH_PERIODS, millionLeaves } from './millionLeaves';
import { naiveSpread } from './naiveSpread';

/** Views over 1,000,000 leaf values: opening another one, editing one node of sixty, taking a grand total edit back. */
export function runViewBench(options: { rounds?: number } = {}): BenchRow[] {
  const { rounds = 25 } = options;
  const { lines, levels, column } = millionLeaves();
  const main = buildView(lines, levels);
  const accumulator = accumulate(main, column);
  const sums = createNodeSums(accumulator);
  const row = createRunningTotals(BENCH_PERIODS);
  const periods = Array.from({ length: BENCH_PERIODS }, (_, p) => p);
  const spare = column.value.map((value) => new Float64Array(value.length));
  const cells = column.value.map(() => new Float64Array(BENCH_CELLS));
  const start = nodeTotals(accumulator, 0, periods).sum;
  const best = {
    naive: Number.POSITIVE_INFINITY,
    open: Number.POSITIVE_INFINITY,
    node: Number.POSITIVE_INFINITY,
    undo: Number.POSITIVE_INFINITY,
  };

  for (let round = 0; round < rounds + 5; round++) {
    const total = Math.round(start * (1 + 0.07 * Math.sin(round + 1)));
    const naive = timed(() => naiveSpread(column.value, spare, { total, cellStart: main.cellStart, cells }));
    const open = timed(() => accumulate(buildView(lines, [...levels].reverse()), column));

    const region = 1 + (round % main.childCount[0]);
    const before = nodeTotals(accumulator, region, periods).sum;
    const node = timed(() => {
      const edited = editTotal({
        lines,
        column,
        edit: { rows: nodeRows(main, region), periods },
        total: before + 1_234_567,
      });
      if (!edited.ok) throw new RangeError(`refused: ${edited.issues[0].code}`);
      updateAccumulator(accumulator, column, edited.value);
      markStale(sums, edited.value);
      // What a screen of sixty rows shows: the total and every region.
      for (let shown = 0; shown <= main.childCount[0]; shown++) readNode(sums, shown, row);
    });
    readNode(sums, region, row);
    if (row.sum[BENCH_PERIODS] !== before + 1_234_567) throw new RangeError('the node shows another sum');

    const shown = nodeTotals(accumulator, 0, periods).sum;
    const edited = editTotal({ lines, column, edit: { rows: nodeRows(main, 0), periods }, total });
    if (!edited.ok) throw new RangeError(`refused: ${edited.issues[0].code}`);
    updateAccumulator(accumulator, column, edited.value);
    const undo = timed(() => {
      updateAccumulator(accumulator, column, revertEdit(column, edited.value));
      rollup(accumulator);
    });
    sums.stale.fill(1);
    readNode(sums, 0, row);
    if (row.sum[BENCH_PERIODS] !== shown) throw new RangeError('undo shows another total');
    if (round < 5) continue;
    best.naive = Math.min(best.naive, naive);
    best.open = Math.min(best.open, open);
    best.node = Math.min(best.node, node);
    best.undo = Math.min(best.undo, undo);
  }
  const reference = `naive spread ${best.naive.toFixed(2)} ms`;
  const line = (id: string, ms: number, bounds: { must: number; aim: number }): BenchRow => ({
    id,
    ms,
    reference,
    ratio: ms / best.naive,
    ...bounds,
    higherIsBetter: false,
  });
  return [
    line('open-view-1m', best.open, { must: 12, aim: 5 }),
    line('edit-node-1m', best.node, { must: 0.25, aim: 0.1 }),
    line('undo-grand-total-1m', best.undo, { must: 2, aim: 1 }),
  ];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
