import type { Browser } from 'playwright';
import type { VisitOptions } from './page';
import { readStore, type StoredPlan } from './store';
import { setOut, type Traveller } from './traveller';

/** Somebody on the plan page of the sample, and what the browser has stored of it. */
export interface Planner extends Traveller {
  press(...keys: string[]): Promise<void>;
  /** Waits until a cell shows a text. */
  shows(row: string, column: string, text: string): Promise<void>;
  /** The stored plan once everything is on the disk. */
  stored(): Promise<StoredPlan>;
  /** Puts a text on the clipboard, as a copy in another program does. */
  copyElsewhere(text: string): Promise<void>;
  /** What the clipboard holds now. */
  clipboard(): Promise<string>;
  /** Rows that have no part on screen and are locked by nobody: sellers of the last two regions. */
  free: string[];
  /** Columns of the months, from the first. */
  months: string[];
}

export async function onPlan(browser: Browser, options: VisitOptions): Promise<Planner> {
  const traveller = await setOut(browser, options);
  const { page, t, button, sheet, context, url } = traveller;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  await button(t('start.sampleButton')).click();
  await traveller.arrived('home');
  await traveller.saved();
  await traveller.to('plan');
  await sheet.ready();
  const rows = (await sheet.rows()).filter(({ id }) => /^region:\d+\/seller:\d+$/.test(id)).map(({ id }) => id);
  return {
    ...traveller,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    shows: (row, column, text) =>
      sheet.cell(row, column).locator('.pg-digits').getByText(text, { exact: true }).waitFor(),
    async stored() {
      await traveller.saved();
      return readStore(page);
    },
    copyElsewhere: (text) => page.evaluate((plain) => navigator.clipboard.writeText(plain), text),
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    free: rows.slice(-6),
    months: Array.from({ length: 12 }, (_, month) => `m:2026-${String(month + 1).padStart(2, '0')}`),
  };
}
