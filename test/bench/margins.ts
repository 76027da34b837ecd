import {
  accumulate,
  buildView,
  createColumn,
  createLineTable,
  HELD,
  nodeTotals,
  SPOKEN,
  updateAccumulator,
  type ViewLevel,
} from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { editMargins, type MarginsEdit } from '~/engine/targets';
import type { BenchRow } from './benchRow';
import { naiveSpread } from './naiveSpread';

const ROWS = 60;
const PERIODS = 12;
const LINES = 8_334;

/** Both margins of a 60 × 12 view over 100,000 leaf values, 5 % held, with the sums of the view kept up to date. */
export function runMarginsBench(options: { rounds?: number } = {}): BenchRow {
  const { rounds = 25 } = options;
  const identity = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);
  const levels: ViewLevel[] = [{ dimension: 'region', column: 0, ancestorOf: identity(ROWS) }];
  const created = createLineTable({
    dimensions: ['region', 'customer'],
    codes: [Uint32Array.from({ length: LINES }, (_, i) => Math.floor((i * ROWS) / LINES)), identity(LINES)],
    order: levels,
  });
  if (!created.ok) throw new RangeError('the made-up lines repeat');
  const { lines } = created.value;
  const column = createColumn(lines.count, PERIODS);
  const random = createRandom(7);
  for (let p = 0; p < PERIODS; p++) {
    for (let i = 0; i < LINES; i++) {
      column.value[p][i] = 1_000 + Math.floor(random() ** 4 * 2_000_000);
      column.state[p][i] = random() < 0.05 ? SPOKEN | HELD : SPOKEN;
    }
  }
  const view = buildView(lines, levels);
  const accumulator = accumulate(view, column);
  const spare = column.value.map((value) => new Float64Array(value.length));
  const cells = column.value.map(() => new Float64Array(ROWS));
  let naive = Number.POSITIVE_INFINITY;
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round++) {
    const naiveStart = performance.now();
    naiveSpread(column.value, spare, { total: 1e12 + round, cellStart: view.cellStart, cells });
    naive = Math.min(naive, performance.now() - naiveStart);
    const edit = nextMargins({ lines, column, view, accumulator }, random);
    const start = performance.now();
    const result = editMargins(edit);
    if (!result.ok) throw new RangeError(`refused: ${result.issues[0].code}`);
    updateAccumulator(accumulator, column, result.value);
    const ms = performance.now() - start;
    if (round >= 3) times.push(ms);
    edit.rows.forEach(({ total }, r) => {
      const periods = column.value.map((_, p) => p);
      if (nodeTotals(accumulator, view.firstLeaf + r, periods).sum !== total)
        throw new RangeError('a row is not exact');
    });
    edit.columns.forEach(({ periods, total }) => {
      if (nodeTotals(accumulator, 0, periods).sum !== total) throw new RangeError('a period is not exact');
    });
  }
  const ms = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return {
    id: 'both-margins-60x12-100k-ms',
    ms,
    reference: `naive spread ${naive.toFixed(2)} ms; the bound is in ms`,
    ratio: ms,
    must: 100,
    aim: 30,
    higherIsBetter: false,
  };
}

/** Row totals up and down by up to a tenth, period totals by another pattern with the same sum. */
function nextMargins(
  {
    lines,
    column,
    view,
    accumulator,
  }: Pick<MarginsEdit, 'lines' | 'column'> & {
    view: ReturnType<typeof buildView>;
    accumulator: ReturnType<typeof accumulate>;
  },
  random: () => number,
): MarginsEdit {
  const all = column.value.map((_, p) => p);
  const rows = Array.from({ length: view.cells }, (_, r) => ({
    rows: { first: view.cellStart[r], end: view.cellStart[r + 1] },
    total: Math.round(nodeTotals(accumulator, view.firstLeaf + r, all).sum * (0.95 + random() * 0.1)),
  }));
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const weights = all.map((p) => nodeTotals(accumulator, 0, [p]).sum * (0.95 + random() * 0.1));
  const size = weights.reduce((a, b) => a + b, 0);
  const columns = all.map((p) => ({ periods: [p], total: Math.floor((weights[p] * total) / size) }));
  columns[0].total += total - columns.reduce((sum, one) => sum + one.total, 0);
  return { lines, column, rows, columns };
}
