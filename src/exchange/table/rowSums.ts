import type { DetectedColumn, DroppedColumn } from './detectedTable';
import { totalWord } from './totalWords';

const LEAST_ROWS = 2;

/**
 * Why a column named 合计 or Total holds nothing of its own: in nearly every row it is the sum of at least two figures before
 * it. Null where the figures do not say so: then 合计 may well be the amount of the order.
 */
export function rowSums(
  column: DetectedColumn,
  all: readonly DetectedColumn[],
  at: number,
): DroppedColumn['reason'] | null {
  const word = totalWord(column.header.replace(/[(（].*$/, '').replace(/金额$|金額$/, ''));
  if (word === null || column.type === 'text' || column.sum === null) return null;
  const parts = all
    .slice(0, at)
    .filter(
      (part) =>
        part.sum !== null && (part.type === 'percent') === (column.type === 'percent') && part.unit === column.unit,
    );
  if (parts.length < 2) return null;
  let equal = 0;
  let rows = 0;
  for (let i = 0; i < column.values.length; i++) {
    const stated = column.values[i];
    if (stated === null || column.doubts[i] !== 0) continue;
    rows++;
    const sum = parts.reduce((total, part) => total + Number(part.values[i] ?? 0), 0);
    if (Math.abs(sum - Number(stated)) < 0.006 * parts.length) equal++;
  }
  return rows >= LEAST_ROWS && equal >= rows * 0.95 ? word.word : null;
}
