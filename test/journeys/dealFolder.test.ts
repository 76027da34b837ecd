import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersOf } from '~/plan/document';
import { dealFolder } from './support/dealFolder';
import { eventually } from './support/eventually';
import { type Importing, importing } from './support/importing';
import { longTasks } from './support/longTasks';
import { numbered } from './support/numbered';
import { openBrowser } from './support/page';
import { readWorkspace } from './support/store';
import { setOut, type Traveller } from './support/traveller';

const folder = dealFolder();
let browser: Browser;
let traveller: Traveller;
let wizard: Importing;

beforeAll(async () => {
  browser = await openBrowser();
  traveller = await setOut(browser, { language: 'zh-CN', theme: 'light' });
  wizard = importing(traveller);
});
afterAll(async () => {
  await traveller.close();
  await browser.close();
});

const stored = async () => {
  await traveller.saved();
  return readWorkspace(traveller.page);
};
const kindOf = async (name: 'orders' | 'opportunities' | 'customers') => {
  const found = (await wizard.dryRun()).find(({ kind }) => kind === traveller.t(`template.kind.${name}`));
  if (!found) throw new RangeError(`no ${name} in the dry run`);
  return found;
};

describe('the folder of a CRM, with its misspelt names', () => {
  test('is two kinds in one file, look-ups and a description; one name is asked for', async () => {
    const { page, t, button } = traveller;
    await wizard.bring(folder.files);
    expect(await wizard.entry('data_dictionary.csv').innerText()).toContain(t('pack.leftOut.note'));
    for (const table of ['accounts.csv', 'products.csv', 'sales_teams.csv'])
      expect(await wizard.entry(table).innerText()).toContain(t('pack.role.lookup'));
    await button(new RegExp(`^${t('pack.dryRun')}`)).click();
    const { rows, means } = folder.misnamed;
    await page.getByText(t('import.unmatched', { n: 1, rows })).waitFor();
    await traveller.look('deal-folder-name');
    await button(t('import.sameAs', { name: means })).click();
    await page.getByText(t('import.unmatchedHow')).waitFor({ state: 'detached' });
    await wizard.checked();
    expect(await kindOf('orders')).toMatchObject({
      rows: { all: folder.deals, kept: folder.won, reported: folder.deals - folder.won },
      amounts: { kept: folder.amount, reported: 0 },
    });
    expect(await kindOf('opportunities')).toMatchObject({
      rows: { all: folder.deals, kept: folder.deals, reported: 0 },
    });
  });

  test('is mended in a cell, then wherever the column says the same', async () => {
    const { page, t, button } = traveller;
    const { from, to } = folder.misspelt;
    await wizard.open('accounts.csv');
    await page.getByRole('grid').focus();
    const first = folder.accounts.findIndex(({ sector }) => sector === from);
    for (let down = 0; down < first; down += 1) await page.keyboard.press('ArrowDown');
    for (const key of ['ArrowRight', 'F2', 'Control+a']) await page.keyboard.press(key);
    await page.keyboard.type(to);
    await page.keyboard.press('Enter');
    await button(t('pack.fixWiden', { column: 'sector', from, to })).click();
    await page.getByText(t('pack.fixAll', { column: 'sector', from, to }), { exact: true }).waitFor();
    await wizard.checked();
    await eventually(() => page.getByRole('gridcell', { name: from, exact: true }).count()).toBe(0);
    await traveller.look('deal-folder-mended');
    // Taken back and put in again: nothing is final before the import.
    await button(t('pack.fixTakeBack', { fix: t('pack.fixAll', { column: 'sector', from, to }) })).click();
    await wizard.checked();
    await page.getByRole('gridcell', { name: from, exact: true }).first().waitFor();
    await page.getByRole('grid').focus();
    for (const key of [
      'Control+Home',
      'ArrowRight',
      ...Array.from({ length: first }, () => 'ArrowDown'),
      'F2',
      'Control+a',
    ])
      await page.keyboard.press(key);
    await page.keyboard.type(to);
    await page.keyboard.press('Enter');
    await button(t('pack.fixWiden', { column: 'sector', from, to })).click();
    await wizard.checked();
  });

  test('comes in with sectors, offices and sellers at the customers', async () => {
    const { page, t } = traveller;
    await wizard.dryRun();
    // The looks before were work of the journey itself.
    const start = await page.evaluate(() => performance.now());
    const ms = await wizard.takeIn();
    const tasks = (await longTasks(page)).filter((task) => task.start >= start);
    console.log(
      `deals: imported in ${ms} ms; main-thread tasks over 50 ms: ${tasks.map(({ duration }) => duration).join(', ') || 'none'}`,
    );
    const { document } = await stored();
    const customers = membersOf(document, 'customer').byCode.flatMap((one) => (one && one.code > 0 ? [one] : []));
    const sectors = new Map(customers.map((one) => [one.name, one.attributes.industry]));
    const { from, to } = folder.misspelt;
    expect(Object.fromEntries(sectors)).toEqual(
      Object.fromEntries(folder.accounts.map(({ name, sector }) => [name, sector === from ? to : sector])),
    );
    expect(membersOf(document, 'product').byCode.some((one) => one?.name === folder.misnamed.name)).toBe(false);

    const [sought] = folder.accounts.filter(({ office }) => office !== folder.accounts[0].office);
    await page.goto(`${traveller.url}#/customers`);
    const list = page.getByRole('grid', { name: t('customerList.grid') });
    await list.waitFor();
    await page.getByRole('searchbox').fill(sought.name);
    await list.getByRole('row').filter({ hasText: sought.name }).filter({ hasText: sought.office }).waitFor();
    await list.getByRole('button', { name: sought.name, exact: true }).click();
    await page.getByRole('heading', { name: sought.name }).waitFor();
    await eventually(() => page.getByRole('main').innerText()).toContain(sought.sector === from ? to : sought.sector);
    expect(await page.getByRole('main').innerText()).toContain(sought.office);
    await traveller.look('deal-folder-customer');
  });

  test('brought again is known, asks nothing and changes nothing', async () => {
    const { page, t, button } = traveller;
    const { digest } = await stored();
    await page.goto(`${traveller.url}#/sources`);
    await page.getByText(t('sources.privacy')).waitFor();
    await page.goto(`${traveller.url}#/import`);
    await page.locator('input[type=file]').first().setInputFiles(folder.files);
    await page.getByRole('table', { name: t('pack.dryRun') }).waitFor();
    await wizard.checked();
    for (const table of ['accounts.csv', 'products.csv', 'sales_pipeline.csv', 'sales_teams.csv'])
      expect(await wizard.entry(table).innerText()).toContain(t('pack.certainty.known'));
    expect(await page.getByText(t('import.unmatchedHow')).count()).toBe(0);
    for (const { fate, rows, kind } of await wizard.dryRun()) {
      expect({ kind, ...fate, same: 0 }).toEqual({ kind, new: 0, changed: 0, same: 0 });
      expect(rows.kept + rows.reported).toBe(rows.all);
    }
    const go = button(numbered(t, 'import.importRows'));
    await eventually(() => go.getAttribute('title')).toBe(t('import.allThere'));
    await go.click({ force: true });
    expect((await stored()).digest).toBe(digest);
  });
});
