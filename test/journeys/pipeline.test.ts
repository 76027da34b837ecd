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
const LOOKS: { language: 'zh-CN' | 'en'; theme: 'light' | 'dark' }[] = [{ language: 'en', theme: 'dark' }];

describe.each(LOOKS)('the pipeline of the sample, in $language', ({ language, theme }) => {
  let traveller: Traveller;
  beforeAll(async () => {
    traveller = await setOut(browser, { language, theme });
    await traveller.button(traveller.t('start.sampleButton')).click();
    await traveller.arrived('home');
    await traveller.saved();
  });
  afterAll(() => traveller.close());

  const main = () => traveller.page.getByRole('main');
  const dialog = () => traveller.page.getByRole('dialog');
  const go = (route: string) => traveller.page.goto(`${traveller.url}#/pipeline${route}`);
  const filter = (name: 'open' | 'won' | 'lost') =>
    main().getByRole('radio', { name: new RegExp(`^${traveller.t(`pipeline.deals.of.${name}`)} \\d`) });
  const count = async (name: 'open' | 'won' | 'lost') =>
    Number((await filter(name).locator('xpath=..').innerText()).replace(/\D/g, ''));

  test('says where deals stop, and leads from a stage to its deals', async () => {
    const { page, t } = traveller;
    await go('');
    const table = page.getByRole('table', { name: t('pipeline.funnel.table'), exact: true });
    await table.waitFor();
    expect(await main().locator('.type-finding').innerText()).toContain(language === 'en' ? 'narrowest' : '最窄');
    await traveller.look('pipeline-funnel');
    const reached = await table
      .locator('tbody .funnel-bar__text')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
    expect(reached).toEqual([...reached].sort((a, b) => b - a));
    const link = table.locator('tbody .pipeline-link').first();
    const open = Number(await link.innerText());
    await link.click();
    await main()
      .getByText(t('pipeline.deals.sum', { n: open }))
      .waitFor();
  });

  test('moves a deal to another stage by keys, and takes it back by one undo', async () => {
    const { page, t, button } = traveller;
    await go('?tab=deals');
    await main().locator('.deals-name').first().waitFor();
    await traveller.look('pipeline-deals');
    const [open, won] = [await count('open'), await count('won')];
    await main().locator('.deals-name').first().focus();
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    await dialog()
      .getByRole('button', { name: new RegExp(t('pipeline.deals.stage')) })
      .click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await dialog().getByLabel(t('pipeline.deals.changedOn')).waitFor();
    await traveller.look('pipeline-deal');
    await button(t('pipeline.save')).click();
    await dialog().waitFor({ state: 'detached' });
    await eventually(() => count('won')).toBe(won + 1);
    expect(await count('open')).toBe(open - 1);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Control+z');
    await eventually(() => count('won')).toBe(won);
    expect(await count('open')).toBe(open);
  });

  test('gives several deals up at once with a reason', async () => {
    const { t, button } = traveller;
    const lost = await count('lost');
    for (const row of [0, 1, 2]) await main().locator('tbody input[type="checkbox"]').nth(row).check();
    await button(t('pipeline.deals.markLost')).click();
    await dialog().getByLabel(t('pipeline.deals.why')).fill('too late');
    await button(t('pipeline.deals.markLostDo')).click();
    await eventually(() => count('lost')).toBe(lost + 3);
    await filter('lost').check({ force: true });
    await main().getByRole('searchbox').fill('zzzz');
    await main().getByText(t('pipeline.deals.none')).waitFor();
    await main().getByRole('searchbox').fill('');
  });

  test('adds a deal, refusing one without a name', async () => {
    const { t, button } = traveller;
    await go('?tab=deals&show=open');
    await eventually(() => count('open')).toBeGreaterThan(0);
    const open = await count('open');
    await button(t('pipeline.deals.add')).click();
    await button(t('pipeline.save')).click();
    await dialog().getByText(t('pipeline.deals.needsName')).waitFor();
    await dialog().getByLabel(t('pipeline.deals.name'), { exact: true }).fill('Tank farm');
    await dialog()
      .getByLabel(/USD|CNY/)
      .fill('9,000,000');
    await button(t('pipeline.save')).click();
    await dialog().waitFor({ state: 'detached' });
    await eventually(() => count('open')).toBe(open + 1);
    // The largest of all, so it leads the list.
    await eventually(() => main().locator('.deals-name').first().innerText()).toBe('Tank farm');
  });

  test('foretells what deals bring, and where too few are open', async () => {
    const { page, t } = traveller;
    await go('?tab=outlook');
    await main().locator('.plot svg').first().waitFor();
    const cover = page.getByRole('table', {
      name: new RegExp(`^${t('pipeline.outlook.cover.title').replace('?', '\\?')}`),
    });
    await cover.waitFor();
    expect(await cover.locator('tbody tr').count()).toBe(4);
    expect(await main().innerText()).not.toMatch(/NaN|Infinity|undefined|null/);
    await traveller.look('pipeline-outlook');
  });

  test('keeps stages that a person sets, and goes back to those in the data', async () => {
    const { page, t, button } = traveller;
    await go('?tab=rule');
    await main()
      .getByText(t('pipeline.rule.found', { n: 6 }))
      .waitFor();
    await traveller.look('pipeline-rule');
    const chance = main().locator('.stage-table tbody tr').first().locator('input').nth(1);
    await chance.fill('150');
    await button(t('pipeline.save')).click();
    await main().getByText(t('pipeline.rule.chanceOutside')).waitFor();
    await chance.fill('15');
    await button(t('pipeline.save')).click();
    await main()
      .getByText(t('pipeline.rule.set', { n: 6 }))
      .waitFor();
    expect(await chance.inputValue()).toBe('15');
    await go('');
    await page
      .getByRole('table', { name: t('pipeline.funnel.table'), exact: true })
      .getByText('15%')
      .waitFor();
    await go('?tab=rule');
    await button(t('pipeline.rule.clear')).click();
    await main()
      .getByText(t('pipeline.rule.found', { n: 6 }))
      .waitFor();
    await traveller.saved();
    expect(traveller.watch).toEqual({ outside: [], violations: [], errors: [], failed: [] });
  });
});
