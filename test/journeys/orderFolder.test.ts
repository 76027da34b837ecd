import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersOf } from '~/plan/document';
import { eventually } from './support/eventually';
import { type Importing, importing, numbersIn } from './support/importing';
import { longTasks } from './support/longTasks';
import { type OrderFolder, orderFolder } from './support/orderFolder';
import { openBrowser } from './support/page';
import { readWorkspace } from './support/store';
import { setOut, type Traveller } from './support/traveller';

const folder: OrderFolder = orderFolder();
let browser: Browser;
let traveller: Traveller;
let wizard: Importing;

beforeAll(async () => {
  browser = await openBrowser();
  traveller = await setOut(browser, { language: 'en', theme: 'dark' });
  wizard = importing(traveller);
});
afterAll(async () => {
  await traveller.close();
  await browser.close();
});

const money = (amount: number) =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const stored = async () => {
  await traveller.saved();
  return readWorkspace(traveller.page);
};
const tab = async (name: string) => {
  await traveller.page.goto(`${traveller.url}#/customers?tab=${name}`);
};
/** Numbers of the rows of a table by what stands at their head; the last is the total. */
const tableRows = (name: string) =>
  traveller.page
    .getByRole('table', { name, exact: true })
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

describe('the folder of an order system, dropped as it is', () => {
  test('is understood without a question, and nothing in it is counted twice', async () => {
    const { page, t } = traveller;
    await wizard.bring(folder.files);
    const tried = await wizard.dryRun();
    for (const { rows, amounts } of tried) {
      expect(rows.kept + rows.reported).toBe(rows.all);
      if (amounts) expect(amounts.kept + amounts.reported).toBeCloseTo(amounts.all, 2);
    }
    const orders = tried.filter(({ kind }) => kind === t('template.kind.orders'));
    expect(orders.map(({ rows }) => rows.reported)).toEqual([0, 0]);
    expect(orders.reduce((sum, { rows }) => sum + rows.kept, 0)).toBe(folder.lines);
    expect(orders.reduce((sum, { amounts }) => sum + (amounts?.kept ?? 0), 0)).toBeCloseTo(folder.amount, 2);
    expect(orders.at(-1)?.after).toEqual({ rows: folder.lines, amount: folder.amount });
    for (const table of folder.repeated)
      expect(await wizard.entry(table).innerText()).toContain(t('pack.leftOut.sameRows'));
    expect(await page.getByText(t('import.unmatchedHow')).count()).toBe(0);
    const left = tried.reduce((sum, { rows }) => sum + rows.all, 0);
    await page
      .getByText(t('import.barSum', { kept: left, reported: 0, rowsIn: left }), { exact: true })
      .first()
      .waitFor();
  });

  test('comes in at once, and the page answers all the while', async () => {
    const { page, t } = traveller;
    const ms = await wizard.takeIn();
    // Before anything else is asked of the page: reading the store from outside is work of the journey itself.
    const tasks = await longTasks(page);
    const said = await page.getByRole('main').innerText();
    expect(said).toContain(t('import.doneMembers', { dimension: t('plan.dimension.customer'), n: folder.customers }));
    console.log(
      `orders: imported in ${ms} ms; main-thread tasks over 50 ms: ${tasks.map(({ duration }) => duration).join(', ') || 'none'}`,
    );
    await traveller.look('order-folder-done');
  });

  test('gives every customer a tier, and the tiers add up to the customers', async () => {
    const { page, t } = traveller;
    await tab('tiers');
    const name = t('customers.tierTable');
    await page.getByRole('table', { name, exact: true }).waitFor();
    await eventually(async () => (await tableRows(name)).length).toBeGreaterThan(3);
    const rows = await tableRows(name);
    const counts = rows.map(([, count]) => numbersIn(count)[0]);
    expect(counts.pop()).toBe(folder.customers);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(folder.customers);
    await page
      .getByRole('radio', { name: new RegExp(`^${t('customers.all')} ${folder.customers.toLocaleString('en-US')}`) })
      .waitFor();
  });

  test('says what each customer is worth and who is at risk', async () => {
    const { page, t } = traveller;
    await tab('value');
    const name = t('value.byTier');
    await page.getByRole('table', { name, exact: true }).waitFor();
    const rows = await tableRows(name);
    expect(rows.reduce((sum, [, count]) => sum + numbersIn(count)[0], 0)).toBe(folder.customers);
    const worth = numbersIn(
      await page
        .locator('dl')
        .filter({ hasText: t('value.baseAlive') })
        .locator('dd')
        .first()
        .innerText(),
    );
    expect(rows.reduce((sum, row) => sum + numbersIn(row[3])[0], 0)).toBeCloseTo(worth[0], 0);
    // Still buying: never more than there are, and the model's parts add up.
    const alive = rows.reduce((sum, row) => sum + numbersIn(row[2])[0], 0);
    expect(alive).toBeGreaterThan(0);
    expect(alive).toBeLessThanOrEqual(folder.customers);
    const shown = page.getByRole('radiogroup', { name: t('value.list') });
    const [atRisk, all] = numbersIn(await shown.innerText());
    expect(all).toBe(folder.customers);
    expect(atRisk).toBeLessThanOrEqual(all);
    if (atRisk === 0) await page.getByText(t('value.noRisk')).waitFor();
    await shown.getByRole('radio').last().check({ force: true });
    await page.getByText(t('value.rowsOf', { shown: folder.customers, all: folder.customers })).waitFor();
    await traveller.look('order-folder-value');
  });

  test('is divided into segments that add up, live and saved, and undone', async () => {
    const { page, t, button } = traveller;
    await tab('segments');
    await button(t('segment.proposal.abc')).click();
    const name = t('segment.table');
    await page.getByRole('table', { name, exact: true }).waitFor();
    await eventually(async () => {
      const counts = (await tableRows(name)).map(([, count]) => numbersIn(count)[0]);
      return [counts.at(-1), counts.slice(0, -1).reduce((sum, count) => sum + count, 0)];
    }).toEqual([folder.customers, folder.customers]);
    await button(t('segment.saveNew')).click();
    await eventually(() => button(t('segment.save')).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Control+z');
    await button(t('segment.proposal.abc')).waitFor();
  });

  test('is taken back as a whole and comes back as a whole, also after a reload', async () => {
    const { page, t } = traveller;
    const before = await stored();
    expect(before.document.orders.size).toBeGreaterThan(0);
    await page.goto(`${traveller.url}#/sources`);
    await page
      .getByRole('main')
      .getByText(money(folder.amount))
      .or(page.getByRole('main').getByText(folder.lines.toLocaleString('en-US')))
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(t('sources.noImports')).waitFor();
    const gone = (await stored()).document;
    for (const dimension of ['customer', 'product', 'region', 'seller'])
      expect(
        membersOf(gone, dimension).byCode.filter((one) => one && one.code > 0),
        dimension,
      ).toEqual([]);
    expect([gone.facts.size, gone.records.import.size, gone.records.sourceImport.size]).toEqual([0, 0, 0]);
    expect(gone.records.importProfile.size).toBe(0);
    await page.keyboard.press('Control+y');
    await eventually(() => page.getByText(t('sources.noImports')).count()).toBe(0);
    await traveller.saved();
    await page.reload();
    await page.getByRole('main').getByText(t('sources.privacy')).waitFor();
    // The page stands before its workspace is open.
    await eventually(() => page.getByText(t('sources.noImports')).count()).toBe(0);
    expect((await stored()).digest).toBe(before.digest);
  });
});
