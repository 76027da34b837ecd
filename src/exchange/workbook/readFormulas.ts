import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { cellAddress } from './cellAddress';

export type SheetValue = string | number | boolean | null;

export interface FormulaCell {
  address: string;
  formula: string;
  /** What the file says the formula gave; null when it says nothing. */
  cached: SheetValue;
}

export interface SheetFormulas {
  sheet: string;
  /** Values of all cells that are not empty, cached results included, by address. */
  values: Map<string, SheetValue>;
  formulas: FormulaCell[];
}

/**
 * All formulas of a workbook with their cached values, and the values they may refer to, sheet by sheet. A file that the
 * reader refuses is an issue. It unpacks without limits: bytes from outside go through the import's checks first.
 */
export async function readFormulas(bytes: Uint8Array): Promise<Result<SheetFormulas[]>> {
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const book = await readXlsx(bytes);
    return ok(
      book.sheets.map((sheet) => {
        const values = new Map<string, SheetValue>();
        sheet.rows.forEach((row, r) => {
          row.forEach((value, c) => {
            if (value !== null && value !== undefined) {
              values.set(cellAddress(c, r + 1), value instanceof Date ? value.getTime() : value);
            }
          });
        });
        const formulas: FormulaCell[] = [];
        for (const [key, { formula }] of sheet.cells ?? []) {
          if (formula === undefined) continue;
          const [row, column] = key.split(',').map(Number);
          const address = cellAddress(column, row + 1);
          formulas.push({ address, formula, cached: values.get(address) ?? null });
        }
        return { sheet: sheet.name, values, formulas };
      }),
    );
  } catch (error) {
    return fail(issue('workbook/unreadable', { reason: error instanceof Error ? error.message : String(error) }));
  }
}
