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
  /** Walks over all rows and columns in sight and copies each, by `row column`. */
  sweep(): Promise<Map<string, number | null>>;
  go(row: string, column: string): Promise<void>;
  /** Types into a cell and applies it; the cell stays active. */
  type(row: string, column: string, text: string): Promise<void>;
  active(): Promise<string>;
}

export interface SheetRow {
  id: string;
  label: string;
  level: number;
  parent: boolean;
  open: boolean;
}

const asNumber = (text: string): number | null => {
  expect(text).toMatch(/^(-?\d+(\.\d+)?)?$/);
  return text === '' ? null : Number(text);
};

/** Runs in the page. */
function copyActive(): string {
  const transfer = new DataTransfer();
  const copy = new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(copy);
  return transfer.getData('text/plain');
}

/** Runs in the page: from the first row to the last by arrow keys, each from its end, as many rows and columns as there are. */
async function sweepCells(): Promise<[string, string][]> {
  const found: [string, string][] = [];
  const here = () => {
    const cell = document.activeElement?.closest('.ag-cell');
    return [cell?.closest('.ag-row')?.getAttribute('row-id'), cell?.getAttribute('col-id')].join(' ');
  };
  const press = async (key: string): Promise<boolean> => {
    const before = here();
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    for (let turn = 0; turn < 3 && here() === before; turn++) await new Promise((done) => setTimeout(done));
    return here() !== before;
  };
  const copy = () => {
    const transfer = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return transfer.getData('text/plain');
  };
  do {
    await press('End');
    // On a name the arrows open and close rows: there it ends.
    while (!here().endsWith(' name')) {
      found.push([here(), copy()]);
      if (!(await press('ArrowLeft'))) throw new RangeError(`stuck at ${here()}`);
    }
  } while (await press('ArrowDown'));
  return found;
}

export function sheetOf(page: Page): Sheet {
  const cell = (row: string, column: string) => page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`);
  const go = async (row: string, column: string) => {
    await cell(row, column).click();
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
      return new Map(copied.map(([cell, text]) => [cell, asNumber(text)]));
    },
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
