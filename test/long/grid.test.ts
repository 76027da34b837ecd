import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchOptions } from '../browser.mjs';
import { seriousFindings } from '../journeys/support/axe';
import { serve } from '../server.mjs';

/** The plan sheet over a plan in memory: keys, editing, input method, clipboard and looks in a real browser. */
const BUILD = fileURLToPath(new URL('../ui/grid/harness/build.mjs', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'quotagrid-grid-'));
let browser: Browser;
let server: { url: string; close(): Promise<unknown> };
let context: BrowserContext;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(process.execPath, [BUILD, dir], { env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}\n${built.stderr}`);
  server = await serve({ dir });
  browser = await chromium.launch(launchOptions({}));
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
});

afterEach(async () => {
  await context.close();
  expect(errors.splice(0)).toEqual([]);
});

const open = async (query = 'language=en') => {
  await page.goto(`${server.url}?${query}`);
  await cell('region:1', 'y:2027').locator('.pg-digits:not(:empty)').waitFor();
};
const openWithClipboard = async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(server.url).origin });
  await open();
};
const writeClipboard = (text: string) => page.evaluate((plain) => navigator.clipboard.writeText(plain), text);
const cell = (row: string, column: string) => page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`);
const number = (row: string, column: string) => cell(row, column).locator('.pg-digits').innerText();
const amount = async (row: string, column: string) =>
  Number((await number(row, column)).replace(/,/g, '').replace('−', '-'));
const shows = (row: string, column: string) => ({
  is: (text: string) => cell(row, column).locator('.pg-digits').getByText(text, { exact: true }).waitFor(),
});
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const active = () =>
  page.evaluate(() => {
    const focused = document.activeElement?.closest('.ag-cell');
    return `${focused?.closest('.ag-row')?.getAttribute('row-id')} ${focused?.getAttribute('col-id')}`;
  });
const editors = () => page.locator('.pg-editor').count();
const live = () => page.getByTestId('live').innerText();
const toasts = () => page.getByTestId('toasts').innerText();

describe('keys', () => {
  it('walk without editing: Tab run and Enter, Home and End, corners, quarter edges, groups', async () => {
    await open();
    await cell('region:1', 'm:2027-05').click();
    await press('Tab', 'Tab', 'Tab', 'Enter');
    expect(await active()).toBe('region:2 m:2027-05');
    expect(await editors()).toBe(0);
    await press('End');
    expect(await active()).toBe('region:2 q:2027-Q4');
    await press('Home');
    expect(await active()).toBe('region:2 name');
    await press('Control+End');
    expect(await active()).toBe('all q:2027-Q4');
    await press('Control+Home');
    expect(await active()).toBe('region:1 name');
    await press('Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight');
    expect(await active()).toBe('region:1 q:2027-Q1');
    await press('Control+ArrowDown');
    expect(await active()).toBe('region:2 q:2027-Q1');
  });

  it('open and close rows by arrows, Alt+Shift+arrows and click, and keep the view after a reload', async () => {
    await open();
    await cell('region:1', 'name').click();
    await press('ArrowRight');
    await cell('region:1/seller:1', 'name').waitFor();
    expect(await page.locator('.ag-row[row-id="region:1"]').getAttribute('aria-expanded')).toBe('true');
    await press('ArrowDown', 'Alt+Shift+ArrowRight');
    await cell('region:1/seller:1/product:6', 'name').waitFor();
    expect(await page.locator('.ag-row[row-id="region:1/seller:1"]').getAttribute('aria-level')).toBe('2');
    await press('Alt+Shift+ArrowLeft');
    await cell('region:1/seller:1/product:6', 'name').waitFor({ state: 'detached' });
    expect(await active()).toBe('region:1/seller:1 name');
    await cell('region:2', 'name').locator('.pg-arrow').click();
    await cell('region:2/seller:7', 'name').waitFor();
    await page.reload();
    await cell('region:2/seller:7', 'name').waitFor();
    await cell('region:1/seller:1', 'name').waitFor();
  });

  it('switch year, quarter and month with equal totals, and close one quarter', async () => {
    await open();
    const year = await number('region:1', 'y:2027');
    await page.getByRole('radio', { name: 'Quarter' }).check();
    await cell('region:1', 'm:2027-05').waitFor({ state: 'detached' });
    expect(await number('region:1', 'y:2027')).toBe(year);
    await page.getByRole('radio', { name: 'Year' }).check();
    await cell('region:1', 'q:2027-Q1').waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'Month' }).check();
    await page.locator('.pg-head-quarter', { hasText: 'Q2' }).first().click();
    await cell('region:1', 'm:2027-05').waitFor({ state: 'detached' });
    await cell('region:1', 'm:2027-07').waitFor();
  });
});

