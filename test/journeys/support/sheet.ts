import type { Page } from 'playwright';
import { expect } from 'vitest';

/** The plan grid as a person sees and uses it; the only place that knows how its cells are marked up. */
export interface Sheet {
  /** Waits until numbers stand in the total. */
  ready(): Promise<void>;
  rows(): Promise<SheetRow[]>;
  columns(): Promise<string[]>;
  cell(row: string, column: string): ReturnType<Page['locator']>;
  /** What stands in a cell. */
  text(row: string, column: string): Promise<string>;
  /** Copies one cell as a person would: full precision in the unit shown; null where nothing is known. */
  exact(row: string, column: string): Promise<number | null>;
  /** Walks over all open rows and columns and copies each. */
  sweep(): Promise<Sweep>;
  /** Everything in sight with its holds, by `row column`: two pictures are equal where nothing moved. */
  picture(): Promise<Record<string, string>>;
  go(row: string, column: string): Promise<void>;
  /** Types into a cell and applies it; the cell stays active. */
  type(row: string, column: string, text: string): Promise<void>;
  active(): Promise<string>;
}

export interface Sweep {
  rows: SheetRow[];
  /** By `row column`. */
  cells: Map<string, number | null>;
}

export interface SheetRow {
  id: string;
  label: string;
  level: number;
  parent: boolean;
  open: boolean;
}

const MOST_TURNS = 40;
const MIDDLE = { x: 700, y: 450 };

/** Runs in the page: where a cell is, whether it can be clicked there, and which way to turn the wheel if not. */
function placeOf(element: Element) {
  const box = element.getBoundingClientRect();
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  const hit = document.elementFromPoint(x, y);
  const seen = hit !== null && element.contains(hit);
  const away = (from: number, low: number, high: number) => (from < low ? -120 : from > high ? 120 : 0);
  return { x, y, seen, dx: away(x, 400, innerWidth - 60), dy: away(y, 220, innerHeight - 140) };
}

const asNumber = (text: string): number | null => {
  expect(text).toMatch(/^(-?\d+(\.\d+)?%?)?$/);
  if (text === '') return null;
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
};

/** Runs in the page. */
function copyActive(): string {
  const transfer = new DataTransfer();
  const copy = new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(copy);
  return transfer.getData('text/plain');
}

/** Runs in the page: from the first row to the last by arrow keys, each from its end, as many rows and columns as there are. */
async function sweepCells(): Promise<{ rows: SheetRow[]; cells: [string, string][] }> {
  const cells: [string, string][] = [];
  const rows: SheetRow[] = [];
  const here = () => {
    const cell = document.activeElement?.closest('.ag-cell');
    return [cell?.closest('.ag-row')?.getAttribute('row-id'), cell?.getAttribute('col-id')].join(' ');
  };
  const press = async (key: string): Promise<boolean> => {
    const before = here();
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    for (let turn = 0; turn < 60 && here() === before; turn++) await new Promise((done) => setTimeout(done, 5));
    return here() !== before;
  };
  const copy = () => {
    const transfer = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return transfer.getData('text/plain');
  };
  do {
    // Numbers of rows that have just come into sight are still on their way.
    const year = () => document.activeElement?.closest('.ag-row')?.querySelector('.pg-year .pg-digits')?.textContent;
    for (let turn = 0; turn < 400 && !year(); turn++) await new Promise((done) => setTimeout(done, 5));
    await press('End');
    // On a name the arrows open and close rows: there it ends.
    while (!here().endsWith(' name')) {
      cells.push([here(), copy()]);
      if (!(await press('ArrowLeft'))) throw new RangeError(`stuck at ${here()}`);
    }
    const row = document.activeElement?.closest('.ag-row');
    rows.push({
      id: row?.getAttribute('row-id') ?? '',
      label: row?.querySelector('.pg-label')?.textContent ?? '',
      level: Number(row?.getAttribute('aria-level')),
      parent: row?.hasAttribute('aria-expanded') ?? false,
      open: row?.getAttribute('aria-expanded') === 'true',
    });
  } while (await press('ArrowDown'));
  return { rows, cells };
}

export function sheetOf(page: Page): Sheet {
  const cell = (row: string, column: string) => page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`);
  const go = async (row: string, column: string) => {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const place = await cell(row, column).evaluate(placeOf);
      if (place.seen) return page.mouse.click(place.x, place.y);
      // The middle of the grid, where nothing else takes the wheel.
      await page.mouse.move(MIDDLE.x, MIDDLE.y);
      await page.mouse.wheel(place.dx, place.dy);
      await page.waitForTimeout(50);
    }
    throw new RangeError(`${row} ${column} cannot be brought into sight`);
  };
  return {
    cell,
    go,
    async ready() {
      await page.locator('.ag-row[row-id="all"] .pg-year .pg-digits:not(:empty)').waitFor();
    },
    rows: () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.ag-row[row-id]')]
          .filter((row) => row.querySelector('[col-id="name"]'))
          .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
          .map((row) => ({
            id: row.getAttribute('row-id') ?? '',
            label: row.querySelector('.pg-label')?.textContent ?? '',
            level: Number(row.getAttribute('aria-level')),
            parent: row.hasAttribute('aria-expanded'),
            open: row.getAttribute('aria-expanded') === 'true',
          })),
      ),
    columns: () =>
      page.evaluate(() => [
        ...new Set(
          [...document.querySelectorAll('.ag-row[row-id="all"] .pg-cell[col-id]')].map(
            (element) => element.getAttribute('col-id') ?? '',
          ),
        ),
      ]),
    text: (row, column) => cell(row, column).locator('.pg-digits').innerText(),
    async exact(row, column) {
      await go(row, column);
      return asNumber(await page.evaluate(copyActive));
    },
    async sweep() {
      await page.locator('.ag-row[row-id="all"] [col-id="name"]').click();
      await page.keyboard.press('Control+Home');
      const copied = await page.evaluate(sweepCells);
      const cells = new Map(copied.cells.map(([cell, text]) => [cell, asNumber(text)]));
      return { rows: copied.rows, cells };
    },
    picture: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll('.ag-row[row-id] .pg-cell[col-id]')].map((element) => {
            const row = element.closest('.ag-row')?.getAttribute('row-id');
            const holds = ['pg-frozen', 'pg-held-total', 'pg-held-some'].filter((name) =>
              element.classList.contains(name),
            );
            const digits = element.querySelector('.pg-digits')?.textContent ?? '';
            return [`${row} ${element.getAttribute('col-id')}`, [digits, ...holds].join(' ')];
          }),
        ),
      ),
    async type(row, column, text) {
      await go(row, column);
      await page.keyboard.type(text);
      await page.keyboard.press('Control+Enter');
    },
    active: () =>
      page.evaluate(() => {
        const focused = document.activeElement?.closest('.ag-cell');
        return `${focused?.closest('.ag-row')?.getAttribute('row-id')} ${focused?.getAttribute('col-id')}`;
      }),
  };
}
