import { type ColumnData, createColumn, createLineTable, type LineTable, SPOKEN, type ViewLevel } from '~/engine/cube';
import { createRandom } from '~/engine/numeric';

/** Three dimensions; products 1–6 lie under categories 7 and 8, shown by `category`. */
export const identity = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);
export const REGION: ViewLevel = { dimension: 'region', column: 0, ancestorOf: identity(5) };
export const CATEGORY: ViewLevel = {
  dimension: 'product',
  column: 1,
  ancestorOf: Uint32Array.of(0, 7, 7, 7, 8, 8, 8, 7, 8),
};
export const PRODUCT: ViewLevel = { dimension: 'product', column: 1, ancestorOf: identity(9) };
export const SELLER: ViewLevel = { dimension: 'seller', column: 2, ancestorOf: identity(5) };
export const MAIN = [REGION, CATEGORY, PRODUCT];

export interface SamplePlan {
  lines: LineTable;
  column: ColumnData;
  periods: number[];
}

/** About 60 of the 4 × 6 × 4 tuples, in random input order, with random values, blanks and zeros. */
export function samplePlan(seed: number, options: { periods?: number; blanks?: number } = {}): SamplePlan {
  const { periods = 3, blanks = 0.1 } = options;
  const random = createRandom(seed);
  const tuples: [number, number, number][] = [];
  for (let r = 1; r <= 4; r++)
    for (let p = 1; p <= 6; p++) for (let s = 1; s <= 4; s++) if (random() < 0.6) tuples.push([r, p, s]);
  tuples.sort(() => random() - 0.5);
  const codes = [0, 1, 2].map((d) => Uint32Array.from(tuples, (tuple) => tuple[d]));
  const created = createLineTable({ dimensions: ['region', 'product', 'seller'], codes, order: MAIN });
  if (!created.ok) throw new RangeError('the sample repeats a line');
  const { lines } = created.value;
  const column = createColumn(lines.lineId.length, periods);
  for (let p = 0; p < periods; p++) {
    for (let i = 0; i < lines.count; i++) {
      if (random() < blanks) continue;
      column.value[p][i] = random() < 0.1 ? 0 : Math.floor(random() ** 3 * 100_000);
      column.state[p][i] = SPOKEN;
    }
  }
  return { lines, column, periods: Array.from({ length: periods }, (_, p) => p) };
}

/** A small plan of one dimension: a line per value, one period; null = blank. */
export function linePlan(values: (number | null)[]): SamplePlan {
  const n = values.length;
  const level: ViewLevel = { dimension: 'product', column: 0, ancestorOf: identity(n) };
  const created = createLineTable({ dimensions: ['product'], codes: [identity(n)], order: [level] });
  if (!created.ok) throw new RangeError('unreachable');
  const column = createColumn(n, 1);
  values.forEach((value, i) => {
    if (value === null) return;
    column.value[0][i] = value;
    column.state[0][i] = SPOKEN;
  });
  return { lines: created.value.lines, column, periods: [0] };
}

export const valuesOf = (plan: SamplePlan, period = 0): number[] =>
  Array.from(plan.column.value[period].subarray(0, plan.lines.count));
