/** How long the page is deaf while a file of 200,000 lines is brought, tried out and imported in the built app. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderLines } from './orderLines.mjs';

const LINES = 200_000;
const LIMIT = 50;
const CHECKED = '.preview--stale, [aria-busy="true"]';

/** The longest task of the page's main thread, in processor time: what another program takes from it is not its own. */
export async function runImportPageBench(browser, { url, dir }) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const file = join(dir, 'orders.csv');
  writeFileSync(file, orderLines(LINES));
  await page.goto(url);
  await page.getByRole('button', { name: 'Open sample' }).first().click();
  await page.waitForFunction(() => !location.hash.includes('start') && location.hash !== '');
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  const input = page.locator('input[type="file"]').first();
  await input.waitFor({ state: 'attached' });
  await page.waitForTimeout(1000);
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] });
  const start = performance.now();
  // By path: a buffer would be unpacked by the page itself.
  await input.setInputFiles(file);
  await page.locator('.table-list__place').first().waitFor();
  await quiet(page);
  await page.getByRole('button', { name: /^Dry run/ }).click();
  await page.getByRole('table', { name: 'Dry run' }).waitFor();
  await quiet(page);
  await page.getByRole('button', { name: /^Import [\d,]+ rows/ }).click();
  await page.getByRole('heading', { name: /rows imported$/ }).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1000);
  const ms = performance.now() - start;
  const tasks = tasksOf(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  await context.close();
  if (tasks.length === 0) throw new Error('the trace holds no tasks of the page');
  const longest = Math.max(...tasks.map((task) => task.own));
  const wall = Math.max(...tasks.map((task) => task.wall));
  const reference = `${LIMIT} ms for one task; longest ${longest.toFixed(1)} ms of ${tasks.length}, ${wall.toFixed(1)} ms by the clock`;
  return [
    { id: 'import-longest-task', ms, reference, ratio: longest / LIMIT, must: 1, aim: 0.32, higherIsBetter: false },
  ];
}

async function quiet(page) {
  await page.waitForFunction((busy) => document.querySelectorAll(busy).length === 0, CHECKED, { timeout: 120_000 });
}

/** Tasks of the main threads of pages, in ms: by their processor and by the clock. */
function tasksOf(events) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return events
    .filter(({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && threads.has(`${pid}/${tid}`))
    .map(({ dur, tdur }) => ({ own: (tdur ?? dur) / 1000, wall: dur / 1000 }));
}
