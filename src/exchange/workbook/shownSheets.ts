import type { SheetGrid } from '../table/sheetGrid';

/**
 * Reads the sheets that people see. Where none of them has anything, those whose tab is hidden; those that only a program
 * can show, never. Asked for one by name, that one alone, hidden or not. Empty sheets are left out.
 */
export async function shownSheets<S extends { name: string; state: 'visible' | 'hidden' | 'veryHidden' }>(
  sheets: readonly S[],
  only: string | null,
  read: (sheet: S) => Promise<SheetGrid | null>,
): Promise<SheetGrid[]> {
  for (const state of ['visible', 'hidden'] as const) {
    const grids: SheetGrid[] = [];
    for (const sheet of sheets) {
      const isWanted = only === null ? sheet.state === state : sheet.name === only && sheet.state !== 'veryHidden';
      const grid = isWanted ? await read(sheet) : null;
      if (grid) grids.push(grid);
    }
    if (grids.length > 0 || only !== null) return grids;
  }
  return [];
}