describe('editing', () => {
  it('types over, keeps with F2, restores with Esc, and spreads with a preview', async () => {
    await open();
    await cell('region:1', 'm:2027-09').click();
    const before = await number('region:1', 'm:2027-09');
    await press('F2');
    expect((await page.locator('.pg-editor-input').inputValue()).length).toBeGreaterThan(3);
    await press('Escape');
    expect(await number('region:1', 'm:2027-09')).toBe(before);
    expect(await active()).toBe('region:1 m:2027-09');
    await page.keyboard.type('20000');
    await page.getByText('→').waitFor();
    expect(await page.locator('.pg-chip').innerText()).toMatch(/→ 20,000[\s\S]*spreads to 36 leaf values/);
    await press('Enter');
    await shows('region:1', 'm:2027-09').is('20,000');
    expect(await active()).toBe('region:2 m:2027-09');
    await press('Control+z');
    await shows('region:1', 'm:2027-09').is(before);
    await press('Control+y');
    await shows('region:1', 'm:2027-09').is('20,000');
  });

  it('reads arithmetic, growth and units, and sums stay true', async () => {
    await open();
    await cell('region:2', 'm:2027-10').click();
    for (const [typed, shown] of [
      ['=1200*10', '12,000'],
      ['+10%', '13,200'],
      ['*1.05', '13,860'],
      ['1.2m', '1,200'],
      ['1000万', '10,000'],
    ]) {
      await page.keyboard.type(typed);
      await press('Control+Enter');
      await shows('region:2', 'm:2027-10').is(shown);
    }
    const parts = await Promise.all([1, 2, 3, 4, 5].map((region) => amount(`region:${region}`, 'm:2027-10')));
    const total = await amount('all', 'm:2027-10');
    expect(Math.abs(parts.reduce((a, b) => a + b, 0) - total)).toBeLessThanOrEqual(3);
  });

  it('keeps what it cannot read, says why, and leaves clean', async () => {
    await open();
    await cell('region:1', 'm:2027-09').click();
    const before = await number('region:1', 'm:2027-09');
    await page.keyboard.type('abc');
    await press('Enter');
    expect(await page.locator('.pg-editor-input').inputValue()).toBe('abc');
    await page.locator('.pg-erring .pg-chip-issue').waitFor();
    await press('Escape');
    expect(await number('region:1', 'm:2027-09')).toBe(before);
    expect(await editors()).toBe(0);
    expect(await active()).toBe('region:1 m:2027-09');
  });

  it('commits when another cell is clicked', async () => {
    await open();
    await cell('region:1', 'm:2027-09').click();
    await page.keyboard.type('21000');
    await cell('region:3', 'm:2027-09').click();
    await shows('region:1', 'm:2027-09').is('21,000');
    expect(await active()).toBe('region:3 m:2027-09');
  });

  it('clears to a blank, which is not 0, and Backspace opens empty', async () => {
    await open();
    await cell('region:1', 'm:2027-09').click();
    const before = await number('region:1', 'm:2027-09');
    await press('Delete');
    await shows('region:1', 'm:2027-09').is('–');
    await press('Control+z');
    await shows('region:1', 'm:2027-09').is(before);
    await press('Backspace');
    expect(await page.locator('.pg-editor-input').inputValue()).toBe('');
    await press('Escape');
    await shows('region:1', 'm:2027-09').is(before);
  });

  it('says at once why a cell takes no entry', async () => {
    await open();
    await cell('region:1', 'm:2027-02').click();
    // The cell itself is said once it rests.
    await expect.poll(live).toContain('North');
    await press('5');
    expect(await editors()).toBe(0);
    await expect.poll(toasts).toContain('target/periodClosed');
    await expect.poll(live).toContain('closed');
    await cell('region:1', 'lastYear').click();
    await press('F2');
    await expect.poll(toasts).toContain('cell/fromOrders');
  });

  it('locks all below and the total by key, menu and toolbar, and a locked cell refuses', async () => {
    await open();
    await cell('region:2', 'm:2027-08').click();
    await press('Alt+l');
    await page.locator('.ag-row[row-id="region:2"] .pg-frozen[col-id="m:2027-08"]').waitFor();
    await press('7');
    await expect.poll(toasts).toContain('target/nothingFree');
    await press('Alt+l');
    await page.locator('.ag-row[row-id="region:2"] .pg-frozen').waitFor({ state: 'detached' });
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Lock total' }).waitFor();
    await press('l', 'ArrowDown', 'Enter');
    await page.locator('.ag-row[row-id="region:2"] .pg-held-total[col-id="m:2027-08"]').waitFor();
    expect(await active()).toBe('region:2 m:2027-08');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.locator('.ag-row[row-id="region:2"] .pg-held-total').waitFor({ state: 'detached' });
  });

  it('shows what is left of the goal in a row of its own', async () => {
    await open();
    await cell('all', 'y:2027').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Set as goal' }).click();
    await cell('unallocated', 'y:2027').waitFor();
    await cell('region:1', 'm:2027-09').click();
    await page.keyboard.type('10000');
    await press('Enter');
    await page.locator('.pg-left-over').waitFor();
    expect(await page.locator('.status-bar').innerText()).toMatch(
      /Allocated [\d,]+ \+ Unallocated [\d,]+ = target [\d,]+/,
    );
  });
});

