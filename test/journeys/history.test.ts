import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '~/engine/numeric';
import { eventually } from './support/eventually';
import { openBrowser } from './support/page';
import { setOut, type Traveller } from './support/traveller';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The sample on the plan page; the last regions are free of locks. */
async function onThePlan(language: 'en' | 'zh-CN', theme: 'light' | 'dark') {
  const traveller = await setOut(browser, { language, theme });
  const { page, t, button, sheet } = traveller;
  await button(t('start.sampleButton')).click();
  await traveller.arrived('home');
  await traveller.saved();
  await page.goto(`${traveller.url}#/plan`);
  await sheet.ready();
  const rows = (await sheet.rows())
    .filter((one) => one.id.startsWith('region:') && one.level === 1)
    .map(({ id }) => id);
  const columns = (await sheet.columns()).filter((one) => one.startsWith('m:')).slice(0, 2);
  return { traveller, row: rows.at(-1) ?? '', rows: rows.slice(-2), columns };
}

const shows = ({ sheet }: Traveller, row: string, column: string, text: string) =>
  sheet.cell(row, column).locator('.pg-digits').getByText(text, { exact: true }).waitFor();

describe('where a number comes from', () => {
  test.each([
    ['en', 'light'],
    ['zh-CN', 'dark'],
  ] as const)('history, explanation and the plan as it stood (%s, %s)', async (language, theme) => {
    const { traveller, row, columns } = await onThePlan(language, theme);
    const { page, t, sheet, button } = traveller;
    const column = columns[0];
    const first = await sheet.text(row, column);
    await sheet.type(row, column, '111');
    await sheet.type(row, column, '222');
    await shows(traveller, row, column, '222');

    await page.evaluate(() => {
      location.hash = '#/plan?side=history';
    });
    const panel = page.getByRole('complementary', { name: t('history.title') });
    await panel.getByText(`111 → 222`).waitFor();
    await panel.getByText(`${first} → 111`).waitFor();
    await traveller.look('history');

    await panel
      .getByRole('listitem')
      .filter({ hasText: `${first} → 111` })
      .getByRole('button', { name: t('history.look') })
      .click();
    await shows(traveller, row, column, '111');
    await button(t('history.backToNow')).first().waitFor();
    await sheet.type(row, column, '333').catch(() => undefined);
    expect(await sheet.text(row, column)).toBe('111');
    await page.keyboard.press('Escape');
    await traveller.to('home');
    await button(t('history.backToNow')).click();
    await eventually(() => button(t('history.backToNow')).count()).toBe(0);
    await traveller.to('plan');
    await shows(traveller, row, column, '222');

    await page.evaluate(() => {
      location.hash = '#/plan?side=explain&timeline=on';
    });
    await sheet.go(row, column);
    await page
      .getByRole('complementary', { name: t('history.explainTitle') })
      .getByText(t('history.chain'))
      .waitFor();
    const line = page.getByRole('slider', { name: t('history.timeline') });
    await line.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await shows(traveller, row, column, '111');
    await traveller.look('timeline');
    await page.keyboard.press('End');
    await shows(traveller, row, column, '222');
    await eventually(() => button(t('history.backToNow')).count()).toBe(0);
    await traveller.close();
  });
});

describe('undo without limit', () => {
  test('takes back 20 runs of edits after a reload, and makes them again', async () => {
    const { traveller, rows, columns } = await onThePlan('en', 'light');
    const { page, sheet } = traveller;
    const random = createRandom(5);
    const cells = rows.flatMap((row) => columns.map((column) => ({ row, column })));
    const read = () => Promise.all(cells.map(({ row, column }) => sheet.text(row, column)));
    const before = await read();
    let edits = 0;
    for (let run = 0; run < 20; run += 1) {
      const { row, column } = cells[Math.floor(random() * cells.length)];
      const amount = String(100 + edits);
      await sheet.type(row, column, amount);
      await shows(traveller, row, column, amount);
      edits += 1;
    }
    const after = await read();
    await traveller.saved();
    await page.reload();
    await sheet.ready();
    expect(await read()).toEqual(after);
    await sheet.go(cells[0].row, cells[0].column);
    for (let i = 0; i < edits; i += 1) await page.keyboard.press('Control+z');
    await eventually(read).toEqual(before);
    for (let i = 0; i < edits; i += 1) await page.keyboard.press('Control+y');
    await eventually(read).toEqual(after);
    await traveller.close();
  });
});
