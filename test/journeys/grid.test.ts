import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchOptions } from '../browser.mjs';
import { serve } from '../server.mjs';
import { seriousFindings } from './support/axe';

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
    await press('5');
    expect(await editors()).toBe(0);
    await expect.poll(toasts).toContain('target/periodClosed');
    expect(await live()).toContain('closed');
    await cell('region:1', 'lastYear').click();
    await press('F2');
    await expect.poll(toasts).toContain('target/notEditable');
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
    await press('ArrowDown', 'Enter');
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

  it('copies one cell in full precision and pastes through the grammar; a block is refused whole', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(server.url).origin });
    await open();
    await cell('region:1', 'm:2027-09').click();
    await press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\d+(\.\d+)?$/);
    const shown = await number('region:1', 'm:2027-09');
    await cell('region:2', 'm:2027-09').click();
    await press('Control+v');
    await shows('region:2', 'm:2027-09').is(shown);
    await page.evaluate(() => navigator.clipboard.writeText('1\t2\n3\t4\n'));
    await press('Control+v');
    await expect.poll(toasts).toContain('one cell');
    expect(await number('region:2', 'm:2027-09')).toBe(shown);
    await page.evaluate(() => navigator.clipboard.writeText('9,876\n'));
    await press('Control+v');
    await shows('region:2', 'm:2027-09').is('9,876');
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
