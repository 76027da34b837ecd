import {
  accumulate,
  buildView,
  type ColumnData,
  createColumn,
  HELD,
  type LineTable,
  nodeRows,
  nodeTotals,
  rollup,
  SPOKEN,
  updateAccumulator,
  type View,
} from '~/engine/cube';
import { editTotal, type LeafEdit } from '~/engine/targets';
import type { BenchRow } from './benchRow';
import { BENCH_CELLS as CELLS, BENCH_LINES as LINES, millionLeaves, BENCH_PERIODS as PERIODS } from './millionLeaves';
import { naiveSpread } from './naiveSpread';
import { editTree, sumTree, type TreeNode } from './objectTree';

/** The allocation kernel at 1,000,000 leaf values. No clock but `performance`, so it runs in Node and in a page alike. */
export function runKernelBench(options: { rounds?: number; treeRounds?: number } = {}): BenchRow[] {
  const { rounds = 25, treeRounds = 3 } = options;
  const { lines, levels, column } = millionLeaves();
  const view = buildView(lines, levels);
  if (view.perm || view.cells !== CELLS) throw new RangeError(`${view.cells} cells, in view order: ${!view.perm}`);
  const accumulator = accumulate(view, column);
  const periods = Array.from({ length: PERIODS }, (_, p) => p);
  const start = nodeTotals(accumulator, 0, periods).sum;

  const spare = column.value.map((value) => new Float64Array(value.length));
  const cells = column.value.map(() => new Float64Array(CELLS));
  const undo: LeafEdit[] = [];
  let naive = Number.POSITIVE_INFINITY;
  let edited = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds + 5; round++) {
    const total = Math.round(start * (1 + 0.07 * Math.sin(round + 1)));
    const naiveStart = performance.now();
    naiveSpread(column.value, spare, { total, cellStart: view.cellStart, cells });
    const naiveMs = performance.now() - naiveStart;

    const editStart = performance.now();
    const result = editTotal({ lines, column, edit: { rows: nodeRows(view, 0), periods }, total });
    if (!result.ok) throw new RangeError(`refused: ${result.issues[0].code}`);
    updateAccumulator(accumulator, column, result.value);
    const sheet = rollup(accumulator);
    const editMs = performance.now() - editStart;

    undo.push(result.value);
    if (undo.length > 3) undo.shift();
    if (sheet.sum.subarray(0, PERIODS).reduce((a, b) => a + b, 0) !== total) throw new RangeError('not exact');
    if (round < 5) continue;
    naive = Math.min(naive, naiveMs);
    edited = Math.min(edited, editMs);
  }

  undo.length = 0;
  const equal = equalEdit({ lines, view, rounds });
  const tree = makeTree(lines, column);
  let treeMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < treeRounds; round++) {
    const treeStart = performance.now();
    const total = Math.round(start * (1 + 0.05 * Math.sin(round + 1)));
    editTree(tree, total);
    treeMs = Math.min(treeMs, performance.now() - treeStart);
    editTotal({ lines, column, edit: { rows: nodeRows(view, 0), periods }, total });
    if (!isSame(tree, lines, column)) throw new RangeError('the object tree and the kernel differ');
  }
  return [
    {
      id: 'edit-grand-total-1m',
      ms: edited,
      reference: `naive spread ${naive.toFixed(2)} ms`,
      ratio: edited / naive,
      must: 6.5,
      aim: 3.5,
      higherIsBetter: false,
    },
    {
      id: 'edit-vs-object-tree-1m',
      ms: edited,
      reference: `object tree ${treeMs.toFixed(0)} ms`,
      ratio: treeMs / edited,
      must: 50,
      aim: 150,
      higherIsBetter: true,
    },
    {
      id: 'edit-equal-1m',
      ms: equal,
      reference: `naive spread ${naive.toFixed(2)} ms`,
      ratio: equal / naive,
      must: 12,
      aim: 6,
      higherIsBetter: false,
    },
  ];
}

/** A plan whose leaves are all the same, the first case of a target without data: every remainder ties. */
function equalEdit({ lines, view, rounds }: { lines: LineTable; view: View; rounds: number }): number {
  const column = createColumn(lines.count, PERIODS);
  for (const state of column.state) state.fill(SPOKEN);
  const accumulator = accumulate(view, column);
  const periods = column.value.map((_, p) => p);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds + 5; round++) {
    for (const value of column.value) value.fill(1_000);
    const total = 1_000 * LINES * PERIODS + 7_919 * (round + 1);
    const start = performance.now();
    const result = editTotal({ lines, column, edit: { rows: nodeRows(view, 0), periods }, total });
    if (!result.ok) throw new RangeError(`refused: ${result.issues[0].code}`);
    updateAccumulator(accumulator, column, result.value);
    rollup(accumulator);
    if (round >= 5) best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Leaf by leaf: lines of the tree stand in the order of positions. */
function isSame(tree: TreeNode, lines: LineTable, column: ColumnData): boolean {
  const leafNodes = tree.children.flatMap((region) => region.children.flatMap((cell) => cell.children));
  return (
    leafNodes.length === lines.count &&
    leafNodes.every((node, i) => node.leaves.every((leaf, p) => leaf.value === column.value[p][i]))
  );
}

function makeTree(lines: LineTable, column: ColumnData): TreeNode {
  const node = (): TreeNode => ({ children: [], leaves: [], totals: new Array(PERIODS).fill(0) });
  const root = node();
  const regions = new Map<number, TreeNode>();
  const cells = new Map<number, TreeNode>();
  const child = (known: Map<number, TreeNode>, key: number, parent: TreeNode): TreeNode => {
    const found = known.get(key);
    if (found) return found;
    const made = node();
    known.set(key, made);
    parent.children.push(made);
    return made;
  };
  for (let i = 0; i < lines.count; i++) {
    const region = child(regions, lines.codes[0][i], root);
    const cell = child(cells, lines.codes[0][i] * 1000 + lines.codes[1][i], region);
    const line = node();
    cell.children.push(line);
    for (let p = 0; p < PERIODS; p++)
      line.leaves.push({ value: column.value[p][i], held: (column.state[p][i] & HELD) !== 0 });
  }
  sumTree(root);
  return root;
}
