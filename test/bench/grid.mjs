/** What the hand feels on a plan of a million leaf values: a key until its totals are painted, a drag, a paste. */
import { newPage } from './benchPage.mjs';
import { storePlan } from './storePlan.mjs';

/** 84,000 lines × 12 months = 1,008,000 leaf values; one region is a sixtieth of them. */
const MEMBERS = { region: 60, product: 1_400 };
const EDITS = 22;
const PASTES = 7;
const CELLS = 10_000;
const NODE = 'region:1';

/** Rows for a stored plan on the plan page; `naive` is the yardstick of the kernel rows in the same run. */
export async function runGridBench(browser, { url, script, naive, say }) {
  const page = await newPage(browser);
  await page.goto(url);
  await page.evaluate(storePlan, { script, members: MEMBERS });
  await page.goto('about:blank');
  await page.goto(`${url}#/plan`);
  await page.waitForFunction(() => window.__numbersAt !== undefined, null, { timeout: 60_000 });
  await page.evaluate(layProbes);
  await page.waitForTimeout(1_500);
  const node = await edits(page, NODE);
  const total = await edits(page, 'all');
  say(`frames: node ${list(node)}; total ${list(total)}`);
  const drag = await dragged(page);
  const paste = await pasted(page);
  say(`paste ms: ${paste.times.map(Math.round).join(' ')}`);
  await page.context().close();
  const beside = `naive spread ${naive} ms`;
  return [
    frames('key-to-paint-node-1m', node, { must: 2, aim: 1, beside }),
    frames('key-to-paint-total-1m', total, { must: 4, aim: 2, beside }),
    row('select-10k-cells-step', drag.work.p95, {
      limit: 16,
      aim: 0.5,
      reference: `16 ms of script, style and layout at the 95th percentile of ${drag.work.count} steps to ${drag.cells} cells, median ${drag.work.median.toFixed(1)}; ${beside}`,
    }),
    row('select-10k-cells-worst', drag.work.worst, {
      limit: 50,
      aim: 1,
      reference: `50 ms for the longest of them; ${beside}`,
    }),
    row('select-10k-cells-frame', drag.frame.p95, {
      limit: 33,
      aim: 0.6,
      reference: `33 ms (own) from the begin of a frame until it was painted, scrolled rows included, median ${drag.frame.median.toFixed(1)}; ${beside}`,
    }),
    row('paste-10k-cells', median(paste.times), {
      limit: 300,
      aim: 1 / 3,
      reference: `300 ms from key to painted numbers, median of ${PASTES}, ${paste.cells} cells with the subtotals among them, one undo; ${beside}`,
    }),
  ];
}

/** Frames from the key down to the first with new text both in the cell and in the total of the sheet. */
async function edits(page, id) {
  const found = [];
  for (let round = 0; round < EDITS; round++) {
    await page.locator(`.ag-row[row-id="${id}"] .pg-year .pg-digits`).click();
    await page.keyboard.type(round % 2 === 0 ? '+3%' : '-2%');
    await page.waitForTimeout(350);
    await page.evaluate((row) => window.__bench.watchEdit(row), id);
    await page.keyboard.press('Enter');
    found.push(await page.evaluate(() => window.__bench.edit));
    await page.waitForTimeout(400);
  }
  // The first ones warm up.
  return found.slice(3);
}

/** Presses on a cell, pulls over the cells in sight and then below the edge, until ten thousand cells are selected. */
async function dragged(page) {
  await page.keyboard.press('Control+Home');
  await page.waitForTimeout(300);
  const first = await page.locator('.ag-row[row-index="0"] .pg-year').first().boundingBox();
  const box = await page.locator('.pg-host .ag-grid-viewport').boundingBox();
  await page.mouse.move(first.x + 20, first.y + 10);
  await page.mouse.down();
  await page.evaluate((cells) => window.__bench.watchDrag(cells), CELLS);
  const end = { x: box.x + box.width - 30, y: box.y + box.height - 90 };
  await page.mouse.move(end.x, end.y, { steps: 40 });
  await page.mouse.move(end.x, box.y + box.height + 60);
  const result = await page.evaluate(() => window.__bench.drag);
  await page.mouse.up();
  return { cells: result.cells, work: spreadOf(result.work), frame: spreadOf(result.steps) };
}

function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { count: sorted.length, median: at(0.5), p95: at(0.95), worst: sorted.at(-1) };
}

/** Copies of a block of leaf rows and months with its subtotals, a little higher each time, by the keys a person uses. */
async function pasted(page) {
  const times = [];
  let cells = 0;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (let round = -2; round < PASTES; round++) {
    await page.keyboard.press('Control+Home');
    await page.waitForTimeout(300);
    await page.locator('.ag-row[row-index="1"] .pg-month').first().click();
    await page.waitForTimeout(300);
    cells = await page.evaluate(({ round, want }) => window.__bench.putBlock(round, want), {
      round: round + 3,
      want: CELLS,
    });
    await page.evaluate((row) => window.__bench.watchPaste(row), NODE);
    await page.keyboard.press('Control+v');
    const ms = await page.evaluate(() => window.__bench.paste);
    if (round >= 0) times.push(ms);
    await page.waitForTimeout(1_500);
    await page.keyboard.press('Control+z');
    if (!(await page.evaluate((row) => window.__bench.isBack(row), NODE))) throw new Error('one undo is not all of it');
    await page.waitForTimeout(1_500);
  }
  return { times, cells };
}

