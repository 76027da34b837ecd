import { type Issue, issue } from '~/domain/issue';
import type { DroppedRow } from '~/domain/packView';
import { cellNumber } from './cellNumber';
import type { DetectedColumn } from './detectedTable';
import { cellTextOf } from './gridCell';
import type { SheetGrid } from './sheetGrid';

const LEAST_BLOCK = 2;

/**
 * Rows that name nobody and whose figures are, each of them, the sum of the rows since the last such row or of all rows: totals
 * that nobody labelled. A row without names whose figures are no such sum stays.
 */
export function unlabelledTotals(columns: readonly DetectedColumn[]): { at: number; reason: 'subtotal' | 'total' }[] {
  const figures = columns.filter((column) => column.sum !== null && column.type !== 'percent');
  const others = columns.filter((column) => column.sum === null);
  const rows = columns[0]?.values.length ?? 0;
  if (figures.length === 0 || others.length === 0 || rows < 3) return [];
  const block = new Float64Array(figures.length);
  const whole = new Float64Array(figures.length);
  let size = 0;
  let all = 0;
  const found: { at: number; reason: 'subtotal' | 'total' }[] = [];
  for (let i = 0; i < rows; i++) {
    const named = others.filter((column) => column.values[i] !== null).length;
    // One name among many columns is a label in a language we do not know.
    const nameless = named === 0 || (named === 1 && others.length >= 3);
    const stated = nameless ? figures.filter((column) => column.values[i] !== null && column.doubts[i] === 0) : [];
    const isSum = (sums: Float64Array, least: number, count: number): boolean =>
      count >= least &&
      stated.every(
        (column) => Math.abs(Number(column.values[i]) - sums[figures.indexOf(column)]) < 0.006 + 1e-9 * count,
      );
    if (stated.length > 0 && stated.some((column) => Number(column.values[i]) !== 0)) {
      const reason =
        isSum(block, LEAST_BLOCK, size) && size < all ? 'subtotal' : isSum(whole, LEAST_BLOCK, all) ? 'total' : null;
      if (reason) {
        found.push({ at: i, reason });
        block.fill(0);
        size = 0;
        continue;
      }
    }
    for (let f = 0; f < figures.length; f++) {
      const value = figures[f].doubts[i] === 0 ? Number(figures[f].values[i] ?? 0) : 0;
      block[f] += value;
      whole[f] += value;
    }
    size++;
    all++;
  }
  // What is followed by more rows is a total of a part.
  return found.map((row, n) => (row.reason === 'total' && n < found.length - 1 ? { ...row, reason: 'subtotal' } : row));
}

export interface CheckTotalsOptions {
  grid: SheetGrid;
  numberOf(index: number): number;
  from: number;
  dropped: readonly DroppedRow[];
  columns: readonly DetectedColumn[];
}

/** Says where a grand total that was left out differs from the sum of the rows that stay: a row is missing, or one is too many. */
export function checkTotals({ grid, numberOf, from, dropped, columns }: CheckTotalsOptions): Issue[] {
  const totals = dropped.filter((row) => row.reason === 'total');
  // One grand total only: several are totals of parts by another name.
  if (totals.length !== 1) return [];
  const [{ row }] = totals;
  let at = from;
  while (at < grid.rows.length && numberOf(at) !== row) at++;
  const issues: Issue[] = [];
  for (const column of columns) {
    if (column.sum === null || column.type === 'percent' || column.decimalMark === null) continue;
    const cell = grid.rows[at]?.[column.source] ?? null;
    if (cellTextOf(cell) === '') continue;
    const stated = cellNumber(cell, column.decimalMark, Math.round(Math.log10(column.unit)));
    if (stated === null || Math.abs(Number(stated) - Number(column.sum)) < 0.006 * column.unit) continue;
    issues.push(
      issue('import/totalDiffers', { column: column.header, stated, sum: column.sum }, { row, column: column.header }),
    );
  }
  return issues;
}
