import { ok, type Result } from '~/domain/result';
import { evaluateSheet } from './evaluateSheet';
import { readFormulas, type SheetValue } from './readFormulas';

export interface FormulaDifference {
  sheet: string;
  address: string;
  formula: string;
  cached: SheetValue;
  /** Absent where the formula could not be worked out. */
  computed?: SheetValue;
}

export interface WorkbookCheck {
  formulas: number;
  /** Formulas whose cached value is what the leaves give. */
  equal: number;
  /** All others, formulas of unknown shape included. */
  differences: FormulaDifference[];
}

/**
 * Do the cached values of a workbook agree with its leaves? Works every formula out anew and compares at the 15 digits
 * a spreadsheet cell holds, without any tolerance in amounts. A workbook without formulas has 0 of 0 equal.
 */
export async function evaluateWorkbook(bytes: Uint8Array): Promise<Result<WorkbookCheck>> {
  const read = await readFormulas(bytes);
  if (!read.ok) return read;
  const check: WorkbookCheck = { formulas: 0, equal: 0, differences: [] };
  for (const sheet of read.value) {
    const results = evaluateSheet(sheet);
    for (const { address, formula, cached } of sheet.formulas) {
      const result = results.get(address);
      const computed = result && 'value' in result ? result.value : undefined;
      check.formulas++;
      if (computed !== undefined && isSameValue(cached, computed)) check.equal++;
      else
        check.differences.push({
          sheet: sheet.sheet,
          address,
          formula,
          cached,
          ...(computed === undefined ? {} : { computed }),
        });
    }
  }
  return ok(check);
}

/** An empty text and no value look the same in a cell; a number missing from the cache is a difference. */
function isSameValue(cached: SheetValue, computed: SheetValue): boolean {
  if (typeof cached === 'number' && typeof computed === 'number') {
    return Number(cached.toPrecision(15)) === Number(computed.toPrecision(15));
  }
  return (cached ?? '') === (computed ?? '');
}