describe('input method and clipboard', () => {
  it('starts the editor with what was composed; Enter during composition commits nothing', async () => {
    await open('language=zh-CN');
    await cell('region:1', 'm:2027-09').click();
    const session = await context.newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '１０', selectionStart: 2, selectionEnd: 2 });
    expect(await editors()).toBe(0);
    await session.send('Input.insertText', { text: '１０００' });
    await page.locator('.pg-editor').waitFor();
    expect(await page.locator('.pg-editor-input').inputValue()).toBe('１０００');
    await session.send('Input.imeSetComposition', { text: '万', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
    expect(await editors()).toBe(1);
    await session.send('Input.insertText', { text: '万' });
    await press('Enter');
    await shows('region:1', 'm:2027-09').is('1,000');
    expect(await active()).toBe('region:2 m:2027-09');
    await press('ArrowUp', 'F2');
    expect(await page.locator('.pg-editor-input').inputValue()).toBe('1000');
  });

  it('copies one cell in full precision and pastes through the grammar', async () => {
    await openWithClipboard();
    await cell('region:1', 'm:2027-09').click();
    await press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\d+(\.\d+)?$/);
    const shown = await number('region:1', 'm:2027-09');
    await cell('region:2', 'm:2027-09').click();
    await press('Control+v');
    await shows('region:2', 'm:2027-09').is(shown);
    await page.evaluate(() => navigator.clipboard.writeText('9,876\n'));
    await press('Control+v');
    await shows('region:2', 'm:2027-09').is('9,876');
  });
});

