import { isRange, packRows, type Rows, rowCount, rowList, type Selection } from './rows';

/** The lines that are in both. */
export function commonRows(a: Rows, b: Rows): Rows {
  if (isRange(a) && isRange(b)) {
    const first = Math.max(a.first, b.first);
    return { first, end: Math.max(first, Math.min(a.end, b.end)) };
  }
  if (isRange(a)) return packRows(rowList(b).filter((row) => row >= a.first && row < a.end));
  if (isRange(b)) return commonRows(b, a);
  let j = 0;
  return packRows(
    a.filter((row) => {
      while (j < b.length && b[j] < row) j++;
      return b[j] === row;
    }),
  );
}

/** The lines that are in either. */
export function unionRows(a: Rows, b: Rows): Rows {
  if (rowCount(a) === 0) return b;
  if (rowCount(b) === 0) return a;
  if (isRange(a) && isRange(b) && a.first <= b.end && b.first <= a.end)
    return { first: Math.min(a.first, b.first), end: Math.max(a.end, b.end) };
  return packRows(Uint32Array.from(new Set([...rowList(a), ...rowList(b)])).sort());
}

/** How many leaf values two selections share. */
export function overlap(a: Selection, b: Selection): number {
  const periods = a.periods.filter((period) => b.periods.includes(period)).length;
  return periods === 0 ? 0 : periods * rowCount(commonRows(a.rows, b.rows));
}

/** How many leaf values a selection has. */
export const selectionSize = ({ rows, periods }: Selection): number => rowCount(rows) * periods.length;
