import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFindings } from './support/axe';
import { openBrowser, openVisit } from './support/page';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LOOKS = [
  {
    language: 'zh-CN',
    theme: 'light',
    sample: /打开示例/,
    words: { row: 'cyrhy', label: '车用润滑油', theme: '深色外观', member: 'wangfang' },
    found: '第 1 项，共',
    view: '重点视图',
    saveAs: /另存为/,
    changed: '（有改动）',
  },
  {
    language: 'en',
    theme: 'dark',
    sample: /Open .*sample/i,
    words: { row: 'automotive', label: 'Automotive oil', theme: 'Theme: light', member: 'omar' },
    found: '1 of',
    view: 'Focus',
    saveAs: /Save as a new view/,
    changed: '(changed)',
  },
] as const;

const cell = (page: Page, row: string, column: string) =>
  page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`).first();
const activeRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[row-id]')?.getAttribute('row-id') ?? null);

describe.each(LOOKS)('somebody who looks for things in $language', (look) => {
  test('finds rows, members and deeds by keys, keeps notes and views', async () => {
    const { language, theme, words } = look;
    const visit = await openVisit(browser, { language, theme });
    const { page } = visit;
    await page.getByRole('button', { name: look.sample }).first().click();
    await page.waitForURL(/#\/home/);
    await page.goto(`${visit.url}#/plan`);
    await page.locator('.ag-row .pg-digits:not(:empty)').first().waitFor();
    await cell(page, 'region:1', 'lastYear').click();

    // A row under closed parents, by pinyin where names are Chinese; its parents open, n of m is right.
    await page.keyboard.press('Control+f');
    await page.locator('.find-bar__input').fill(words.row);
    await page.locator('.find-bar__state:not(:empty)').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.find-bar__state').innerText()).toContain(look.found);
    await expect.poll(() => page.locator('.find-bar__path').innerText()).toContain(words.label);
    await page.keyboard.press('Shift+Enter');
    expect(await page.locator('.find-bar__input').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await activeRow(page)).toMatch(/^region:\d+\/seller:\d+\/product:\d+$/);

    // A cell that takes no entry says why, where one points at it and where one stands in it.
    const why = await page.locator('.plan-explain__hint').innerText();
    await page.locator(`.ag-row[row-id="${await activeRow(page)}"] [col-id="lastYear"]`).hover();
    expect(
      await page.locator(`.ag-row[row-id="${await activeRow(page)}"] [col-id="lastYear"]`).getAttribute('title'),
    ).toBe(why);

    // A note, its corner and its list.
    await cell(page, 'region:1', 'q:2026-Q1').click();
    await page.keyboard.press('Shift+F2');
    await page.locator('.note-editor__text').fill('3/31: 10%');
    await page.keyboard.press('Control+Enter');
    await page.locator('.ag-row[row-id="region:1"] [col-id="q:2026-Q1"].pg-note').waitFor();
    expect(await activeRow(page)).toBe('region:1');
    await page.keyboard.press('Control+Home');
    await page.goto(`${visit.url}#/plan?side=notes`);
    await page.locator('.note-list__go', { hasText: '3/31: 10%' }).click();
    await expect.poll(() => activeRow(page)).toBe('region:1');
    expect(await seriousFindings(page)).toEqual([]);

    // A member by name from anywhere; a deed by a few letters.
    await page.keyboard.press('Control+k');
    await page.locator('.palette__input').fill(words.member);
    await page.locator('.palette__entry').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => activeRow(page)).toMatch(/seller:\d+$/);
    await page.keyboard.press('Control+Shift+P');
    await page.locator('.palette__input').fill(words.theme);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.theme))
      .toBe(theme === 'light' ? 'dark' : 'light');

    // A view under a name comes back by its link.
    await page.getByRole('radio').nth(1).check({ force: true });
    await page.locator('.plan-toolbar button').last().click();
    await page.getByRole('menuitem', { name: look.saveAs }).click();
    await page.locator('.dialog input:focus').waitFor();
    await page.keyboard.type(look.view);
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=/);
    const link = page.url();
    await page.getByRole('radio').nth(2).check({ force: true });
    await expect.poll(() => page.locator('.plan-toolbar').innerText()).toContain(look.changed);
    await page.goto(`${visit.url}#/home`);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('quotagrid.planView')) localStorage.removeItem(key);
    });
    await page.goto(link);
    await expect.poll(() => page.locator('.plan-toolbar').innerText()).toContain(look.view);
    await expect.poll(() => page.getByRole('radio').nth(1).isChecked()).toBe(true);

    // The list of keys.
    await page.keyboard.press('F1');
    await page.locator('.keys__line').first().waitFor();
    expect(await page.locator('.keys__line').count()).toBeGreaterThan(35);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await visit.close();
  });
});
