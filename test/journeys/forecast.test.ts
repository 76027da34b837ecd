import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually';
import { openBrowser } from './support/page';
import { setOut, type Traveller } from './support/traveller';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The other language in the other light was walked by hand: a second walk here would cost half a minute. */
describe('the forecast of the sample, in zh-CN', () => {
  let traveller: Traveller;
  beforeAll(async () => {
    traveller = await setOut(browser, { language: 'zh-CN', theme: 'dark' });
    await traveller.button(traveller.t('start.sampleButton')).click();
    await traveller.arrived('home');
    await traveller.saved();
  });
  afterAll(() => traveller.close());

  const main = () => traveller.page.getByRole('main');
  const dialog = () => traveller.page.getByRole('dialog');

  test('a month that looks unusual is left out by a word, and stands among the marks', async () => {
    const { page, t, url } = traveller;
    await page.goto(`${url}#/forecast?tab=events`);
    const proposals = main().locator('tbody input[type="checkbox"]');
    await proposals.first().waitFor();
    const before = await proposals.count();
    await traveller.look('forecast-events');
    await main()
      .getByRole('button', { name: new RegExp(`^${t('event.leaveOut')} `) })
      .first()
      .click();
    await main()
      .getByRole('heading', { name: t('event.marked', { n: 1 }) })
      .waitFor();
    await eventually(() => proposals.count()).toBeLessThan(before);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Control+z');
    await main()
      .getByRole('heading', { name: t('event.markedNone') })
      .waitFor();
  });

  test('a number set by hand stands beside the model with its reason, and moves the final year alone', async () => {
    const { page, t, button } = traveller;
    await traveller.page.goto(`${traveller.url}#/forecast`);
    const final = main().locator('#forecast-final');
    await final.waitFor();
    await traveller.look('forecast-node');
    const [before, model] = [await final.innerText(), await main().locator('.section h2').first().innerText()];
    await button(t('forecast.overrideOpen')).click();
    await dialog().waitFor();
    expect(await button(t('forecast.overrideSave')).getAttribute('aria-disabled')).toBe('true');
    await dialog().getByLabel(t('forecast.overrideAmount'), { exact: true }).fill('2,000');
    await dialog().getByLabel(t('forecast.overrideWhy'), { exact: true }).fill('大单提前');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await main().getByText('大单提前').waitFor();
    await eventually(() => final.innerText()).not.toBe(before);
    expect(await main().locator('.section h2').first().innerText()).toBe(model);
    await main()
      .getByRole('row', { name: new RegExp(`^${t('forecast.final')}`) })
      .waitFor();
    await main()
      .getByRole('button', { name: new RegExp(t('forecast.overrideRemove', { month: '.*' })) })
      .click();
    await eventually(() => final.innerText()).toBe(before);
  });

  test('every level of the tree adds up to the last cent, whatever the method, and becomes a scenario', async () => {
    const { page, t, button, url } = traveller;
    const table = page.getByRole('table', { name: t('outlook.table'), exact: true });
    const whole: string[] = [];
    for (const method of ['mintShrink', 'bottomUp', 'topDown']) {
      // By way of another tab, so that no tree of before stands there.
      await page.goto(`${url}#/forecast?tab=events`);
      await page.goto(`${url}#/forecast?tab=tree&method=${method}&depth=2`);
      await table.locator('tbody tr').first().waitFor();
      await eventually(() => page.locator('.tree-page').getAttribute('aria-busy')).toBe('false');
      const [file] = await Promise.all([page.waitForEvent('download'), button(t('outlook.export')).click()]);
      const [head, ...rows] = Papa.parse<string[]>(
        (await readFile(await file.path(), 'utf8')).replace('\ufeff', '').trim(),
      ).data;
      const sum = head.indexOf(t('outlook.reconciled'));
      const months = head.slice(head.indexOf(t('outlook.chance')) + 1).map((_, i) => head.length - 12 + i);
      expect(months.length).toBe(12);
      expect(rows.length).toBeGreaterThan(15);
      const cents = (row: string[], column: number) => Math.round(Number(row[column]) * 100);
      const regions = rows.filter((row) => row[1] !== '' && row[2] === '');
      const total = (found: string[][], column: number) => found.reduce((all, row) => all + cents(row, column), 0);
      for (const column of [sum, ...months]) {
        expect(total(regions, column)).toBe(cents(rows[0], column));
        for (const region of regions) {
          const parts = rows.filter((row) => row[1] === region[1] && row[2] !== '');
          if (parts.length > 0) expect([region[1], total(parts, column)]).toEqual([region[1], cents(region, column)]);
        }
      }
      expect(rows.every((row) => months.every((column) => cents(row, column) >= 0))).toBe(true);
      whole.push(rows[0][sum]);
    }
    // Top-down leaves the whole as it was foretold; the others move it.
    expect(new Set(whole).size).toBe(3);
    await traveller.look('forecast-tree');

    await button(t('outlook.toScenario')).click();
    await dialog().getByRole('textbox').fill('预测方案');
    await button(t('outlook.toScenarioDo')).click();
    await page.getByText(t('outlook.toScenarioDone', { name: '预测方案' })).waitFor();
    await dialog().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    const undone = t('effect.undone', { what: t('effect.command.forecast/toScenario') });
    await page.locator('.toast').filter({ hasText: undone }).waitFor();
  });

  test('a forecast is kept, and the worst node leads to its page', async () => {
    const { page, t, button, url } = traveller;
    await page.goto(`${url}#/forecast?tab=accuracy`);
    await button(t('accuracy.keep')).click();
    await main()
      .getByRole('heading', { name: t('accuracy.kept'), exact: true })
      .waitFor();
    await traveller.look('forecast-accuracy');
    const second = main().locator('tbody').first().locator('tr').nth(1).getByRole('button');
    const name = await second.innerText();
    await second.click();
    await main().locator('.node-picker', { hasText: name }).waitFor();
    await main().locator('#forecast-final').waitFor();
    expect(await main().innerText()).not.toMatch(/NaN|Infinity|undefined|null/);
    await traveller.saved();
    expect(traveller.watch).toEqual({ outside: [], violations: [], errors: [], failed: [] });
  });
});
