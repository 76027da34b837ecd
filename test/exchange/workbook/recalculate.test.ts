import { expect, it } from 'vitest';
import { readFormulas, type SheetFormulas } from '~/exchange/workbook/readFormulas';
import { writePlanWorkbook } from '~/exchange/workbook/writePlanWorkbook';
import { findOffice, recalculate } from '../../recalculate.mjs';
import { withWrongCaches } from './openWorkbook';
import { samplePlanSheet } from './samplePlanSheet';

const TOLERANCE = 0.005;
const office = findOffice();
if (!office) console.log('no LibreOffice here: our own evaluator alone checks the workbook');

async function planFormulas(bytes: Uint8Array): Promise<SheetFormulas> {
  const read = await readFormulas(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value[0];
}

/** Addresses at which the second file says something else than the first. */
function differing(wanted: SheetFormulas, given: SheetFormulas): string[] {
  return wanted.formulas
    .filter(({ address, cached }) => {
      const value = given.values.get(address) ?? '';
      return typeof cached === 'number' && typeof value === 'number'
        ? Math.abs(cached - value) > TOLERANCE
        : (cached ?? '') !== value;
    })
    .map(({ address }) => address);
}

it.skipIf(!office)(
  'LibreOffice works out every cell as we cached it, and mends a file in which all caches are wrong',
  { timeout: 180_000 },
  async () => {
    if (!office) return;
    const plans = [
      samplePlanSheet({ fans: [4, 6, 5], seed: 11 }),
      samplePlanSheet({ fans: [300, 1], seed: 12, startMonth: 7 }),
      samplePlanSheet({ fans: [3, 4], seed: 13, minorUnit: 0, withLastYear: false }),
    ];
    const files = await Promise.all(plans.map(writePlanWorkbook));
    const wrong = withWrongCaches(files[0]);
    const [first, second, third, mended] = await Promise.all(
      (await recalculate(office, [...files, wrong])).map(planFormulas),
    );
    const wanted = await Promise.all(files.map(planFormulas));
    for (const [i, given] of [first, second, third].entries()) {
      expect(given.formulas.length).toBe(wanted[i].formulas.length);
      expect(differing(wanted[i], given)).toEqual([]);
    }
    expect(differing(wanted[0], await planFormulas(wrong))).toHaveLength(wanted[0].formulas.length);
    expect(differing(wanted[0], mended)).toEqual([]);
  },
);
