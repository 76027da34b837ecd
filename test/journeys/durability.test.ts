import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { killLoop } from './support/killLoop';
import { openBrowser } from './support/page';
import { setOut, type Traveller } from './support/traveller';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The sample on the plan page, and an editable cell of it. */
async function onThePlan(): Promise<Traveller & { row: string; column: string }> {
  const traveller = await setOut(browser, { language: 'en' });
  const { page, t, button, sheet } = traveller;
  await button(t('start.sampleButton')).click();
  await traveller.arrived('home');
  await traveller.saved();
  await page.goto(`${traveller.url}#/plan`);
  await sheet.ready();
  const row = (await sheet.rows()).filter((one) => one.id.startsWith('region:') && one.level === 1).at(-1)?.id ?? '';
  const column = (await sheet.columns()).find((one) => one.startsWith('m:')) ?? '';
  return { ...traveller, row, column };
}

const shows = (traveller: Traveller, row: string, column: string, text: string) =>
  traveller.sheet.cell(row, column).locator('.pg-digits').getByText(text, { exact: true }).waitFor();

describe('what the sign calls saved', () => {
  test('is there after the browser was killed, six times over, and nothing is there by half', async () => {
    const report = await killLoop({ url: inject('appUrl'), kills: 6, seed: 4 });
    console.log(JSON.stringify({ ...report, saveMs: median(report.saveMs), openMs: median(report.openMs) }));
    expect(report.kills).toBe(6);
    expect(report.acknowledged).toBeGreaterThan(6);
    expect([report.lost, report.torn]).toEqual([[], []]);
  });

  test('waits on a full disk: not saved, a copy at hand, and all of it saved when there is room', async () => {
    const traveller = await onThePlan();
    const { page, t, sheet, row, column } = traveller;
    // The quota of the debugger lets small writes pass, so the store itself refuses, as a full disk does.
    const host = page.workers().find((worker) => worker.url().includes('entry'));
    await host?.evaluate(() => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
      Object.assign(self, {
        makeRoom: () => {
          IDBObjectStore.prototype.add = add;
        },
      });
    });
    for (const amount of [111_111, 222_222, 333_333]) {
      await sheet.type(row, column, String(amount));
      await shows(traveller, row, column, amount.toLocaleString('en-US'));
    }
    await page.getByText(t('shell.notSaved'), { exact: true }).waitFor();
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('.save-sign')
        .getByRole('button', { name: t('shell.downloadCopy') })
        .click(),
    ]);
    expect(copy.suggestedFilename()).toMatch(/^quotagrid-rescue-.*\.json$/);
    await host?.evaluate(() => (self as unknown as { makeRoom(): void }).makeRoom());
    await traveller.saved();
    await page.reload();
    await sheet.ready();
    await shows(traveller, row, column, '333,333');
    await sheet.go(row, column);
    await page.keyboard.press('Control+z');
    await shows(traveller, row, column, '222,222');
    await traveller.close();
  });

  test('comes back when the calculation died, and the next edit works', async () => {
    const traveller = await onThePlan();
    const { page, sheet, row, column, watch } = traveller;
    await sheet.type(row, column, '123456');
    await shows(traveller, row, column, '123,456');
    await traveller.saved();
    const host = page.workers().find((worker) => worker.url().includes('entry'));
    await host?.evaluate(() => {
      setTimeout(() => {
        throw new Error('injected');
      });
    });
    await expect
      .poll(() => page.workers().some((worker) => worker !== host && worker.url().includes('entry')))
      .toBe(true);
    await sheet.type(row, column, '654321');
    await shows(traveller, row, column, '654,321');
    await traveller.saved();
    await page.keyboard.press('Control+z');
    await shows(traveller, row, column, '123,456');
    expect(watch.errors.splice(0).every((error) => error.includes('injected'))).toBe(true);
    await traveller.close();
  });
});

const median = (values: number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
