import type { CellFix } from '~/domain/packView';

/** Cells as they are meant: what a person mended, by row or wherever a column says so. */
export interface CellFixer {
  readonly isEmpty: boolean;
  /** The mended cells of a row and the columns that were; the same array where nothing was. */
  mend(row: number, cells: string[]): { cells: string[]; fixed: string[] };
}

/** Later mends win; one cell by its row wins over its whole column. Columns that are not there are passed over. */
export function createFixer(fixes: readonly CellFix[], headers: readonly string[]): CellFixer {
  const byRow = new Map<number, Map<number, string>>();
  const byText = new Map<number, Map<string, string>>();
  for (const fix of fixes) {
    const column = headers.indexOf(fix.column);
    if (column < 0) continue;
    if ('row' in fix) byRow.set(fix.row, (byRow.get(fix.row) ?? new Map<number, string>()).set(column, fix.to));
    else {
      const table = byText.get(column) ?? new Map<string, string>();
      byText.set(column, table.set(fix.from.trim(), fix.to));
    }
  }
  return {
    isEmpty: byRow.size + byText.size === 0,
    mend(row, cells) {
      const own = byRow.get(row);
      let now = cells;
      const fixed: string[] = [];
      const set = (column: number, to: string): void => {
        if (now === cells) now = [...cells];
        now[column] = to;
        if (!fixed.includes(headers[column])) fixed.push(headers[column]);
      };
      for (const [column, table] of byText) {
        const to = table.get((cells[column] ?? '').trim());
        if (to !== undefined) set(column, to);
      }
      for (const [column, to] of own ?? []) set(column, to);
      return { cells: now, fixed };
    },
  };
}
