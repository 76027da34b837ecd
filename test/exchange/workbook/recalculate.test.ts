import { expect, it } from 'vitest';
import { type FiscalCalendar, ISO_WEEKS } from '~/domain/calendar';
import { readFormulas, type SheetFormulas } from '~/exchange/workbook/readFormulas';
import { writePlanWorkbook } from '~/exchange/workbook/writePlanWorkbook';
import { findOffice, recalculate } from '../../recalculate.mjs';
import { withWrongCaches } from './openWorkbook';
import { samplePlanSheet } from './samplePlanSheet';

const TOLERANCE = 0.005;
const FOUR_FOUR_FIVE: FiscalCalendar = {
  kind: 'pattern',
  pattern: '445',
  startMonth: 1,
  nameBy: 'end',
  weekRule: { weekday: 7, end: 'nearest' },
};
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
      samplePlanSheet({ fans: [2, 3], seed: 14, years: 2 }),
      samplePlanSheet({ fans: [2, 3], seed: 15, calendar: FOUR_FOUR_FIVE }),
      samplePlanSheet({ fans: [2], seed: 16, calendar: ISO_WEEKS, years: 3 }),
      { ...samplePlanSheet({ fans: [2, 3], seed: 17 }), sums: 'members' as const },
    ];
    const files = await Promise.all(plans.map(writePlanWorkbook));
    const wrong = withWrongCaches(files[0]);
    const results = await Promise.all((await recalculate(office, [...files, wrong])).map(planFormulas));
    const mended = results[files.length];
    const wanted = await Promise.all(files.map(planFormulas));
    for (const [i, given] of results.slice(0, files.length).entries()) {
      expect(given.formulas.length).toBe(wanted[i].formulas.length);
      expect(differing(wanted[i], given)).toEqual([]);
    }
    expect(differing(wanted[0], await planFormulas(wrong))).toHaveLength(wanted[0].formulas.length);
    expect(differing(wanted[0], mended)).toEqual([]);
  },
);
