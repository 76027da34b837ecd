import { accumulate, buildView, nodeRows, nodeTotals, rollup, updateAccumulator } from '~/engine/cube';
import { editTotal } from '~/engine/targets';
import type { BenchRow } from './benchRow';
import { createDataFrame, editFrame, groupFrame } from './dataFrame';
import { BENCH_CELLS, BENCH_PERIODS, millionLeaves } from './millionLeaves';

const ROUNDS = 21;
const PEER_ROUNDS = 5;

/** The kernel beside a data frame package that is held for fast: the same million leaf values and visible totals. */
export function runPeersBench(): BenchRow[] {
  const { lines, levels, column } = millionLeaves();
  const view = buildView(lines, levels);
  const accumulator = accumulate(view, column);
  const periods = Array.from({ length: BENCH_PERIODS }, (_, p) => p);
  const start = nodeTotals(accumulator, 0, periods).sum;
  const totalOf = (round: number) => Math.round(start * (1 + 0.07 * Math.sin(round + 1)));

  const frame = createDataFrame(lines, column);
  const seen = [editFrame(frame, totalOf(0)), groupFrame(frame)];
  if (seen.some((groups) => groups !== BENCH_CELLS * BENCH_PERIODS)) throw new RangeError(`${seen} totals`);
  const peerEdit = fastest(PEER_ROUNDS, (round) => editFrame(frame, totalOf(round)));
  const peerGroup = fastest(PEER_ROUNDS, () => groupFrame(frame));

  const edit = fastest(ROUNDS, (round) => {
    const result = editTotal({ lines, column, edit: { rows: nodeRows(view, 0), periods }, total: totalOf(round) });
    if (!result.ok) throw new RangeError(`refused: ${result.issues[0].code}`);
    updateAccumulator(accumulator, column, result.value);
    rollup(accumulator);
  });
  const open = fastest(ROUNDS, () => rollup(accumulate(buildView(lines, [...levels].reverse()), column)));
  return [
    {
      id: 'edit-vs-arquero-1m',
      ms: edit,
      reference: `Arquero, neither exact nor with undo: ${peerEdit.toFixed(0)} ms`,
      ratio: peerEdit / edit,
      must: 10,
      aim: 30,
      higherIsBetter: true,
    },
    {
      id: 'open-view-vs-arquero-1m',
      ms: open,
      reference: `Arquero, group-by of the same cells: ${peerGroup.toFixed(0)} ms`,
      ratio: peerGroup / open,
      must: 5,
      aim: 15,
      higherIsBetter: true,
    },
  ];
}

function fastest(rounds: number, work: (round: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work(round);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
