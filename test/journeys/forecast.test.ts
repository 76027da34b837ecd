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
