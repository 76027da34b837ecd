import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { evaluateWorkbook } from '~/exchange/workbook/evaluateWorkbook';
import { readFormulas, type SheetFormulas } from '~/exchange/workbook/readFormulas';
import { findOffice, recalculate } from '../../recalculate.mjs';
import type { Traveller } from '../support/traveller';

/** Spreadsheet programs add up in floating point. */
const TOLERANCE = 0.005;

/** The workbook as a person downloads it: its formulas give what is on screen, in our evaluator and in LibreOffice. */
export async function exportWorkbook(traveller: Traveller): Promise<void> {
  const { page, t, sheet } = traveller;
  await sheet.ready();
  await page.getByRole('button', { name: t('shell.share') }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: t('action.exportWorkbook') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = new Uint8Array(await readFile(await download.path()));
  const check = await evaluateWorkbook(bytes);
  if (!check.ok) throw new Error(JSON.stringify(check.issues));
  expect(check.value.formulas).toBeGreaterThan(300);
  expect(check.value.differences).toEqual([]);

  const book = await planSheet(bytes);
  const unit = traveller.language === 'en' ? 1_000 : 10_000;
  const [year] = await sheet.columns();
  const numbers = [...book.values.values()].filter((value): value is number => typeof value === 'number');
  for (const row of (await sheet.rows()).filter(({ id }) => id !== 'unallocated')) {
    const shown = await sheet.exact(row.id, year);
    const wanted = Math.round((shown ?? 0) * unit * 100) / 100;
    expect(
      numbers.some((value) => Math.abs(value - wanted) < TOLERANCE),
      `${row.label} ${wanted}`,
    ).toBe(true);
  }
  const office = findOffice();
  if (!office) return console.log('no LibreOffice here: our own evaluator alone checks the workbook');
  const [again] = await recalculate(office, [bytes]);
  const recalculated = await planSheet(again);
  const differing = book.formulas.filter(({ address, cached }) => {
    const value = recalculated.values.get(address) ?? '';
    return typeof cached === 'number' && typeof value === 'number'
      ? Math.abs(cached - value) > TOLERANCE
      : (cached ?? '') !== value;
  });
  expect(differing).toEqual([]);
}

async function planSheet(bytes: Uint8Array): Promise<SheetFormulas> {
  const read = await readFormulas(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value[0];
}
