import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './support/page';
import { setOut } from './support/traveller';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Runs in the page: empties one table of the only workspace, as a failing disk does. */
function loseRows(table: string): Promise<void> {
  return new Promise((resolve, reject) => {
    void indexedDB.databases().then((all) => {
      const name = all.find((one) => one.name?.includes('v1/'))?.name ?? '';
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const writing = database.transaction(table, 'readwrite');
        writing.objectStore(table).clear();
        writing.oncomplete = () => {
          database.close();
          resolve();
        };
        writing.onabort = () => reject(writing.error);
      };
    });
  });
}

describe.each(['en', 'zh-CN'] as const)('a damaged workspace in %s', (language) => {
  test('says what happened, hands out what is left, and is deleted only by its typed name', async () => {
    const traveller = await setOut(browser, { language });
    const { page, t, button } = traveller;
    await button(t('start.sampleButton')).click();
    await traveller.arrived('home');
    await traveller.saved();
    const name = (await page.locator('.plan-menu__name').innerText()).trim();
    await page.goto('about:blank');
    await page.goto(`${traveller.url}#/start`);
    await button(t('start.sampleButton')).waitFor();
    await page.evaluate(loseRows, 'segments');

    // Another address first: a change of the hash alone opens the plan as well, and leads back to the start page.
    await page.goto('about:blank');
    await page.goto(`${traveller.url}#/plan`);
    const notice = page.getByRole('alert');
    await notice.getByText(t('start.unopenedTitle', { name })).waitFor();
    expect(await notice.innerText()).toContain(t('start.unopenedSafe'));
    await traveller.look('damaged');
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      notice.getByRole('button', { name: t('start.unopenedDownload') }).click(),
    ]);
    const left = JSON.parse(await readFile(await copy.path(), 'utf8')) as { tables: Record<string, unknown[]> };
    expect(left.tables.segments).toEqual([]);
    expect(left.tables.journal.length).toBeGreaterThan(2);

    await notice.getByRole('button', { name: t('start.unopenedRetry') }).click();
    await notice.waitFor();
    await notice.getByRole('button', { name: t('start.deleteNamed', { name }) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(name);
    await dialog.getByRole('button', { name: t('start.deleteConfirm') }).click();
    await notice.waitFor({ state: 'detached' });
    expect(
      await page.evaluate(async () => (await indexedDB.databases()).filter((d) => d.name?.includes('v1/'))),
    ).toEqual([]);
    await traveller.close();
  });
});
