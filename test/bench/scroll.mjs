/** Fifty thousand rows of sixty columns under the wheel: how evenly frames come, and whether numbers are there. */
import { newPage } from './benchPage.mjs';
import { storePlan } from './storePlan.mjs';

/** A sheet of two levels opens with both: 50,029 rows, of which it shows 50,000; four years of months, quarters and sums are 68 columns. */
const MEMBERS = { region: 49, product: 1_020 };
const YEARS = 4;
/** Each to and fro, in pixels and pixels per second. */
const GESTURES = [
  { x: 0, y: -24_000, speed: 6_000 },
  { x: 0, y: 12_000, speed: 2_500 },
  { x: -5_000, y: 0, speed: 2_500 },
  { x: 0, y: -24_000, speed: 6_000 },
  { x: 5_000, y: 0, speed: 2_500 },
];

/** One row for a stored plan on the plan page; `naive` is the yardstick of the kernel rows in the same run. */
export async function runScrollBench(browser, { url, script, naive }) {
  const page = await newPage(browser);
  await page.goto(url);
  await page.evaluate(storePlan, { script, members: MEMBERS, years: YEARS });
  await page.goto('about:blank');
  await page.goto(`${url}#/plan`);
  await page.waitForFunction(() => window.__numbersAt !== undefined, null, { timeout: 60_000 });
  await page.waitForTimeout(2_000);
  const shape = await page.evaluate(() => {
    const grid = document.querySelector('[role="treegrid"]');
    return { rows: Number(grid.getAttribute('aria-rowcount')), columns: Number(grid.getAttribute('aria-colcount')) };
  });
  if (shape.rows < 50_000 || shape.columns < 60) throw new Error(`only ${shape.rows} rows × ${shape.columns} columns`);
  const box = await page.locator('.pg-host .ag-grid-viewport').boundingBox();
  const session = await page.context().newCDPSession(page);
  await page.evaluate(watchFrames);
  await page.waitForTimeout(1_500);
  const resting = (await page.evaluate(() => window.__frames())).frames.sort((a, b) => a - b);
  await page.evaluate(watchFrames);
  for (const { x, y, speed } of GESTURES) {
    await session.send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      xDistance: x,
      yDistance: y,
      speed,
      preventFling: true,
      gestureSourceType: 'mouse',
    });
  }
  const { frames, blank } = await page.evaluate(() => window.__frames());
  await page.context().close();
  const sorted = frames.sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)];
  const still = resting[Math.floor((resting.length - 1) * 0.95)].toFixed(1);
  const rest = `${frames.length} frames, median ${at(0.5).toFixed(1)}, longest ${at(1).toFixed(0)}, numbers to come in ${(blank * 100).toFixed(0)} % of them; ${still} where nothing moves`;
  return [
    {
      id: 'scroll-50k-rows-p95-frame',
      ms: at(0.95),
      reference: `33 ms; ${shape.rows} rows × ${shape.columns} columns, ${rest}; naive spread ${naive} ms`,
      ratio: at(0.95) / 33,
      must: 1,
      aim: 20 / 33,
      higherIsBetter: false,
    },
  ];
}

/** Runs in the page. */
function watchFrames() {
  const frames = [];
  let [last, blank, seen] = [performance.now(), 0, 0];
  let running = true;
  const look = (now) => {
    frames.push(now - last);
    last = now;
    seen += 1;
    // Only rows that are wholly in sight count; a pointer look-up needs no walk over all cells.
    const box = document.querySelector('.pg-host .ag-grid-viewport').getBoundingClientRect();
    const cell = document.elementFromPoint(box.left + box.width * 0.6, box.top + box.height * 0.5)?.closest('.ag-cell');
    if (!cell || cell.querySelector('.pg-digits')?.textContent === '') blank += 1;
    if (running) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.__frames = () => {
    running = false;
    return { frames: frames.slice(2), blank: blank / Math.max(1, seen) };
  };
}
