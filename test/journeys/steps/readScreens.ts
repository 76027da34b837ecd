import { expect } from 'vitest';
import { eventually } from '../support/eventually';
import type { Traveller } from '../support/traveller';

/** Home, customers, forecast and review of the sample, as somebody reads them who was handed the plan. */
export async function readScreens(traveller: Traveller): Promise<void> {
  await traveller.button(traveller.t('start.sampleButton')).click();
  await traveller.arrived('home');
  await readHome(traveller);
  await weighCustomers(traveller);
  await lookAhead(traveller);
  await reviewPeriods(traveller);
}

async function readHome(traveller: Traveller): Promise<void> {
  const { page, t } = traveller;
  const main = page.getByRole('main');
  for (const key of ['home.target', 'home.allocated', 'home.actual', 'home.forecastYear'] as const) {
    await main.getByText(t(key), { exact: true }).first().waitFor();
  }
  await main.locator('canvas, svg').first().waitFor();
  await traveller.look('home');
  // A line that needs attention leads to where something can be done about it.
  await main
    .getByRole('button', { name: t('home.link.challenge') })
    .or(main.getByRole('link', { name: t('home.link.challenge') }))
    .first()
    .click();
  await traveller.arrived('challenge');
  await main.locator('#check-node').waitFor();
}

/** Weights tried out, the moves counted before they are applied, and undone by key; search, tiers, order. */
async function weighCustomers(traveller: Traveller): Promise<void> {
  const { page, t, button } = traveller;
  await traveller.to('customers');
  await page.getByRole('tab', { name: t('customers.tab.tiers') }).click();
  const main = page.getByRole('main');
  await main.getByRole('radio', { name: /^A \d/ }).waitFor();
  await traveller.look('customers');
  const rows = main.locator('tbody tr');
  await main.getByRole('searchbox').fill('a');
  await main.getByRole('searchbox').fill('zzzz');
  await eventually(() =>
    page
      .getByText(/^0 /)
      .or(page.getByText(t('customers.rowsOf', { shown: 0, all: 240 })))
      .count(),
  ).toBeGreaterThan(0);
  await main.getByRole('searchbox').fill('');
  await main.getByRole('radio', { name: /^A \d/ }).check();
  await eventually(() => rows.count()).toBeGreaterThan(5);
  await main.getByRole('radio', { name: new RegExp(`^${t('customers.all')}`) }).check();

  const spend = main.getByRole('slider', { name: t('customers.weightOf', { part: t('customers.spend') }) });
  const frequency = main.getByRole('slider', { name: t('customers.weightOf', { part: t('customers.frequency') }) });
  await spend.fill('10');
  await frequency.fill('60');
  const apply = main.locator('.button--primary');
  await eventually(() => apply.getAttribute('aria-disabled')).toBe(null);
  await traveller.look('customers-tried');
  await apply.click();
  await eventually(() => apply.getAttribute('aria-disabled')).toBe('true');
  expect(await spend.inputValue()).toBe('10');
  await page.keyboard.press('Control+z');
  await eventually(() => spend.inputValue()).toBe('50');
  expect(await button(t('customers.reset')).getAttribute('aria-disabled')).toBe('true');
}

/** The whole, a node and a customer; the same numbers as a table. */
async function lookAhead(traveller: Traveller): Promise<void> {
  const { page, t } = traveller;
  await traveller.to('forecast');
  const main = page.getByRole('main');
  await main.locator('canvas, .plot svg').first().waitFor();
  await traveller.look('forecast');
  await main
    .getByRole('radio', { name: t('forecast.table'), exact: true })
    .first()
    .check();
  const table = main.locator('.chart-table table');
  await table.waitFor();
  expect(await table.locator('tbody tr').count()).toBeGreaterThanOrEqual(12);
  await main
    .getByRole('radio', { name: t('forecast.chart'), exact: true })
    .first()
    .check();
  for (const dimension of ['seller', 'customer'] as const) {
    await main.locator('.node-picker').click();
    const sought = dimension === 'seller' ? '' : SOME_NAME[traveller.language];
    // The list of before stands until the new one is there.
    const kind = page
      .locator('.node-list__option')
      .filter({ hasText: t(`plan.dimension.${dimension}`) })
      .filter({ hasText: sought });
    await page.getByRole('combobox', { name: t('forecast.search') }).fill(sought);
    const name = await kind.first().locator('span').first().innerText();
    await kind.first().click();
    await main.locator('.node-picker').filter({ hasText: name }).waitFor();
    await eventually(() => main.locator('.forecast').getAttribute('aria-busy')).toBe('false');
  }
  await traveller.look('forecast-customer');
}

/** Part of a customer's name that the sample is sure to have. */
const SOME_NAME = { 'zh-CN': '机', en: 'Trading' };

async function reviewPeriods(traveller: Traveller): Promise<void> {
  const { page, t } = traveller;
  await traveller.to('review');
  const main = page.getByRole('main');
  for (const key of ['kpi.month', 'kpi.quarter', 'kpi.year'] as const) {
    await main.getByRole('radio', { name: t(key), exact: true }).check();
    await eventually(() => main.locator('.board li').count()).toBeGreaterThan(8);
    expect(await main.locator('.board').innerText()).not.toMatch(/NaN|Infinity|undefined|null/);
  }
  await main.locator('.folded summary').click();
  await main.locator('.folded__item').first().waitFor();
  await traveller.look('review');
  await traveller.to('sources');
  await main.getByText(t('sources.privacy')).waitFor();
  await traveller.look('sources-sample');
}
