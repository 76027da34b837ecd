import { eventually } from './eventually';
import { numbered } from './numbered';
import type { Traveller } from './traveller';

/** A file by its path, or its bytes under a name. */
export type Brought = string | { name: string; mimeType: string; buffer: Buffer };

/** One table as one kind, as the dry run says it. Amounts are in full currency units; null = the kind has none. */
export interface TriedTable {
  table: string;
  kind: string;
  rows: { all: number; kept: number; reported: number };
  amounts: { all: number; kept: number; reported: number } | null;
  fate: { new: number; changed: number; same: number };
  after: { rows: number; amount: number | null };
}

/** The import page in the hands of a person. */
export interface Importing {
  /** Opens the page anew with these files on it and waits until they were checked. */
  bring(files: readonly Brought[]): Promise<void>;
  /** The entry of a table in the list on the left. */
  entry(table: string): ReturnType<Traveller['page']['locator']>;
  /** Opens a table. */
  open(table: string): Promise<void>;
  /** Waits until nothing is being checked any more. */
  checked(): Promise<void>;
  /** Everything tried out. */
  dryRun(): Promise<TriedTable[]>;
  /** Imports what was checked; milliseconds until the page said so. */
  takeIn(): Promise<number>;
}

export function importing(traveller: Traveller): Importing {
  const { page, t, url, button } = traveller;
  const entry: Importing['entry'] = (table) => page.locator(`.table-list__place[data-place="${table}"]`);
  const checked = async () => {
    await eventually(() => page.locator('.preview--stale, [aria-busy="true"]').count()).toBe(0);
  };
  const openDryRun = async () => {
    await button(new RegExp(`^${t('pack.dryRun')}`)).click();
    await page.getByRole('table', { name: t('pack.dryRun') }).waitFor();
    await checked();
  };
  return {
    entry,
    checked,
    async bring(files) {
      // Another address first: the page forgets what was on it.
      await page.goto('about:blank');
      await page.goto(`${url}#/import`);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...files] as string[]);
      await page.locator('.table-list__place').first().waitFor();
      await checked();
    },
    async open(table) {
      await entry(table).click();
      await page.locator('.fix__line, [role="tab"]').first().waitFor();
      await checked();
    },
    async dryRun() {
      await openDryRun();
      const rows = await page.locator('.dry-run tbody tr').evaluateAll((all) =>
        all.map((row) => ({
          table: row.querySelector('th button')?.textContent ?? '',
          kind: row.querySelector('th div')?.textContent ?? '',
          cells: [...row.querySelectorAll('td')].map((cell) => [...cell.children].map((one) => one.textContent ?? '')),
        })),
      );
      return rows.map(({ table, kind, cells: [sums, fate, after] }) => {
        const [fresh, changed] = numbersIn(fate[0]);
        const [rowsAfter] = numbersIn(after[0]).slice(-1);
        return {
          table,
          kind,
          rows: threeOf(sums[0]),
          amounts: sums.length > 1 ? threeOf(sums[1]) : null,
          fate: { new: fresh, changed, same: numbersIn(fate[1])[0] },
          after: { rows: rowsAfter, amount: after.length > 1 ? (numbersIn(after[1]).at(-1) ?? null) : null },
        };
      });
    },
    async takeIn() {
      await checked();
      const go = button(numbered(t, 'import.importRows'));
      await eventually(() => go.getAttribute('aria-disabled')).toBe(null);
      const start = Date.now();
      await go.click();
      await page.getByRole('heading', { name: numbered(t, 'import.done') }).waitFor();
      return Date.now() - start;
    },
  };
}

/** Numbers of a text as both languages write them. */
export const numbersIn = (text: string): number[] =>
  (text.match(/-?\d[\d,]*(\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(',', '')));

function threeOf(text: string): { all: number; kept: number; reported: number } {
  const [all, kept, reported] = numbersIn(text);
  return { all, kept, reported };
}
