import { describe, expect, it } from 'vitest';
import { evaluateWorkbook } from '~/exchange/workbook/evaluateWorkbook';
import type { PlanSheetModel } from '~/exchange/workbook/planSheetModel';
import { writePlanWorkbook } from '~/exchange/workbook/writePlanWorkbook';
import { PLAN_SHEET, withPart, withWrongCaches } from './openWorkbook';
import { samplePlanSheet } from './samplePlanSheet';

async function checked(bytes: Uint8Array) {
  const check = await evaluateWorkbook(bytes);
  if (!check.ok) throw new Error(JSON.stringify(check.issues));
  return check.value;
}

const SHAPES: [string, PlanSheetModel][] = [
  ['a single leaf', samplePlanSheet({ fans: [] })],
  ['two levels of yuan and fen', samplePlanSheet({ fans: [4, 12], seed: 1 })],
  ['five levels', samplePlanSheet({ fans: [3, 2, 4, 3], seed: 2 })],
  ['a year from April in yen', samplePlanSheet({ fans: [3, 5], seed: 3, startMonth: 4, minorUnit: 0 })],
  ['three decimals', samplePlanSheet({ fans: [3, 5], seed: 4, minorUnit: 3 })],
  ['no last year', samplePlanSheet({ fans: [3, 5], seed: 5, withLastYear: false })],
  ['300 separate nodes below one', samplePlanSheet({ fans: [300, 1], seed: 6 })],
];

describe('the cached values of a plan workbook', () => {
  it.each(SHAPES)('equal what the leaves give, all of them: %s', async (_, model) => {
    const check = await checked(await writePlanWorkbook(model));
    expect(check.differences).toEqual([]);
    expect(check.equal).toBe(check.formulas);
    // each row has four quarters and a year at least
    expect(check.formulas).toBeGreaterThanOrEqual(model.rows.length * 5);
  });

  it('are all found wrong when all are wrong', async () => {
    const model = samplePlanSheet({ fans: [4, 12], seed: 1 });
    const check = await checked(withWrongCaches(await writePlanWorkbook(model)));
    expect(check.equal).toBe(0);
    expect(check.differences).toHaveLength(check.formulas);
  });

  it('are found wrong when a single one is off by one fen', async () => {
    const bytes = await writePlanWorkbook(samplePlanSheet({ fans: [4, 12], seed: 1 }));
    const off = withPart(bytes, PLAN_SHEET, (xml) =>
      xml.replace(
        /(<c r="U6"[^>]*><f>[^<]*<\/f><v>)([^<]*)/,
        (_, head, value) => head + (Number(value) + 0.01).toFixed(2),
      ),
    );
    const { differences } = await checked(off);
    expect(differences.map(({ address }) => address)).toEqual(['U6']);
  });

  it('move with a leaf that was changed by hand, up to the top and the year', async () => {
    const bytes = await writePlanWorkbook(samplePlanSheet({ fans: [2, 2], seed: 1 }));
    const edited = withPart(bytes, PLAN_SHEET, (xml) => xml.replace(/(<c r="E8"[^>]*>)<v>[^<]*<\/v>/, '$1<v>1</v>'));
    const { differences } = await checked(edited);
    const moved = differences.map(({ address }) => address).filter((address) => !address.startsWith('W'));
    expect(moved).toEqual(['E6', 'H6', 'U6', 'E7', 'H7', 'U7', 'H8', 'U8']);
  });

  it('count as different when a formula is of a shape we never write', async () => {
    const bytes = await writePlanWorkbook(samplePlanSheet({ fans: [2], seed: 1 }));
    const foreign = withPart(bytes, PLAN_SHEET, (xml) => xml.replace(/<f>SUM\(E7:E8\)/, '<f>SUBTOTAL(9,E7:E8)'));
    const { differences } = await checked(foreign);
    expect(differences[0]).toMatchObject({ address: 'E6', formula: 'SUBTOTAL(9,E7:E8)' });
    expect(differences[0]).not.toHaveProperty('computed');
  });

  it('cannot be judged in a file that is no workbook, which is an issue and no exception', async () => {
    const check = await evaluateWorkbook(new TextEncoder().encode('name,value\r\na,1\r\n'));
    expect(check.ok ? [] : check.issues.map(({ code }) => code)).toEqual(['workbook/unreadable']);
  });
});
