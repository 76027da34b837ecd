import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createRandom } from '~/engine/numeric';
import { type OwnBrowser, startBrowser } from './ownBrowser';
import { type Sheet, sheetOf } from './sheet';
import { wordsOf } from './words';

export interface KillReport {
  kills: number;
  attempted: number;
  acknowledged: number;
  /** Cells that lacked an acknowledged edit after a kill. */
  lost: string[];
  /** Columns whose regions no longer added up to the total. */
  torn: string[];
  /** From the key that applies an edit to the sign that says it is saved. */
  saveMs: number[];
  /** From the start of the load to numbers in the total. */
  openMs: number[];
}

export interface KillLoopOptions {
  url: string;
  kills: number;
  seed: number;
  /** A control: takes an edit for saved before it is typed. The loop must notice what such an app loses. */
  tooEarly?: boolean;
}

interface Cell {
  row: string;
  column: string;
  /** What the cell must show at least, and what it may show besides. */
  acknowledged: number | null;
  attempted: number | null;
}

const t = wordsOf('en');

/**
 * Types into the real grid of the real app, kills the whole browser at a random moment, starts it again on the same
 * profile, and compares: every edit that the app's own sign called saved is there, and none is there by half.
 */
export async function killLoop(options: KillLoopOptions): Promise<KillReport> {
  const random = createRandom(options.seed);
  const profile = mkdtempSync(join(tmpdir(), 'quotagrid-kill-'));
  const report: KillReport = { kills: 0, attempted: 0, acknowledged: 0, lost: [], torn: [], saveMs: [], openMs: [] };
  let browser: OwnBrowser | null = null;
  let cells: Cell[] = [];
  let amount = 100_000;
  try {
    while (report.kills <= options.kills) {
      browser = await startBrowser(profile);
      const { page } = browser;
      const sheet = sheetOf(page);
      page.setDefaultTimeout(30_000);
      if (cells.length === 0) cells = await openSample(page, sheet, options.url);
      else await reopen(page, sheet, { url: options.url, report });
      await compare(sheet, cells, report);
      if (report.kills === options.kills) break;
      let isKilled = false;
      const killed = (async (own: OwnBrowser) => {
        await new Promise((resolve) => setTimeout(resolve, 200 + random() * 1500));
        isKilled = true;
        await own.kill();
      })(browser);
      while (!isKilled) {
        amount += 1;
        const cell = cells[Math.floor(random() * cells.length)];
        await edit(page, sheet, { cell, amount, report, tooEarly: options.tooEarly ?? false }).catch(
          (error: unknown) => {
            if (!isKilled) throw error;
          },
        );
      }
      await killed;
      report.kills += 1;
    }
    return report;
  } finally {
    await browser?.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Minor units in one of the thousands the sheet shows. */
const MINOR = 100_000;

const regionsOf = async (sheet: Sheet): Promise<string[]> =>
  (await sheet.rows()).filter((row) => row.level === 1 && row.id.startsWith('region:')).map((row) => row.id);

const sign = (page: Page) => page.locator('.save-sign .tone-good');

async function openSample(page: Page, sheet: Sheet, url: string): Promise<Cell[]> {
  await page.goto(url);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('button', { name: /^(Open sample|打开示例)$/ }).click();
  await page.waitForURL(({ hash }) => hash.startsWith('#/home'));
  await showPlan(page, sheet, url);
  await sign(page).waitFor();
  // The last regions: the sample locks somebody in the first.
  const rows = (await regionsOf(sheet)).slice(-2);
  const columns = (await sheet.columns()).filter((column) => column.startsWith('m:')).slice(0, 2);
  return rows
    .slice(0, 2)
    .flatMap((row) => columns.map((column) => ({ row, column, acknowledged: null, attempted: null })));
}

async function showPlan(page: Page, sheet: Sheet, url: string): Promise<void> {
  await page.goto(`${url}#/plan`);
  await sheet.ready();
}

async function reopen(page: Page, sheet: Sheet, { url, report }: { url: string; report: KillReport }): Promise<void> {
  const begin = performance.now();
  await showPlan(page, sheet, url).catch(async (error: unknown) => {
    const seen = await page.evaluate(() => `${location.hash} ${document.body.innerText}`);
    throw new Error(`after kill ${report.kills} the page shows: ${seen}`, { cause: error });
  });
  report.openMs.push(Math.round(performance.now() - begin));
  const bar = await page
    .getByText(t('shell.readOnlyOtherTab'))
    .or(page.getByText(t('shell.readOnlyDamaged')))
    .count();
  if (bar > 0) report.torn.push('opened for looking only');
}

async function edit(
  page: Page,
  sheet: Sheet,
  { cell, amount, report, tooEarly }: { cell: Cell; amount: number; report: KillReport; tooEarly: boolean },
): Promise<void> {
  const shown = amount.toLocaleString('en-US');
  cell.attempted = amount;
  report.attempted += 1;
  if (tooEarly) cell.acknowledged = amount;
  await sheet.go(cell.row, cell.column);
  await page.keyboard.type(String(amount));
  const begin = performance.now();
  await page.keyboard.press('Control+Enter');
  // The number and the sign "saving" come together, so a sign that says saved after it speaks of this edit.
  await sheet.cell(cell.row, cell.column).locator('.pg-digits').getByText(shown, { exact: true }).waitFor();
  await sign(page).waitFor();
  report.saveMs.push(Math.round(performance.now() - begin));
  cell.acknowledged = amount;
  report.acknowledged += 1;
}

async function compare(sheet: Sheet, cells: Cell[], report: KillReport): Promise<void> {
  for (const cell of cells) {
    const now = await sheet.exact(cell.row, cell.column);
    const isKept = cell.acknowledged === null || now === cell.acknowledged || now === cell.attempted;
    if (!isKept) report.lost.push(`${cell.row} ${cell.column}: ${now}, saved ${cell.acknowledged}`);
    cell.acknowledged = now;
    cell.attempted = now;
  }
  const regions = await regionsOf(sheet);
  for (const column of new Set(cells.map((cell) => cell.column))) {
    let sum = 0;
    for (const row of regions) sum += Math.round(((await sheet.exact(row, column)) ?? 0) * MINOR);
    if (sum !== Math.round(((await sheet.exact('all', column)) ?? 0) * MINOR)) report.torn.push(column);
  }
}
