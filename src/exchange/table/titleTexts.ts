import { cellTextOf } from './gridCell';
import type { GridCell, SheetGrid } from './sheetGrid';

const FOOT = 8;
const MOST_LENGTH = 300;

const shortText = (cell: GridCell): string => cellTextOf(cell).slice(0, MOST_LENGTH);

/** The texts that stand around a table: what is above its header, its last lines where they are short, and the sheet's name. */
export function titleTexts({ rows, name }: SheetGrid, first: number): string[] {
  const above = rows.slice(0, first).flatMap((row) => row.map(shortText).filter((text) => text !== ''));
  const below = rows
    .slice(Math.max(first + 1, rows.length - FOOT))
    .map((row) => row.map(shortText).filter((text) => text !== ''))
    .filter((texts) => texts.length === 1)
    .map(([text]) => text)
    .filter((text) => /单位|單位|unit/i.test(text));
  return [...above, ...below, ...(name ? [name] : [])];
}
