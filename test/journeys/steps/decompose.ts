import { expect } from 'vitest';
import { eventually } from '../support/eventually';
import type { SheetRow } from '../support/sheet';
import { wrongPeriods, wrongSums } from '../support/sums';
import type { Traveller } from '../support/traveller';

/** Ten thousand of the unit that the sheet opens with, written as people of the language write a hundred million. */
const SPOKEN = { 'zh-CN': { leaf: '30万', shown: 30, total: '1亿' }, en: { leaf: '300k', shown: 300, total: '100m' } };

/** More than the journey makes. */
const MOST_STEPS = 30;

/** Numbers typed at every level, holds, a refusal with names, a goal, another order of the rows; all of it undone, redone and reloaded. */
export async function decompose(traveller: Traveller): Promise<void> {
  const { page, t, sheet, language } = traveller;
  await sheet.ready();
  const [year] = await sheet.columns();
  const quarter = (await sheet.columns()).filter((id) => id.startsWith('q:'))[2];
  const month = (await sheet.columns()).filter((id) => id.startsWith('m:'))[8];
  const [first, second, third, fourth] = (await sheet.rows()).filter((row) => row.level === 1 && row.parent);
  const start = await sheet.exact('all', year);
  const before = await sheet.picture();

  // A year of a branch: its share moves in thousands of places, and what is left of the goal with it.
  await sheet.type(second.id, year, '+8%');
  expect(await movedLeaves(traveller)).toBeGreaterThan(500);
  await eventually(() => sheet.exact('all', year)).toBeGreaterThan(start ?? 0);
  await sheet.type('all', quarter, '+1%');
  expect(await movedLeaves(traveller)).toBeGreaterThan(500);

  // A cell without parts on screen, typed in every manner.
  const leaf = await openToLeaf(traveller, third);
  await sheet.type(leaf.id, month, SPOKEN[language].leaf);
  await eventually(() => sheet.exact(leaf.id, month)).toBe(SPOKEN[language].shown);
  await sheet.type(leaf.id, month, '+10%');
  await eventually(() => sheet.exact(leaf.id, month)).toBeCloseTo(SPOKEN[language].shown * 1.1, 6);
  await sheet.type(leaf.id, month, '=1200*1.1');
  await eventually(() => sheet.exact(leaf.id, month)).toBe(1320);
  await sheet.go(leaf.id, month);
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await page
    .locator('.pg-chip-issue')
    .filter({ hasText: t('issue.number/notUnderstood') })
    .waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => sheet.exact(leaf.id, month)).toBe(1320);

  await refuseWhatLocksForbid(traveller, { branch: fourth, year });
  await holdTotal(traveller, { branch: second, year });

  // A goal beside the rollup, at the total.
  await sheet.cell(first.id, year).click({ button: 'right' });
  await page.getByRole('menuitem', { name: t('plan.setGoal') }).click();
  await traveller.look('plan-edited');

  const swept = await sheet.sweep();
  expect(wrongSums(swept)).toEqual([]);
  expect(wrongPeriods(swept)).toEqual([]);
  await goBackAndForth(traveller, { before, year });
}

/** Every edit undone and redone by key; a reload in between changes nothing, holds and history included. */
async function goBackAndForth(
  traveller: Traveller,
  { before, year }: { before: Record<string, string>; year: string },
): Promise<void> {
  const { page, sheet, t } = traveller;
  const after = await sheet.picture();
  await traveller.saved();
  await page.reload();
  await sheet.ready();
  await eventually(sheet.picture).toEqual(after);
  await sheet.go('all', year);
  const shown = (picture: Record<string, string>) =>
    Object.fromEntries(Object.keys(before).map((cell) => [cell, picture[cell]]));
  let steps = 0;
  while (steps < MOST_STEPS && (await traveller.button(t('shell.undo')).count()) === 0) {
    await page.keyboard.press('Control+z');
    steps += 1;
    await traveller.saved();
    if (JSON.stringify(shown(await sheet.picture())) === JSON.stringify(before)) break;
  }
  expect(shown(await sheet.picture())).toEqual(before);
  expect(steps).toBeGreaterThan(9);
  for (let step = 0; step < steps; step++) await page.keyboard.press('Control+y');
  await eventually(sheet.picture).toEqual(after);
}