describe('a selection', () => {
  const REGIONS = [1, 2, 3, 4, 5].map((id) => `region:${id}`);
  const selected = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.ag-cell[aria-selected="true"]')].map(
        (one) => `${one.closest('.ag-row')?.getAttribute('row-id')} ${one.getAttribute('col-id')}`,
      ),
    );
  const figure = (name: string) => page.locator(`[data-figure="${name}"] b`).innerText();
  const numbers = (rows: string[], columns: string[]) =>
    Promise.all(rows.flatMap((row) => columns.map((column) => number(row, column))));

  it('grows by Shift and arrows, by drag and by Shift and click, around the cell it began at', async () => {
    await open();
    await cell('region:2', 'm:2027-08').click();
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    const block = ['region:2 m:2027-08', 'region:2 m:2027-09', 'region:3 m:2027-08', 'region:3 m:2027-09'];
    expect(await selected()).toEqual(block);
    expect(await active()).toBe('region:2 m:2027-08');
    await press('Escape');
    expect(await selected()).toEqual([]);
    await cell('region:3', 'm:2027-09').click({ modifiers: ['Shift'] });
    expect(await selected()).toEqual(block);
    await cell('region:1', 'm:2027-05').click();
    await cell('region:2', 'm:2027-08').hover();
    await page.mouse.down();
    await cell('region:3', 'm:2027-09').hover();
    await expect.poll(selected).toEqual(block);
    await page.mouse.up();
    expect(await active()).toBe('region:2 m:2027-08');
  });

  it('is walked through by Tab and Enter, and given up by an arrow', async () => {
    await open();
    await cell('region:2', 'm:2027-08').click();
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Tab', 'Tab');
    expect(await active()).toBe('region:3 m:2027-08');
    await press('Enter');
    expect(await active()).toBe('region:2 m:2027-09');
    expect(await selected()).toHaveLength(4);
    await press('ArrowDown');
    expect(await selected()).toEqual([]);
  });

  it('takes rows, columns and all by key, gutter and head', async () => {
    await open();
    await cell('region:2', 'm:2027-08').click();
    await press('Control+Shift+ArrowRight');
    expect((await selected()).at(-1)).toBe('region:2 q:2027-Q3');
    await press('Control+Space');
    expect((await selected()).filter((one) => one.endsWith('m:2027-08'))).toHaveLength(6);
    await press('Escape', 'Shift+Space');
    expect((await selected())[0]).toBe('region:2 name');
    await press('Control+a');
    expect(await selected()).toContain('region:5 lastYear');
    await page.locator('.ag-header-cell[col-id="m:2027-09"]').click();
    expect((await selected()).every((one) => one.endsWith(' m:2027-09'))).toBe(true);
    await cell('region:3', 'hold').click();
    expect((await selected()).every((one) => one.startsWith('region:3 '))).toBe(true);
  });

  it('is summed in the status bar and said aloud; blanks are not counted, a click copies', async () => {
    await openWithClipboard();
    await cell('region:1', 'm:2027-09').click();
    await press('Delete');
    await shows('region:1', 'm:2027-09').is('–');
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
    const columns = ['m:2027-09', 'q:2027-Q3'];
    await expect.poll(() => figure('count')).toBe('5');
    const shown = await numbers(['region:1', 'region:2', 'region:3'], columns);
    const sum = shown.filter((text) => text !== '–').reduce((total, text) => total + Number(text.replace(/,/g, '')), 0);
    expect(Math.abs(Number((await figure('sum')).replace(/,/g, '')) - sum)).toBeLessThanOrEqual(3);
    await expect.poll(live).toMatch(/^6 cells selected, sum [\d,]+/);
    await page.locator('[data-figure="sum"]').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\d+(\.\d+)?$/);
  });

  it('is cleared to blanks at once, and one undo gives every cell its own value back', async () => {
    await open();
    const [rows, columns] = [
      ['region:2', 'region:3'],
      ['m:2027-07', 'm:2027-08', 'm:2027-09'],
    ];
    const before = await numbers(rows, columns);
    await cell('region:2', 'm:2027-07').click();
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Delete');
    await expect.poll(() => numbers(rows, columns)).toEqual(Array(6).fill('–'));
    await press('Control+z');
    await expect.poll(() => numbers(rows, columns)).toEqual(before);
  });

  it('takes one typed value, or a change of each own value, by Ctrl+Enter', async () => {
    await open();
    await cell('region:2', 'm:2027-08').click();
    await press('Shift+ArrowDown');
    await page.keyboard.type('2000');
    await press('Control+Enter');
    await shows('region:3', 'm:2027-08').is('2,000');
    await cell('region:3', 'm:2027-08').click();
    await page.keyboard.type('3000');
    await press('Enter');
    await shows('region:3', 'm:2027-08').is('3,000');
    await cell('region:2', 'm:2027-08').click();
    await press('Shift+ArrowDown');
    await page.keyboard.type('+10%');
    await press('Control+Enter');
    await shows('region:2', 'm:2027-08').is('2,200');
    await shows('region:3', 'm:2027-08').is('3,300');
    expect(await selected()).toHaveLength(2);
  });

  it('fills down and right by key; the page is neither bookmarked nor loaded anew', async () => {
    await open();
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    const above = await number('region:2', 'm:2027-08');
    await cell('region:3', 'm:2027-08').click();
    await press('Control+d');
    await shows('region:3', 'm:2027-08').is(above);
    await cell('region:2', 'm:2027-10').click();
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    const left = await number('region:2', 'm:2027-10');
    await shows('region:2', 'm:2027-12').is(left);
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  });

  it('is filled from by the handle, in the way that is chosen after the drop', async () => {
    await open();
    for (const [column, text] of [
      ['m:2027-10', '1000'],
      ['m:2027-11', '1100'],
    ]) {
      await cell('region:2', column).click();
      await page.keyboard.type(text);
      await press('Enter');
    }
    await shows('region:2', 'm:2027-11').is('1,100');
    await cell('region:2', 'm:2027-10').click();
    await press('Shift+ArrowRight');
    await page.locator('.pg-handle').hover();
    await page.mouse.down();
    await cell('region:2', 'm:2027-12').hover();
    await page.mouse.up();
    await page.getByRole('radio', { name: 'Growth +10.0%' }).check();
    await page.getByRole('button', { name: 'Fill', exact: true }).click();
    await shows('region:2', 'm:2027-12').is('1,210');
    expect(await active()).toBe('region:2 m:2027-10');
  });

  it('copies a block as numbers without marks, as a table, and with heads', async () => {
    await openWithClipboard();
    await cell('region:1', 'm:2027-07').click();
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c');
    const [plain, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = async (type: string) => (await item.getType(type)).text();
      return [await text('text/plain'), await text('text/html')];
    });
    const lines = plain.split('\n').map((line) => line.split('\t'));
    expect(lines.map((line) => line.length)).toEqual([2, 2]);
    expect(lines.flat().every((text) => /^-?\d+(\.\d+)?$/.test(text))).toBe(true);
    expect(html).toContain('<td>');
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy with headers' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^Region.*\tJul \(.+\)\tAug \(.+\)\n/);
  });

  it('pastes what a spreadsheet wrote: exactly its cells, one undo', async () => {
    await openWithClipboard();
    const before = await numbers(REGIONS, ['m:2027-07', 'm:2027-08']);
    await writeClipboard('"1,000"\t"open,\nsee note"\r\n300\t1.2m\r\n');
    await cell('region:2', 'm:2027-07').click();
    await press('Control+v');
    await page.getByRole('dialog').waitFor();
    expect(await page.locator('[data-count="unread"] b').innerText()).toBe('1');
    await page.getByRole('button', { name: /Paste 3 cells/ }).click();
    await shows('region:2', 'm:2027-07').is('1,000');
    await shows('region:3', 'm:2027-07').is('300');
    await shows('region:3', 'm:2027-08').is('1,200');
    expect(await numbers(['region:4', 'region:2'], ['m:2027-07', 'm:2027-08'])).toEqual([
      ...before.slice(6, 8),
      '1,000',
      before[3],
    ]);
    await press('Control+z');
    await expect.poll(() => numbers(REGIONS, ['m:2027-07', 'm:2027-08'])).toEqual(before);
  });

  it('shows what a paste over locks, totals and closed months would do; Cancel changes nothing', async () => {
    await openWithClipboard();
    await cell('region:2', 'm:2027-05').click();
    await press('Alt+l');
    await page.locator('.ag-row[row-id="region:2"] .pg-frozen').first().waitFor();
    const columns = ['m:2027-04', 'm:2027-05', 'm:2027-06', 'q:2027-Q2'];
    const before = await numbers(['region:2', 'region:3'], columns);
    await writeClipboard('5000\t5000\t5000\t1\n6000\t6000\t6000\t2\n');
    await cell('region:2', 'm:2027-04').click();
    await press('Control+v');
    const count = (id: string) => page.locator(`[data-count="${id}"] b`).innerText();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const changes = Number(await count('changes'));
    expect([await count('held'), await count('totals')]).toEqual(['1', '2']);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await numbers(['region:2', 'region:3'], columns)).toEqual(before);
    expect(await active()).toBe('region:2 m:2027-04');
    await press('Control+v');
    await page.getByRole('button', { name: new RegExp(`Paste ${changes} cells`) }).click();
    await shows('region:3', 'm:2027-06').is('6,000');
    expect(await number('region:2', 'm:2027-05')).toBe(before[1]);
    const after = await numbers(['region:2', 'region:3'], columns.slice(0, 3));
    expect(after.filter((text, at) => text !== [...before.slice(0, 3), ...before.slice(4, 7)][at])).toHaveLength(
      changes,
    );
  });

  it('offers to convert amounts that were written in another unit', async () => {
    await openWithClipboard();
    const [july, august] = await numbers(['region:2'], ['m:2027-07', 'm:2027-08']);
    const inFull = [july, august].map((text) => Number(text.replace(/,/g, '')) * 1000 + 1000);
    await writeClipboard(inFull.join('\t'));
    await cell('region:2', 'm:2027-07').click();
    await press('Control+v');
    await page.locator('.pg-paste__jump').waitFor();
    await page.getByRole('button', { name: /^Convert from/ }).click();
    await expect.poll(() => amount('region:2', 'm:2027-07')).toBe(Number(july.replace(/,/g, '')) + 1);
  });

  it('moves a cut block in one step, and Esc takes its mark away', async () => {
    await openWithClipboard();
    const moved = await number('region:2', 'm:2027-07');
    await cell('region:2', 'm:2027-07').click();
    await press('Control+x');
    await page.locator('.pg-marked').waitFor();
    await press('Escape');
    await page.locator('.pg-marked').waitFor({ state: 'detached' });
    await press('Control+x');
    await cell('region:3', 'm:2027-08').click();
    await press('Control+v');
    await shows('region:3', 'm:2027-08').is(moved);
    await shows('region:2', 'm:2027-07').is('–');
    await press('Control+z');
    await shows('region:2', 'm:2027-07').is(moved);
  });
});

