import { expect } from 'vitest';
import { eventually } from '../support/eventually';
import { numbered } from '../support/numbered';
import type { SalesCase } from '../support/salesFiles';
import { wrongPeriods, wrongSums } from '../support/sums';
import type { Traveller } from '../support/traveller';

/** A target as typed, and what the total must be in full currency units; null = whatever the base gives. */
export interface TypedTarget {
  typed: string;
  amount: number | null;
}

/** From files to a plan: columns recognised, names mended, imported, taken back, imported again, and a year laid out. */
export async function importToPlan(
  traveller: Traveller,
  { orders, target }: { orders: SalesCase; target: TypedTarget },
): Promise<void> {
  const { page, t, button } = traveller;
  await button(t('start.importButton')).click();
  await traveller.arrived('import');
  await traveller.look('import');
  await page.locator('input[type=file]').setInputFiles(orders.files);
  const go = button(numbered(t, 'import.importRows'));
  await go.waitFor();
  if (orders.unmatched) {
    const { rows, means } = orders.unmatched;
    await page.getByText(t('import.unmatched', { n: 1, rows })).waitFor();
    await traveller.look('import-unmatched');
    await button(t('import.sameAs', { name: means })).click();
    await page.getByText(t('import.aliases')).waitFor();
    await go.waitFor();
  }
  await eventually(() => page.getByText(t('import.unmatchedHow')).count()).toBe(0);
  await page.locator('[data-place=all]').click();
  const whole = page.getByRole('table', { name: t('pack.dryRun') });
  await eventually(() => whole.innerText()).toContain(inFull(orders.amount));
  expect(await whole.innerText()).toContain(orders.kept.toLocaleString('en-US'));
  await traveller.look('import-check');

  await go.click();
  await page.getByRole('heading', { name: numbered(t, 'import.done') }).waitFor();
  await traveller.look('import-done');
  await button(t('import.undo')).click();
  await page.getByText(t('import.undone')).waitFor();
  await page.keyboard.press('Control+y');
  await traveller.saved();
  await traveller.to('sources');
  await page.getByRole('main').getByText(orders.kept.toLocaleString('en-US')).first().waitFor();
  await traveller.look('sources');

  await page.goto(`${traveller.url}#/wizard`);
  await layOut(traveller, { orders, target });
}

/** The wizard: what is known of the base, how big the plan gets, the target; then a sheet that adds up to it. */
async function layOut(
  traveller: Traveller,
  { orders, target }: { orders: SalesCase; target: TypedTarget },
): Promise<void> {
  const { page, t, button, sheet } = traveller;
  await page.getByRole('complementary', { name: t('wizard.grain') }).waitFor();
  const side = await page.getByRole('complementary', { name: t('wizard.grain') }).innerText();
  expect(side).toContain(t('wizard.density'));
  expect(side).toMatch(/\d+(\.\d+)?%/);
  const bases = await page.getByRole('radiogroup', { name: t('wizard.base') }).innerText();
  if (orders.knownMonths < 12)
    expect(bases).toContain(t('wizard.baseKnown', { known: orders.knownMonths, estimate: '' }).slice(0, 12));
  const field = page.getByRole('textbox', { name: t('wizard.target') });
  await field.fill('as much as we can');
  await page.getByText(t('issue.number/notUnderstood')).first().waitFor();
  expect(await button(t('wizard.create')).getAttribute('aria-disabled')).toBe('true');
  await field.fill(target.typed);
  await eventually(() => button(t('wizard.create')).getAttribute('aria-disabled')).toBe(null);
  await traveller.look('wizard');
  await button(t('wizard.create')).click();
  await traveller.arrived('plan');
  await sheet.ready();
  await traveller.saved();
  await traveller.look('plan-imported');
  const [year] = await sheet.columns();
  if (target.amount !== null) {
    const unit = traveller.language === 'en' ? 1_000 : 10_000;
    await eventually(() => sheet.exact('all', year)).toBe(target.amount / unit);
  }
  await page.getByRole('radio', { name: t('plan.year'), exact: true }).check();
  const swept = await sheet.sweep();
  expect(wrongSums(swept)).toEqual([]);
  expect(wrongPeriods(swept)).toEqual([]);
}

const inFull = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