/** What the chip beside the explain line says of the last command. */
async function movedLeaves({ page, t }: Traveller): Promise<number> {
  const words = t('effect.moved', { n: 4_321 });
  const pattern = new RegExp(words.replace('4,321', '([\\d,]+)'));
  const text = await page.locator('.plan-effect').filter({ hasText: pattern }).innerText();
  return Number(pattern.exec(text)?.[1].replaceAll(',', ''));
}

/** Opens the first row of each level below a branch, by keys alone. */
async function openToLeaf({ page, sheet }: Traveller, branch: SheetRow): Promise<SheetRow> {
  await sheet.go(branch.id, 'name');
  for (let level = branch.level; level < 8; level++) {
    const at = (await sheet.active()).split(' ')[0];
    const row = (await sheet.rows()).find(({ id }) => id === at);
    if (!row) throw new RangeError(`lost at ${at}`);
    if (!row.parent) return row;
    if (!row.open) {
      await page.keyboard.press('ArrowRight');
      await page.locator(`.ag-row[row-id="${at}"][aria-expanded="true"]`).waitFor();
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new RangeError('no leaf in eight levels');
}

/** All but one of a branch locked by key: less than what is locked is refused with the names; the rest gives way; then released. */
async function refuseWhatLocksForbid(
  { page, t, sheet }: Traveller,
  { branch, year }: { branch: SheetRow; year: string },
): Promise<void> {
  const parts = (await sheet.rows()).filter(
    (row) => row.id.startsWith(`${branch.id}/`) && row.level === branch.level + 1,
  );
  const [free, ...held] = parts;
  for (const row of held) {
    await sheet.go(row.id, year);
    await page.keyboard.press('Alt+l');
    await page.locator(`.ag-row[row-id="${row.id}"] .pg-frozen[col-id="${year}"]`).waitFor();
  }
  await sheet.go(branch.id, year);
  await page.keyboard.type('1');
  const refusal = page.locator('.pg-chip-issue').filter({ hasText: t('issue.target/heldShortfall') });
  await refusal.waitFor();
  for (const row of held) expect(await refusal.innerText()).toContain(row.label);
  await page.keyboard.press('Escape');
  const kept = await sheet.exact(held[0].id, year);
  const whole = await sheet.exact(branch.id, year);
  await sheet.type(branch.id, year, '+5%');
  await eventually(() => sheet.exact(branch.id, year)).not.toBe(whole);
  await eventually(() => sheet.exact(held[0].id, year)).toBe(kept);
  await sheet.go(free.id, year);
  for (const row of held.slice(1)) {
    await sheet.go(row.id, year);
    await page.keyboard.press('Alt+l');
    await page.locator(`.ag-row[row-id="${row.id}"] .pg-frozen[col-id="${year}"]`).waitFor({ state: 'detached' });
  }
}

/** The total of a branch locked: a part typed under it is made up for by the others. */
async function holdTotal(
  { page, sheet }: Traveller,
  { branch, year }: { branch: SheetRow; year: string },
): Promise<void> {
  await sheet.go(branch.id, year);
  await page.keyboard.press('Alt+Shift+l');
  await page.locator(`.ag-row[row-id="${branch.id}"] .pg-held-total[col-id="${year}"]`).waitFor();
  const total = await sheet.exact(branch.id, year);
  const part = (await sheet.rows()).find((row) => row.id.startsWith(`${branch.id}/`));
  if (!part) throw new RangeError(`nothing below ${branch.id}`);
  const before = await sheet.exact(part.id, year);
  await sheet.type(part.id, year, '+10%');
  await eventually(() => sheet.exact(part.id, year)).not.toBe(before);
  await eventually(() => sheet.exact(branch.id, year)).toBe(total);
}