describe('looks', () => {
  it.each([
    ['light', 'zh-CN'],
    ['dark', 'en'],
  ])('has no serious accessibility finding in %s %s', async (theme, language) => {
    await open(`language=${language}&theme=${theme}`);
    await cell('region:1', 'name').locator('.pg-arrow').click();
    await cell('region:1/seller:1', 'y:2027').click();
    await press('Alt+l');
    await page.locator('.ag-row[row-id="region:1/seller:1"] .pg-frozen').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await cell('region:1/seller:2', 'm:2027-09').click();
    await page.keyboard.type('+10%');
    await page.getByText('→').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await press('Escape', 'Shift+F10');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('keeps its data when language and theme change', async () => {
    await open();
    await cell('region:1', 'y:2027').click();
    await page.evaluate(() => {
      const { app } = window as unknown as { app: { preferences: Record<string, (value: string) => void> } };
      app.preferences.setLanguage('zh-CN');
      app.preferences.setTheme('dark');
    });
    await page.getByText('FY27 目标').waitFor();
    expect(await amount('region:1', 'y:2027')).toBeGreaterThan(1000);
    const paper = await cell('region:1', 'name').evaluate(
      (element) => getComputedStyle(element.closest('.ag-row') ?? element).backgroundColor,
    );
    expect(paper).toBe('rgb(33, 31, 28)');
  });
});
