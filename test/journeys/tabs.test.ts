import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './support/page';
import { type Sheet, sheetOf } from './support/sheet';
import { setOut } from './support/traveller';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const shows = (sheet: Sheet, row: string, column: string, text: string) =>
  sheet.cell(row, column).locator('.pg-digits').getByText(text, { exact: true }).waitFor();

describe('two tabs on one workspace', () => {
  test('one writes, the other follows; writing goes over and back, and no edit is lost', async () => {
    const traveller = await setOut(browser, { language: 'en' });
    const { page: first, t, sheet, url, context } = traveller;
    await traveller.button(t('start.sampleButton')).click();
    await traveller.arrived('home');
    await traveller.saved();
    await first.goto(`${url}#/plan`);
    await sheet.ready();
    const row = (await sheet.rows()).filter((one) => one.id.startsWith('region:') && one.level === 1).at(-1)?.id ?? '';
    const column = (await sheet.columns()).find((one) => one.startsWith('m:')) ?? '';

    const second = await context.newPage();
    second.setDefaultTimeout(20_000);
    const other = sheetOf(second);
    await second.goto(`${url}#/plan`);
    await other.ready();
    await second.getByText(t('shell.readOnlyOtherTab')).waitFor();

    await sheet.type(row, column, '111111');
    await shows(sheet, row, column, '111,111');
    await shows(other, row, column, '111,111');

    await second.getByRole('button', { name: t('shell.takeOver') }).click();
    await first.getByText(t('shell.readOnlyOtherTab')).waitFor();
    await second.getByText(t('shell.readOnlyOtherTab')).waitFor({ state: 'detached' });
    await other.type(row, column, '222222');
    await shows(other, row, column, '222,222');
    await shows(sheet, row, column, '222,222');

    await first.getByRole('button', { name: t('shell.takeOver') }).click();
    await second.getByText(t('shell.readOnlyOtherTab')).waitFor();
    await sheet.type(row, column, '333333');
    await shows(other, row, column, '333,333');
    await traveller.saved();

    await first.close();
    await second.getByText(t('shell.readOnlyOtherTab')).waitFor({ state: 'detached' });
    for (const before of ['222,222', '111,111']) {
      await second.keyboard.press('Control+z');
      await shows(other, row, column, before);
    }
    await second.locator('.save-sign .tone-good').waitFor();
    expect(await second.getByText(t('shell.notSaved'), { exact: true }).count()).toBe(0);
    await traveller.close();
  });
});
