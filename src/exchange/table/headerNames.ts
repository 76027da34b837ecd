import { type DistinctHeaders, distinctHeaders } from '../csv/distinctHeaders';
import { cellTextOf } from './gridCell';
import type { HeaderPlace } from './headerRows';
import { unitNamed } from './headerUnit';
import type { GridCell, SheetGrid } from './sheetGrid';

/**
 * The names of all columns: lines of a header joined from the top, merged cells and groups written once standing for every
 * column under them, a line of units in brackets. Made distinct; a column without a name is "#3".
 */
export function headerNames(
  { rows, merges }: SheetGrid,
  { first, count }: HeaderPlace,
  width: number,
): DistinctHeaders & { raw: string[] } {
  const lines = Array.from({ length: count }, (_, level) =>
    Array.from({ length: width }, (_, c) => nameOf(rows[first + level]?.[c])),
  );
  for (const merge of merges) {
    if (merge.row + merge.rows <= first || merge.row >= first + count) continue;
    const text = nameOf(rows[merge.row]?.[merge.column]);
    for (let r = Math.max(merge.row, first); r < Math.min(merge.row + merge.rows, first + count); r++) {
      for (let c = merge.column; c < Math.min(merge.column + merge.columns, width); c++) lines[r - first][c] = text;
    }
  }
  for (let level = 0; level < count - 1; level++) fillGroups(lines[level], lines.slice(level + 1));
  const raw = Array.from({ length: width }, (_, c) => joined(lines.map((line) => line[c])));
  return { ...distinctHeaders(raw), raw };
}

/** No column has a longer name; what does is a text that ran together. */
const MOST_LENGTH = 200;

const nameOf = (cell: GridCell | undefined): string => cellTextOf(cell).slice(0, MOST_LENGTH).replace(/\s+/g, ' ');

/** A group is written once, over its first column: it goes on to the right as long as the lines below have names. */
function fillGroups(line: string[], below: readonly string[][]): void {
  const isNamed = (c: number): boolean => below.some((lower) => lower[c] !== '');
  let group = '';
  for (let c = 0; c < line.length; c++) {
    if (line[c] !== '') group = isNamed(c) ? line[c] : '';
    else if (group !== '' && isNamed(c)) line[c] = group;
    else group = '';
  }
}

function joined(levels: readonly string[]): string {
  const names: string[] = [];
  let unit = '';
  for (const [level, name] of levels.entries()) {
    if (name === '' || names.includes(name)) continue;
    // A line of units under the names.
    if (level > 0 && names.length > 0 && unitNamed(name) !== null) unit = name;
    else names.push(name);
  }
  return names.join(' ') + (unit === '' ? '' : ` (${unit})`);
}
