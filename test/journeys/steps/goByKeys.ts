import { expect } from 'vitest';
import { eventually } from '../support/eventually';
import type { Traveller } from '../support/traveller';

/** More presses of Tab than any screen needs. */
const MOST_TABS = 80;

/** Sample, edit, lock, undo and export without touching the mouse; the focus can always be seen. */
export async function goByKeys(traveller: Traveller): Promise<void> {
  const { page, t, sheet } = traveller;
  await tabTo(traveller, t('start.sampleButton'));
  await page.keyboard.press('Enter');
  await traveller.arrived('home');
  await tabTo(traveller, t('page.plan'));
  await page.keyboard.press('Enter');
  await traveller.arrived('plan');
  await sheet.ready();
  for (let tab = 0; tab < MOST_TABS && (await sheet.active()).startsWith('undefined'); tab++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+Home');
  // The second seller: the sample locks the total of the first.
  for (const key of ['ArrowDown', 'ArrowDown', 'Control+ArrowRight']) await page.keyboard.press(key);
  const before = await sheet.picture();
  const here = await sheet.active();
  await page.keyboard.type('+10%');
  await page.keyboard.press('Control+Enter');
  await eventually(async () => (await sheet.picture())[here]).not.toBe(before[here]);
  await page.keyboard.press('Alt+l');
  await eventually(async () => (await sheet.picture())[here]).toContain('pg-frozen');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await eventually(sheet.picture).toEqual(before);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  expect(await sheet.active()).toBe(here);

  await page.keyboard.press('F6');
  await tabTo(traveller, t('shell.share'));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: t('action.exportWorkbook') }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
}

/** Presses Tab until the control with this name has the focus, which must then be drawn around it. */
async function tabTo({ page }: Traveller, name: string): Promise<void> {
  for (let tab = 0; tab < MOST_TABS; tab++) {
    const found = await page.evaluate(() => {
      const focused = document.activeElement;
      const style = focused && getComputedStyle(focused);
      const isDrawn = style !== null && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
      return { text: (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim(), isDrawn };
    });
    if (found.text === name) {
      expect(found.isDrawn, `focus on ${name}`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new RangeError(`${name} is not reached by Tab`);
}
