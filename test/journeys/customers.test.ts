import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SOURCES } from '~/domain/sourceTable';
import type { TextKey } from '~/i18n/translate';
import { eventually } from './support/eventually';
import { importing, numbersIn } from './support/importing';
import { openBrowser } from './support/page';
import { readStore } from './support/store';
import { setOut, type Traveller } from './support/traveller';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** English in the dark is walked by hand and by the other journeys: a second walk here would cost half a minute. */
const LOOKS: { language: 'zh-CN' | 'en'; theme: 'light' | 'dark'; sought: string }[] = [
  { language: 'zh-CN', theme: 'light', sought: 'hlsm' },
];

describe.each(LOOKS)('the customers of a plan, in $language', ({ language, theme, sought }) => {
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
  const go = async (route: string) => {
    await traveller.page.goto(`${traveller.url}#/${route}`);
  };
  const part = (key: TextKey) =>
    main()
      .getByRole('radio', { name: traveller.t(key), exact: true })
      .check({ force: true });
  const undo = async () => {
    // Away from fields, whose own undo it would be.
    await traveller.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await traveller.page.keyboard.press('Control+z');
  };
  const counts = (name: string, column = 0) =>
    traveller.page
      .getByRole('table', { name, exact: true })
      .locator('tbody tr, tfoot tr')
      .evaluateAll((rows, at) => rows.map((row) => row.querySelectorAll('td')[at]?.textContent ?? ''), column);
  const addUp = async (name: string, total: number) => {
    await eventually(async () => {
      const all = (await counts(name)).map((text) => numbersIn(text)[0] ?? 0);
      return all.slice(0, -1).reduce((sum, one) => sum + one, 0);
    }).toBe(total);
  };
  const CUSTOMERS = 240;

  test('are listed, found by a few letters, filtered and the filter kept', async () => {
    const { page, t, button } = traveller;
    await go('customers');
    const list = page.getByRole('grid', { name: t('customerList.grid') });
    await list.getByRole('row').nth(3).waitFor();
    await traveller.look('customer-list');
    await main().getByRole('searchbox').fill(sought);
    await eventually(() => main().innerText()).not.toContain(t('customerList.count', { n: CUSTOMERS, all: CUSTOMERS }));
    expect(await list.getByRole('row').count()).toBeGreaterThan(1);
    await main().getByRole('searchbox').fill('zzzz');
    await page.getByText(t('customerList.none')).waitFor();
    await main().getByRole('searchbox').fill('');
    await main().getByRole('radio', { name: 'A', exact: true }).check({ force: true });
    const count = page.getByText(new RegExp(`${CUSTOMERS}`)).last();
    await count.waitFor();
    await button(t('customerList.filter.saved')).click();
    await page.getByRole('menuitem', { name: t('customerList.filter.save') }).click();
    await dialog().getByRole('textbox').fill('Top');
    await traveller.look('customer-filter');
    await dialog()
      .getByRole('button', { name: t('customerList.filter.saveDo') })
      .click();
    await dialog().waitFor({ state: 'detached' });
    await button(t('customerList.clear')).first().click();
    await button(t('customerList.filter.saved')).click();
    await page.getByRole('menuitemcheckbox', { name: 'Top', exact: true }).click();
    await eventually(() => main().getByRole('radio', { name: 'A', exact: true }).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
  });

  test('are changed many at once, and one undo takes it back', async () => {
    const { page, t, button } = traveller;
    const before = (await readAll()).digest;
    await go('customers');
    const list = page.getByRole('grid', { name: t('customerList.grid') });
    for (const row of [1, 2, 3]) await list.getByRole('row').nth(row).getByRole('checkbox').check({ force: true });
    await page.getByText(t('customerList.ticked', { n: 3 }), { exact: true }).waitFor();
    await button(t('customerList.bulk.set')).click();
    await dialog().getByRole('combobox').fill('Harbour');
    await traveller.look('customer-bulk');
    await dialog()
      .getByRole('button', { name: t('customerList.bulk.setDo', { n: 3 }) })
      .click();
    await dialog().waitFor({ state: 'detached' });
    await eventually(async () => (await readAll()).digest).not.toBe(before);
    await undo();
    await eventually(async () => (await readAll()).digest).toBe(before);
  });

  const readAll = async () => {
    await traveller.saved();
    return readStore(traveller.page);
  };

  test('have a page each', async () => {
    const { page, t } = traveller;
    await go('customers');
    const list = page.getByRole('grid', { name: t('customerList.grid') });
    const link = list.getByRole('row').nth(1).getByRole('button').first();
    const name = (await link.innerText()).trim();
    await link.click();
    await page.getByRole('heading', { name }).first().waitFor();
    await main().locator('canvas, svg').first().waitFor();
    expect(await main().innerText()).not.toMatch(/NaN|undefined|Infinity/);
    await traveller.look('customer-page');
  });

  test('are divided by a rule whose counts follow while it is edited', async () => {
    const { t, button } = traveller;
    await go('customers?tab=segments');
    await button(t('segment.proposal.abc')).click();
    const table = t('segment.table');
    await addUp(table, CUSTOMERS);
    await traveller.look('customer-segments');
    const before = await counts(table);
    await button(t('segment.removeClass', { name: t('segment.proposedClass.b') })).click();
    await eventually(() => counts(table)).not.toEqual(before);
    await addUp(table, CUSTOMERS);
    await button(t('segment.saveNew')).click();
    await eventually(() => button(t('segment.save')).getAttribute('aria-disabled')).toBe('true');
    await undo();
    await button(t('segment.proposal.abc')).waitFor();
  });

  test('have tiers that are put into force from a day, and a history', async () => {
    const { page, t, button } = traveller;
    await go('customers?tab=tiers');
    await addUp(t('customers.tierTable'), CUSTOMERS);
    await main()
      .getByRole('slider', { name: t('customers.weightOf', { part: t('customers.spend') }) })
      .fill('80');
    await button(t('customers.makeWhole')).click();
    await addUp(t('customers.tierTable'), CUSTOMERS);
    await button(t('customers.force')).click();
    await dialog().getByLabel(t('customers.forceReason')).fill('Year review');
    await traveller.look('customer-force');
    await dialog()
      .getByRole('button', { name: t('customers.forceDo') })
      .click();
    await dialog().waitFor({ state: 'detached' });
    await part('customers.look.history');
    await page.getByText('Year review').first().waitFor();
    await traveller.look('customer-tiers');
    await undo();
    await page.getByText(t('customers.historyNone')).waitFor();
    await page.keyboard.press('Control+y');
    await page.getByText('Year review').first().waitFor();
  });

  test('stand in a stage of life each', async () => {
    const { page, t } = traveller;
    await go('customers?tab=lifecycle');
    await addUp(t('lifecycle.table'), CUSTOMERS);
    const before = await counts(t('lifecycle.table'));
    await main().getByLabel(t('lifecycle.newDays'), { exact: true }).fill('700');
    await page.keyboard.press('Enter');
    await eventually(() => counts(t('lifecycle.table'))).not.toEqual(before);
    await addUp(t('lifecycle.table'), CUSTOMERS);
    await traveller.look('customer-lifecycle');
  });

  test('owe what the file of receivables says', async () => {
    const { page, t } = traveller;
    await go('customers');
    const list = page.getByRole('grid', { name: t('customerList.grid') });
    const name = (await list.getByRole('row').nth(1).getByRole('button').first().innerText()).trim();
    await go('sources?tab=kinds');
    // The template of the app, filled in.
    await page.getByRole('button', { name: t('sources.templateOf', { kind: t('template.kind.receivables') }) }).click();
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: t('sources.templateCsv') }).click(),
    ]);
    const text = (await readFile(await template.path(), 'utf8')).replace(/^\ufeff/, '');
    const [head, ...examples] = text.trim().split(/\r?\n/);
    const values: Record<string, string> = {
      invoice: 'F-77',
      customer: name,
      day: '2026-05-01',
      due: '2026-06-01',
      amount: '1234.50',
    };
    const line = SOURCES.receivables.fields.map(({ id }) => values[id] ?? '').join(',');
    expect(head.split(',')).toHaveLength(line.split(',').length);
    expect(examples.length).toBeGreaterThan(0);
    const wizard = importing(traveller);
    await go('import');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: template.suggestedFilename(), mimeType: 'text/csv', buffer: Buffer.from(`${head}\n${line}\n`) },
      ]);
    await page.locator('.table-list__place').first().waitFor();
    const [tried] = await wizard.dryRun();
    expect({ kind: tried.kind, kept: tried.amounts?.kept }).toEqual({
      kind: t('template.kind.receivables'),
      kept: 1234.5,
    });
    await wizard.takeIn();
    await go('customers?tab=credit');
    await main().getByRole('row').filter({ hasText: name }).first().waitFor();
    await eventually(() => page.getByText(t('credit.noReceivables')).count()).toBe(0);
    await traveller.look('customer-credit');
  });

  test('take part in a rebate programme', async () => {
    const { page, t, button } = traveller;
    await go('customers?tab=prices');
    await part('price.part.rebates');
    await button(t('price.newProgramme')).first().click();
    await dialog().getByLabel(t('price.name'), { exact: true }).fill('2026');
    await traveller.look('customer-rebate');
    await dialog()
      .getByRole('button', { name: t('price.save'), exact: true })
      .click();
    await dialog().waitFor({ state: 'detached' });
    await page
      .getByRole('columnheader', { name: t('price.accrued') })
      .first()
      .waitFor();
    expect(await main().innerText()).not.toMatch(/NaN|undefined|Infinity/);
    await traveller.look('customer-rebates');
  });

  test('complain, are answered, and say how content they are', async () => {
    const { page, t, button } = traveller;
    await go('customers?tab=service');
    await button(t('service.takeStarting')).click();
    await main().getByRole('heading', { level: 2 }).first().waitFor();
    await traveller.look('customer-visits');
    await part('service.part.complaints');
    await button(t('service.complaints.add')).first().click();
    await dialog().getByLabel(t('service.complaints.key'), { exact: true }).fill('T-1');
    await pick(t('service.customer'));
    await traveller.look('customer-complaint');
    await dialog()
      .getByRole('button', { name: t('service.save'), exact: true })
      .click();
    await dialog().waitFor({ state: 'detached' });
    await button(t('service.complaints.closeOne', { key: 'T-1' })).click();
    await eventually(() => main().getByRole('row').filter({ hasText: 'T-1' }).first().innerText()).toContain(
      t('service.complaints.state.closed'),
    );
    await traveller.look('customer-complaints');
    await part('service.part.surveys');
    await button(t('service.surveys.add')).first().click();
    await pick(t('service.customer'));
    await dialog().getByLabel(t('service.surveys.score'), { exact: true }).fill('5');
    await page.keyboard.press('Tab');
    await dialog()
      .getByRole('button', { name: t('service.save'), exact: true })
      .click();
    await dialog().waitFor({ state: 'detached' });
    await eventually(() => main().innerText()).toContain('100%');
    expect(await page.getByText(t('service.surveys.noneYet')).count()).toBe(0);
    await traveller.look('customer-surveys');
  });

  /** The first customer that the field offers. */
  const pick = async (label: string) => {
    const field = dialog().getByRole('combobox', { name: label, exact: true });
    await field.fill(language === 'en' ? 'a' : '机');
    const listId = await eventuallyOption(field);
    await field.fill(listId);
  };
  const eventuallyOption = async (field: ReturnType<Traveller['page']['getByRole']>): Promise<string> => {
    const options = () =>
      field.evaluate((element) =>
        [...(((element as HTMLInputElement).list?.options ?? []) as Iterable<HTMLOptionElement>)].map(
          (one) => one.value,
        ),
      );
    await eventually(async () => (await options()).length).toBeGreaterThan(0);
    return (await options())[0];
  };

  test('are called with what they may buy next, from a list that leaves the app', async () => {
    const { page, t, button } = traveller;
    await go('customers?tab=next');
    await main().getByRole('table').first().locator('tbody tr').first().waitFor();
    await traveller.look('customer-next');
    const [list] = await Promise.all([page.waitForEvent('download'), button(t('value.next.export')).click()]);
    const lines = (await readFile(await list.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines[0]).toContain(t('value.next.customer'));
    expect(lines.length).toBeGreaterThan(10);
  });

  test('change hands as a trial, then for good, and back', async () => {
    const { page, t, button } = traveller;
    let before = await readAll();
    await go('customers?tab=territories');
    await page.getByRole('table', { name: t('territory.balance') }).waitFor();
    await button(t('territory.draft.propose')).click();
    await eventually(() =>
      dialog()
        .getByRole('button', { name: t('territory.propose.take') })
        .getAttribute('aria-disabled'),
    ).toBe(null);
    await traveller.look('customer-propose');
    await dialog()
      .getByRole('button', { name: t('territory.propose.take') })
      .click();
    await dialog().waitFor({ state: 'detached' });
    // A trial: nothing is written. Locked targets do not move unasked.
    expect((await readAll()).digest).toBe(before.digest);
    await button(t('shell.releaseLocks', { n: 1 })).click();
    await eventually(() => button(t('territory.draft.apply')).getAttribute('aria-disabled')).toBe(null);
    before = await readAll();
    await traveller.look('customer-territories');
    await button(t('territory.draft.apply')).click();
    await dialog().getByRole('textbox').last().fill('Balance');
    await traveller.look('customer-hand-over');
    await dialog()
      .getByRole('button', { name: t('territory.apply.do'), exact: true })
      .click();
    await dialog().waitFor({ state: 'detached' });
    await eventually(async () => (await readAll()).digest).not.toBe(before.digest);
    const after = await readAll();
    const whole = (stored: typeof after) => stored.amount('all', 'y:2026');
    expect(whole(after)).toBe(whole(before));
    await undo();
    await eventually(async () => (await readAll()).digest).toBe(before.digest);
  });

  test('that are the same are made one, and two again', async () => {
    const { page, t, button } = traveller;
    const before = await readAll();
    await go('sources?tab=quality');
    await main().getByRole('heading', { level: 2 }).first().waitFor();
    // Names of the English sample are all apart.
    if (language === 'en') return traveller.look('quality');
    await button(t('quality.show')).first().click();
    const merge = page.getByRole('button', {
      name: new RegExp(t('quality.fix.merge', { name: '(.+)' }).replace(/[“”"]/g, '.')),
    });
    await merge.first().waitFor();
    await traveller.look('quality');
    await merge.first().click();
    await page.waitForTimeout(300);
    if ((await dialog().count()) > 0) {
      await traveller.look('quality-merge');
      await dialog().locator('.button--primary, .button--danger').last().click();
      await dialog().waitFor({ state: 'detached' });
    }
    await eventually(async () => (await readAll()).digest).not.toBe(before.digest);
    await undo();
    await eventually(async () => (await readAll()).digest).toBe(before.digest);
  });
});
