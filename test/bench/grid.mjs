/** What the hand feels on a plan of a million leaf values: a key until its totals are painted, a drag, a paste. */

const MEMBERS = { region: 60, seller: 30, product: 47 };
const EDITS = 11;
const PASTES = 5;
const CELLS = 10_000;

/** Rows for the plan that `store` put into the browser under `url`. */
export async function runGridBench(page, { url, store }) {
  await page.goto(url);
  await page.evaluate(store.run, { script: store.script, members: MEMBERS });
  await page.goto('about:blank');
  await page.goto(`${url}#/plan`);
  await page.waitForFunction(() => window.__numbersAt !== undefined, null, { timeout: 120_000 });
  const node = await edits(page, 'region:1');
  const total = await edits(page, 'all');
  const drag = await dragged(page);
  const paste = await pasted(page);
  return [
    frames('key-to-paint-node-1m', node, { must: 2, aim: 1 }),
    frames('key-to-paint-total-1m', total, { must: 4, aim: 2 }),
    {
      ...row('select-10k-cells-step', drag.p95, { limit: 16, aim: 0.5 }),
      reference: `16 ms at the 95th percentile of ${drag.steps} steps to ${drag.cells} cells; median ${drag.median.toFixed(1)}`,
    },
    { ...row('select-10k-cells-worst', drag.worst, { limit: 50, aim: 1 }), reference: '50 ms for the longest step' },
    {
      ...row('paste-10k-cells', paste.ms, { limit: 300, aim: 1 / 3 }),
      reference: `300 ms from the paste to its painted numbers, ${paste.cells} cells, median of ${PASTES}`,
    },
  ];
}

/** Frames from keydown to the first one with the new text of the same cell. */
async function edits(page, id) {
  const found = [];
  const digits = page.locator(`.ag-row[row-id="${id}"] .pg-year .pg-digits`);
  for (let round = 0; round < EDITS; round++) {
    const before = await digits.innerText();
    await digits.click();
    await page.keyboard.type(round % 2 === 0 ? '+3%' : '-2%');
    await page.waitForTimeout(300);
    await page.evaluate(watchEdit, { id, before });
    await page.keyboard.press('Enter');
    found.push(await page.evaluate(() => window.__edit));
    await page.waitForTimeout(300);
  }
  return found.slice(1);
}

/** Runs in the page. While the editor is open the cell has no digits; the old ones may come back for a frame. */
const watchEdit = ({ id, before }) => {
  window.__edit = new Promise((done) => {
    const cell = `.ag-row[row-id="${id}"] .pg-year .pg-digits`;
    const listen = () => {
      const from = performance.now();
      let frames = 0;
      const look = () => {
        frames += 1;
        const text = document.querySelector(cell)?.textContent ?? '';
        if (text !== '' && text !== before) done({ frames, ms: performance.now() - from });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    addEventListener('keydown', listen, { capture: true, once: true });
  });
};

/** Presses on a cell and pulls below the edge until ten thousand cells are selected; each step with its layout. */
async function dragged(page) {
  await openRows(page);
  const first = await page.locator('.ag-row[row-index="0"] .pg-year').boundingBox();
  await page.mouse.move(first.x + 20, first.y + 10);
  await page.mouse.down();
  const result = await page.evaluate(
    ({ cells }) =>
      new Promise((done) => {
        const host = document.querySelector('.pg-host');
        const box = host.querySelector('.ag-grid-viewport').getBoundingClientRect();
        const columns = host.querySelectorAll('.ag-row[row-index="0"] .ag-cell').length - 2;
        const costs = [];
        const target = { clientX: box.right - 30, clientY: box.bottom + 120, buttons: 1, bubbles: true };
        const count = () =>
          Math.max(
            ...[...host.querySelectorAll('.pg-range')].map(
              (cell) => Number(cell.closest('.ag-row').getAttribute('row-index')) + 1 || 0,
            ),
            0,
          ) * columns;
        const step = () => {
          let from = 0;
          requestAnimationFrame(() => {
            from = performance.now();
          });
          window.dispatchEvent(new MouseEvent('mousemove', target));
          requestAnimationFrame(() => {
            host.getBoundingClientRect();
            costs.push(performance.now() - from);
            const now = count();
            if (now < cells && costs.length < 2_000) step();
            else done({ costs, cells: now });
          });
        };
        step();
      }),
    { cells: CELLS },
  );
  await page.mouse.up();
  const sorted = [...result.costs].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { steps: sorted.length, cells: result.cells, median: at(0.5), p95: at(0.95), worst: sorted.at(-1) };
}

/** Opens regions until the sheet has rows enough. */
async function openRows(page) {
  await page.locator('.ag-row[row-index="0"] [col-id="name"]').click();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 26; i++) {
    await page.keyboard.press('ArrowRight');
    await page.locator(`.ag-row[row-id="region:${i + 1}"][aria-expanded="true"]`).waitFor();
    await page.keyboard.press('Control+ArrowDown');
  }
  await page.keyboard.press('Control+Home');
  await page.waitForTimeout(300);
}

/** A block of leaf months under open rows; each round with other numbers, all of them changed. */
async function pasted(page) {
  const times = [];
  let cells = 0;
  for (let round = 0; round < PASTES; round++) {
    await page.keyboard.press('Control+Home');
    await page.locator('.ag-row[row-index="1"] .pg-month').first().click();
    await page.waitForTimeout(200);
    const found = await page.evaluate(
      ({ round, want }) =>
        new Promise((done) => {
          const columns = 16;
          const rows = Math.ceil(want / columns);
          const text = Array.from({ length: rows }, (_, r) =>
            Array.from({ length: columns }, (_, c) => String(1000 + ((r * 7 + c * 3 + round * 11) % 97))).join('\t'),
          ).join('\n');
          const cell = document.activeElement.closest('.ag-cell');
          const shown = () => cell.querySelector('.pg-digits').textContent;
          const before = shown();
          const transfer = new DataTransfer();
          transfer.setData('text/plain', text);
          const from = performance.now();
          document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
          );
          const look = () => {
            const button = document.querySelector('.dialog__foot .button--primary');
            if (button) {
              // A person reads the preview; what is measured begins anew with the answer.
              const asked = performance.now() - from;
              const again = performance.now();
              button.click();
              const wait = () =>
                shown() === before
                  ? requestAnimationFrame(wait)
                  : done({ ms: asked + performance.now() - again, cells: rows * columns });
              requestAnimationFrame(wait);
            } else if (shown() !== before) done({ ms: performance.now() - from, cells: rows * columns });
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
      { round, want: CELLS },
    );
    times.push(found.ms);
    cells = found.cells;
    await page.waitForTimeout(1_500);
  }
  return { ms: median(times), cells };
}

const frames = (id, found, { must, aim }) => ({
  id,
  ms: median(found.map(({ ms }) => ms)),
  reference: `${must} frames, median of ${found.length}`,
  ratio: median(found.map(({ frames }) => frames)),
  must,
  aim,
  higherIsBetter: false,
});

const row = (id, ms, { limit, aim }) => ({ id, ms, ratio: ms / limit, must: 1, aim, higherIsBetter: false });

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
