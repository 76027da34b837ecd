import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually';
import { onPlan, type Planner } from './support/onPlan';
import { openBrowser } from './support/page';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LOOKS = [
  { language: 'en', theme: 'dark', unit: 100_000, found: 'wei' },
  { language: 'zh-CN', theme: 'light', unit: 1_000_000, found: 'cyrhy' },
] as const;

describe.each(LOOKS)('hands that know a spreadsheet, in $language', ({ language, theme, unit, found }) => {
  let planner: Planner;
  beforeAll(async () => {
    planner = await onPlan(browser, { language, theme });
  });
  afterAll(() => planner.close());

  const editors = () => planner.page.locator('.pg-editor').count();
  const selected = () =>
    planner.page.evaluate(() =>
      [...document.querySelectorAll('.ag-cell[aria-selected="true"]')].map(
        (one) => `${one.closest('.ag-row')?.getAttribute('row-id')} ${one.getAttribute('col-id')}`,
      ),
    );
  const figure = (name: string) => planner.page.locator(`[data-figure="${name}"]`);
  const product = (rows: readonly string[], columns: readonly string[]) =>
    rows.flatMap((row) => columns.map((column) => `${row} ${column}`));
  /** One undo gives back the very plan that was. */
  const undoOnce = async (digest: string) => {
    await planner.press('Control+z');
    await eventually(async () => (await planner.stored()).digest).toBe(digest);
  };

  test('6 arrows and Tab walk without editing; Tab ×3, then Enter ends in the row below in the column it began', async () => {
    const { sheet, press, page, free, months } = planner;
    const before = await planner.stored();
    await sheet.go(free[0], months[1]);
    await press('ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp');
    expect(await sheet.active()).toBe(`${free[0]} ${months[1]}`);
    await press('Tab', 'Tab', 'Tab', 'Enter');
    expect(await sheet.active()).toBe(`${free[1]} ${months[1]}`);
    await press('Tab', 'Shift+Tab', 'Shift+Enter');
    expect(await sheet.active()).toBe(`${free[0]} ${months[1]}`);
    expect(await editors()).toBe(0);
    // The same with numbers typed on the way.
    for (const amount of ['301', '302']) {
      await page.keyboard.type(amount);
      await press('Tab');
    }
    await press('Enter');
    expect(await sheet.active()).toBe(`${free[1]} ${months[1]}`);
    await planner.shows(free[0], months[2], '302');
    expect((await planner.stored()).amount(free[0], months[1], months[2])).toBe(603 * unit);
    await press('Control+z');
    await undoOnce(before.digest);
  });

  test('7 Home and End stay in the row, Ctrl+Home and Ctrl+End go to the corners', async () => {
    const { sheet, press, free, months } = planner;
    const rows = await sheet.rows();
    await sheet.go(free[0], months[1]);
    await press('Home');
    expect(await sheet.active()).toBe(`${free[0]} name`);
    await press('End');
    const [row, last] = (await sheet.active()).split(' ');
    expect(row).toBe(free[0]);
    expect(last).not.toBe(months[1]);
    await press('ArrowRight');
    expect(await sheet.active()).toBe(`${row} ${last}`);
    await press('Control+Home');
    expect(await sheet.active()).toBe(`${rows[0].id} name`);
    await press('Control+End');
    expect(await sheet.active()).toBe(`all ${last}`);
    await press('Control+Home');
  });

  test('8 F2 keeps what stands there, Esc restores it, Enter commits; a digit typed replaces it', async () => {
    const { sheet, press, page, free, months } = planner;
    const before = await planner.stored();
    const shown = await sheet.text(free[0], months[0]);
    const field = page.locator('.pg-editor-input');
    await sheet.go(free[0], months[0]);
    await press('F2');
    expect(Number(await field.inputValue()) * unit).toBeCloseTo(before.amount(free[0], months[0]) ?? Number.NaN, 4);
    await page.keyboard.type('9');
    await press('Escape');
    expect(await sheet.text(free[0], months[0])).toBe(shown);
    expect(await sheet.active()).toBe(`${free[0]} ${months[0]}`);
    await press('5');
    expect(await field.inputValue()).toBe('5');
    await press('Enter');
    await planner.shows(free[0], months[0], '5');
    expect(await sheet.active()).toBe(`${free[1]} ${months[0]}`);
    expect((await planner.stored()).amount(free[0], months[0])).toBe(5 * unit);
    await undoOnce(before.digest);
  });

  test('9 Shift and arrows, and a drag, make a range; its sum is that of its cells, and blanks do not count', async () => {
    const { sheet, press, page, free, months } = planner;
    const before = await planner.stored();
    const rows = free.slice(0, 3);
    const columns = months.slice(0, 2);
    await sheet.go(rows[0], columns[0]);
    await press('Delete');
    await planner.shows(rows[0], columns[0], '–');
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await selected()).toEqual(product(rows, columns));
    const byKeys = await selected();
    await press('Escape');
    await sheet.cell(rows[0], columns[0]).hover();
    await page.mouse.down();
    await sheet.cell(rows[2], columns[1]).hover();
    await page.mouse.up();
    await eventually(selected).toEqual(byKeys);

    const stored = await planner.stored();
    const amounts = rows.flatMap((row) => columns.map((column) => stored.amount(row, column)));
    expect(amounts.filter((amount) => amount === null)).toHaveLength(1);
    await eventually(() => figure('count').locator('b').innerText()).toBe('5');
    await figure('sum').click();
    const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
    await eventually(async () => Math.round(Number(await planner.clipboard()) * unit)).toBe(sum);
    await figure('average').click();
    await eventually(async () => Math.abs(Number(await planner.clipboard()) * unit - sum / 5) < 1).toBe(true);
    await sheet.go(rows[0], columns[0]);
    await undoOnce(before.digest);
  });

  test('10 Ctrl+A, Ctrl+Shift+arrow and Shift+click select what a spreadsheet would', async () => {
    const { sheet, press, free, months } = planner;
    await sheet.go(free[0], months[0]);
    await press('Control+Shift+ArrowRight');
    const along = await selected();
    expect(along[0]).toBe(`${free[0]} ${months[0]}`);
    expect(along.at(-1)).toBe(`${free[0]} q:2026-Q1`);
    await press('Escape');
    await sheet.cell(free[1], months[2]).click({ modifiers: ['Shift'] });
    expect(await selected()).toEqual(product(free.slice(0, 2), months.slice(0, 3)));
    expect(await sheet.active()).toBe(`${free[0]} ${months[0]}`);
    await press('Control+a');
    const all = new Set(await selected());
    const [rows, columns] = [await sheet.rows(), await sheet.columns()];
    for (const { id } of rows.filter(({ id }) => id !== 'unallocated')) {
      for (const column of columns) expect(all.has(`${id} ${column}`), `${id} ${column}`).toBe(true);
    }
    await press('Escape');
    expect(await selected()).toEqual([]);
  });

  test('11 Delete on 2 × 3 cells makes six blanks, not zeros; one undo gives each its own value back', async () => {
    const { sheet, press, free, months } = planner;
    const before = await planner.stored();
    const [rows, columns] = [free.slice(0, 2), months.slice(0, 3)];
    await sheet.go(rows[0], columns[0]);
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Delete');
    for (const row of rows) for (const column of columns) await planner.shows(row, column, '–');
    const blank = await planner.stored();
    for (const row of rows) for (const column of columns) expect(blank.amount(row, column)).toBe(null);
    expect(blank.amount(free[2], ...columns)).toBe(before.amount(free[2], ...columns));
    await undoOnce(before.digest);
  });

  test('12 Ctrl+D copies from above or fills a range, Ctrl+R fills right; the page is neither bookmarked nor loaded anew', async () => {
    const { sheet, press, page, free, months } = planner;
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    const before = await planner.stored();
    const column = months[1];
    const above = before.amount(free[0], column);
    await sheet.go(free[1], column);
    await press('Control+d');
    await planner.shows(free[1], column, await sheet.text(free[0], column));
    expect((await planner.stored()).amount(free[1], column)).toBe(above);
    await undoOnce(before.digest);
    await sheet.go(free[0], column);
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await planner.shows(free[2], column, await sheet.text(free[0], column));
    const filled = await planner.stored();
    expect(free.slice(0, 3).map((row) => filled.amount(row, column))).toEqual([above, above, above]);
    await undoOnce(before.digest);
    await sheet.go(free[0], months[0]);
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    await planner.shows(free[0], months[2], await sheet.text(free[0], months[0]));
    const along = await planner.stored();
    expect(months.slice(0, 3).map((month) => along.amount(free[0], month))).toEqual(
      Array(3).fill(before.amount(free[0], months[0])),
    );
    await undoOnce(before.digest);
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  });

  test('14 what cannot be read leaves the old value, says so at the cell, and Esc leaves clean', async () => {
    const { sheet, press, page, t, free, months } = planner;
    const before = await planner.stored();
    await sheet.go(free[0], months[0]);
    await page.keyboard.type('abc');
    await press('Enter');
    const said = page.locator('.pg-erring .pg-chip-issue');
    await said.waitFor();
    expect(await said.innerText()).toContain(t('issue.number/notUnderstood'));
    expect(await said.innerText()).toContain('abc');
    expect(await page.locator('.pg-editor-input').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.locator('.pg-editor-input[aria-invalid="true"]').waitFor();
    await press('Escape');
    expect(await editors()).toBe(0);
    expect(await page.locator('.pg-erring').count()).toBe(0);
    expect(await sheet.active()).toBe(`${free[0]} ${months[0]}`);
    expect((await planner.stored()).digest).toBe(before.digest);
  });

  test('15 an input method composes whole words: Enter while it works commits nothing, in numbers and in texts', async () => {
    const { sheet, press, page, context, t, free, months } = planner;
    const before = await planner.stored();
    const session = await context.newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const enter = () =>
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
    await sheet.go(free[0], months[0]);
    await compose('１０');
    await session.send('Input.insertText', { text: '１０００' });
    await page.locator('.pg-editor').waitFor();
    await press('Enter');
    await planner.shows(free[0], months[0], '1,000');
    expect((await planner.stored()).amount(free[0], months[0])).toBe(1000 * unit);
    await undoOnce(before.digest);

    await sheet.go(free[0], 'name');
    await press('Shift+F10');
    const [lead] = t('plan.renameMember', { name: '§' }).split('§');
    await page.getByRole('menuitem', { name: new RegExp(`^${lead}`) }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('textbox');
    await field.fill('');
    await compose('yi');
    await enter();
    expect(await dialog.count()).toBe(1);
    await session.send('Input.insertText', { text: '一千' });
    expect(await field.inputValue()).toBe('一千');
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await sheet.cell(free[0], 'name').getByText('一千', { exact: true }).waitFor();
    await undoOnce(before.digest);
    await session.detach();
  });

  test('16 Ctrl+F finds rows inside closed groups, by pinyin too, and opens them; n of m is right', async () => {
    const { sheet, press, page } = planner;
    await sheet.go((await sheet.rows())[0].id, 'name');
    await press('Control+f');
    await page.locator('.find-bar__input').fill(found);
    const state = () => page.locator('.find-bar__state').innerText();
    await eventually(state).toMatch(/\d/);
    const all = Number(/\d+/.exec(await state())?.[0]);
    expect(all).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (let at = 1; at <= all; at += 1) {
      await press('Enter');
      await eventually(async () => (await state()).match(/\d+/g)?.map(Number)).toEqual([at, all]);
      const path = await page.locator('.find-bar__path').innerText();
      expect(path.toLowerCase()).toContain(language === 'en' ? found : '车用润滑油');
      seen.add(path);
    }
    // Each hit is a row of its own, and after the last comes the first again.
    expect(seen.size).toBe(all);
    await press('Enter');
    await eventually(async () => (await state()).match(/\d+/g)?.map(Number)).toEqual([1, all]);
    await press('Escape');
    const row = (await sheet.active()).split(' ')[0];
    expect(await page.locator(`.ag-row[row-id="${row}"] .pg-label`).innerText()).not.toBe('');
    await press('Control+Home', 'Control+k');
    await page.locator('.palette__input').fill(planner.t('action.closeAll'));
    await press('Enter');
    await eventually(async () => (await sheet.rows()).filter(({ id }) => id.includes('/')).length).toBe(0);
    await press('Control+k');
    await page.locator('.palette__input').fill(planner.t('action.openAll'));
    await press('Enter');
    await eventually(async () => (await sheet.rows()).length).toBeGreaterThan(16);
    await page.evaluate(() =>
      localStorage.removeItem(Object.keys(localStorage).find((key) => key.includes('planView')) ?? ''),
    );
    await page.reload();
    await sheet.ready();
  });

  test('17 Ctrl+; puts the day it is here into a date field, not the day it is in Greenwich', async () => {
    const { page, press, t, button, url } = planner;
    // Seven in the morning in Shanghai is the day before in Greenwich.
    await page.clock.setFixedTime(new Date('2026-03-01T23:00:00Z'));
    await page.goto(`${url}#/plan?tab=rounds`);
    await button(t('round.open')).first().click();
    const date = page.locator('input[type="date"]').first();
    await date.focus();
    await press('Control+;');
    expect(await date.inputValue()).toBe('2026-03-02');
    await press('Escape');
    await page.goto(`${url}#/plan`);
    await planner.sheet.ready();
  });

  test('18 Shift+F10 opens the menu at the cell, arrows walk in it, Esc gives the cell back', async () => {
    const { sheet, press, page, free, months } = planner;
    await sheet.go(free[1], months[1]);
    await press('Shift+F10');
    const menu = page.getByRole('menu');
    await menu.waitFor();
    const [cell, box] = [await sheet.cell(free[1], months[1]).boundingBox(), await menu.boundingBox()];
    expect(Math.abs((box?.x ?? 0) - (cell?.x ?? 0))).toBeLessThan((box?.width ?? 0) + (cell?.width ?? 0));
    const item = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await press('ArrowDown');
    const first = await item();
    await press('ArrowDown');
    expect(await item()).not.toBe(first);
    expect(await page.locator('[role="menuitem"]:focus').count()).toBe(1);
    await press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await sheet.active()).toBe(`${free[1]} ${months[1]}`);
  });
});
