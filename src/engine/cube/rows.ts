/** Lines by physical position: a contiguous range (`end` outside it), or an ascending list. */
export type Rows = { first: number; end: number } | Uint32Array;

/** Leaf values: every one of these lines in every one of these periods. */
export interface Selection {
  rows: Rows;
  periods: number[];
}

export const isRange = (rows: Rows): rows is { first: number; end: number } => !(rows instanceof Uint32Array);

export const rowCount = (rows: Rows): number => (isRange(rows) ? Math.max(0, rows.end - rows.first) : rows.length);

/** The positions themselves, ascending. */
export function rowList(rows: Rows): Uint32Array {
  if (!isRange(rows)) return rows;
  const list = new Uint32Array(rowCount(rows));
  for (let i = 0; i < list.length; i++) list[i] = rows.first + i;
  return list;
}

/** A range where the positions are contiguous, else the list: contiguous rows are edited by streaming. */
export function packRows(list: Uint32Array): Rows {
  const n = list.length;
  if (n === 0) return { first: 0, end: 0 };
  return list[n - 1] - list[0] === n - 1 ? { first: list[0], end: list[n - 1] + 1 } : list;
}