/** Runs in the page. */
function layProbes() {
  const digits = (row) => document.querySelector(`.ag-row[row-id="${row}"] .pg-year .pg-digits`)?.textContent ?? '';
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /** What comes after a frame was painted. */
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  /** What the page does in its turn of a frame, with the style and layout that follow, where the selection grew by it. */
  const timeSteps = (host) => {
    const real = window.requestAnimationFrame;
    const found = [];
    const edge = () =>
      [...host.querySelectorAll('.pg-range-bottom, .pg-range-right')]
        .map((cell) => cell.closest('.ag-row').getAttribute('row-index') + cell.getAttribute('col-id'))
        .join();
    window.requestAnimationFrame = (run) =>
      real((at) => {
        const before = edge();
        const from = performance.now();
        run(at);
        host.getBoundingClientRect();
        const ms = performance.now() - from;
        if (edge() !== before) found.push(ms);
      });
    return {
      end() {
        window.requestAnimationFrame = real;
        return found;
      },
    };
  };
  const keyDown = () =>
    new Promise((done) => addEventListener('keydown', () => done(performance.now()), { capture: true, once: true }));
  let before = '';
  const bench = {
    watchEdit(row) {
      // The cell itself shows an editor now: its old number is not there to be read.
      const total = digits('all');
      const old = row === 'all' ? bench.shown : total;
      bench.edit = keyDown().then(async (from) => {
        for (let frames = 1; ; frames++) {
          await frame();
          const all = digits('all');
          const own = digits(row);
          const done = own !== '' && all !== '' && all !== old && own !== bench.own?.[row];
          if (!done && performance.now() - from < 20_000) continue;
          bench.shown = all;
          bench.own = { ...bench.own, [row]: own };
          return { frames, ms: performance.now() - from };
        }
      });
    },
    watchDrag(cells) {
      const host = document.querySelector('.pg-host');
      const width = () => {
        const row = host.querySelector('.pg-range')?.closest('.ag-row');
        return row ? row.querySelectorAll('.pg-range').length : 0;
      };
      const last = () => {
        const rows = host.querySelectorAll('.ag-row[row-index]:has(.pg-range-bottom)');
        return Math.max(0, ...[...rows].map((one) => Number(one.getAttribute('row-index')) + 1 || 0));
      };
      const work = timeSteps(host);
      bench.drag = (async () => {
        const steps = [];
        let [rows, marked] = [0, 0];
        while (rows * width() < cells && steps.length < 5_000) {
          const start = await frame();
          const end = await painted();
          const [now, many] = [last(), host.querySelectorAll('.pg-range').length];
          // Only frames in which the selection grew are steps.
          if (now !== rows || many !== marked) steps.push(end - start);
          [rows, marked] = [now || rows, many];
        }
        return { steps, work: work.end(), cells: rows * width() };
      })();
    },
    async putBlock(round, want) {
      const heads = [
        ...document.querySelectorAll(
          '.ag-row[row-index="1"] .ag-cell.pg-month, .ag-row[row-index="1"] .ag-cell.pg-quarter',
        ),
      ];
      heads.sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
      const kinds = ['m', 'm', 'm', 'q', 'm', 'm', 'm', 'q', 'm', 'm', 'm', 'q', 'm', 'm', 'm', 'q'];
      const shown = Number(heads[0].textContent.replace(/[^\d.]/g, ''));
      const rows = Math.ceil(want / 12);
      const lines = [];
      for (let r = 0; r < rows; r++) {
        let sum = 0;
        const line = kinds.map((kind, c) => {
          if (kind === 'q') {
            const quarter = sum;
            sum = 0;
            return (quarter / 100).toFixed(2);
          }
          const units = Math.round(shown * 100) + 100 + round + ((r * 7 + c * 3) % 5);
          sum += units;
          return (units / 100).toFixed(2);
        });
        lines.push(line.join('\t'));
      }
      await navigator.clipboard.writeText(lines.join('\n'));
      return rows * kinds.length;
    },
    watchPaste(row) {
      const active = document.querySelector('.ag-cell-focus .pg-digits');
      const first = active.textContent;
      before = digits(row);
      bench.paste = keyDown().then(async (from) => {
        let reading = 0;
        for (;;) {
          await frame();
          const button = document.querySelector('.dialog__foot .button--primary');
          if (button && reading === 0) {
            // A person reads what would happen; the work goes on with the answer.
            reading = performance.now();
            await new Promise((done) => setTimeout(done, 500));
            from += performance.now() - reading;
            button.click();
          }
          if (digits(row) !== before && active.textContent !== first) return performance.now() - from;
          if (performance.now() - from > 30_000) return Number.NaN;
        }
      });
    },
    async isBack(row) {
      const from = performance.now();
      while (digits(row) !== before && performance.now() - from < 20_000) await frame();
      return digits(row) === before;
    },
  };
  bench.shown = digits('all');
  window.__bench = bench;
}

const list = (found) => found.map(({ frames }) => frames).join(' ');

const frames = (id, found, { must, aim, beside }) => ({
  id,
  ms: median(found.map(({ ms }) => ms)),
  reference: `${must} animation frames, median of ${found.length}; ${beside}`,
  ratio: median(found.map(({ frames }) => frames)),
  must,
  aim,
  higherIsBetter: false,
});

const row = (id, ms, { limit, aim, reference }) => ({
  id,
  ms,
  reference,
  ratio: ms / limit,
  must: 1,
  aim,
  higherIsBetter: false,
});

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
