import {
  type ColumnData,
  createColumn,
  createLineTable,
  HELD,
  type LineTable,
  SPOKEN,
  type ViewLevel,
} from '~/engine/cube';
import { createRandom } from '~/engine/numeric';

export const BENCH_LINES = 83_334;
export const BENCH_CELLS = 1_366;
export const BENCH_PERIODS = 12;
const LINES = BENCH_LINES;
const CELLS = BENCH_CELLS;
const PERIODS = BENCH_PERIODS;
const CATEGORIES = 23;

/** 1,000,008 leaf values of which 5 % are held, under 16,392 visible totals: 60 regions × 23 products × 12 months. */
export function millionLeaves(): { lines: LineTable; levels: ViewLevel[]; column: ColumnData } {
  const cellAt = (i: number): number => Math.floor((i * CELLS) / LINES);
  const regions = Math.ceil(CELLS / CATEGORIES);
  const identity = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);
  const levels: ViewLevel[] = [
    { dimension: 'region', column: 0, ancestorOf: identity(regions) },
    { dimension: 'product', column: 1, ancestorOf: identity(CATEGORIES) },
  ];
  const created = createLineTable({
    dimensions: ['region', 'product', 'customer'],
    codes: [
      Uint32Array.from({ length: LINES }, (_, i) => Math.floor(cellAt(i) / CATEGORIES)),
      Uint32Array.from({ length: LINES }, (_, i) => cellAt(i) % CATEGORIES),
      identity(LINES),
    ],
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
  return { lines, levels, column };
}
