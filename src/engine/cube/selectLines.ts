import type { CodeArray, LineTable } from './lineTable';
import { packRows, type Rows } from './rows';

/** A condition on one dimension: `under` by leaf code, 1 = inside. Codes beyond its end are outside. */
export interface LineFilter {
  column: number;
  under: Uint8Array;
}

/** The lines that meet all filters, as a range where they are contiguous. No filter selects all lines. */
export function selectLines(lines: LineTable, filters: LineFilter[]): Rows {
  if (filters.length === 0) return { first: 0, end: lines.count };
  const inside = new Uint8Array(lines.count).fill(1);
  for (const { column, under } of filters) keepUnder(inside, lines.codes[column], under);
  let count = 0;
  for (let i = 0; i < inside.length; i++) count += inside[i];
  const list = new Uint32Array(count);
  for (let i = 0, n = 0; n < count; i++) if (inside[i] === 1) list[n++] = i;
  return packRows(list);
}

function keepUnder(inside: Uint8Array, codes: CodeArray, under: Uint8Array): void {
  const known = under.length;
  for (let i = 0; i < inside.length; i++) {
    const code = codes[i];
    inside[i] &= code < known ? under[code] : 0;
  }
}
