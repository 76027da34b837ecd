import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFindings } from './support/axe';
import { eventually } from './support/eventually';
import { openBrowser } from './support/page';
import { setOut, type Traveller } from './support/traveller';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Somebody at the target check of the sample. */
interface Checker extends Traveller {
  /** Opens a tab of the target check and waits until its answer stands there. */
  open(tab: string, params?: string): Promise<void>;
  /** Waits until nothing is being worked out. */
  settled(): Promise<void>;
  /** Looks at the screen, and asks the checker once more in the other appearance. */
  lookTwice(name: string): Promise<void>;
}

async function atTheCheck(language: 'zh-CN' | 'en', theme: 'light' | 'dark'): Promise<Checker> {
  const traveller = await setOut(browser, { language, theme });
  const { page, t, url } = traveller;
  await traveller.button(t('start.sampleButton')).click();
  await traveller.arrived('home');
  await traveller.saved();
  const settled = async () => {
    await eventually(() => page.locator('[aria-busy="true"], .job-line').count()).toBe(0);
  };
  return {
    ...traveller,
    settled,
    async open(tab, params = '') {
      await page.goto(`${url}#/challenge?tab=${tab}${params}`);
      await page.locator('[role="tab"][aria-selected="true"]').waitFor();
      await settled();
    },
    async lookTwice(name) {
      await traveller.look(name);
      await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
      expect(await seriousFindings(page), `accessibility of ${name} in the other appearance`).toEqual([]);
      await page.emulateMedia({ colorScheme: theme });
    },
  };
}

/** Rows of a table by their names: what stands in their cells. */
async function rowsOf({ page }: Traveller, table: string): Promise<Record<string, string[]>> {
  const rows = await page
    .getByRole('table', { name: table, exact: true })
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim().replace(/\s+/g, ' '))),
    );
  return Object.fromEntries(rows.filter(([name]) => name).map(([name, ...cells]) => [name, cells]));
}

/** Names of the sellers that the tree shows, from above. */
const sellers = ({ page }: Traveller): Promise<string[]> =>
  page.locator('.check__node[data-row*="seller:"]').allInnerTexts();

const VERDICT = 5;
const CHANCE = 4;

/** The first number of a text without its sign: 17 of `17%`, 99 of `>99%`, 1250 of `1,250 万元`. */
const numberIn = (text: string): number => Number(/\d[\d.]*/.exec(text.replaceAll(',', ''))?.[0]);

describe('the target check of the sample', () => {
  describe('in Chinese', () => {
    let checker: Checker;
    beforeAll(async () => {
      checker = await atTheCheck('zh-CN', 'light');
    });
    afterAll(() => checker.close());

    test('names what is unrealistic and why, makes it fair by one action, and takes that back', async () => {
      const { page, t } = checker;
      await checker.open('check');
      const all = await rowsOf(checker, t('challenge.table'));
      expect(Object.keys(all).length).toBeGreaterThan(10);
      await checker.lookTwice('challenge-check');

      const word = t('challenge.verdict.unrealistic');
      const chip = page.getByRole('button', { name: new RegExp(`^${word}\\s*\\d+$`) });
      const said = async () => Number((await chip.innerText()).replace(/\D/g, ''));
      const before = await said();
      expect(before).toBeGreaterThan(0);
      await page.getByRole('radio', { name: t('challenge.orderWorst') }).check();
      await chip.click();
      // Whatever is above the sellers is named as well, so there may be more than the chip counts.
      await eventually(async () => (await sellers(checker)).length).toBe(before);
      await checker.settled();
      const only = await rowsOf(checker, t('challenge.table'));
      expect(new Set(Object.values(only).map((row) => row[VERDICT]))).toEqual(new Set([word]));
      expect(Object.keys(only).length).toBe(Object.values(all).filter((row) => row[VERDICT] === word).length - 1);

      // The least hard of them has those beside it that can take the rest.
      const [path = ''] = (await sellers(checker)).slice(-1);
      const was = only[path];
      // Out of the tree a node says under whom it lies as well.
      const name = path.split(' · ').at(-1) ?? '';
      await page.locator('.check__node', { hasText: path }).click();
      const panel = page.getByRole('region', { name: t('challenge.panel') });
      await eventually(() => panel.locator('.check__body > .type-caption').first().innerText()).toContain(name);
      expect(await panel.locator('#check-node').innerText()).toContain(word);
      const limit = panel.locator('.evidence__row--limit .evidence__name');
      await limit.first().click();
      await panel.locator('.evidence__row--limit .evidence__detail').waitFor();
      expect(await limit.first().getAttribute('aria-expanded')).toBe('true');

      await chip.click();
      await page.getByRole('radio', { name: t('challenge.orderTree') }).check();
      await checker.settled();
      await eventually(() => rowsOf(checker, t('challenge.table'))).toEqual(all);
      const whole = async () => (await rowsOf(checker, t('challenge.table')))[t('challenge.whole')];
      const target = numberIn((await whole())[0]);
      const left = await panel
        .locator('.fair__takers li')
        .filter({ hasText: t('challenge.left', { amount: '' }).trim() })
        .allInnerTexts();
      await panel.locator('.fair .button--primary').click();
      const effect = page.locator('.check__effect');
      await effect.waitFor();
      await checker.settled();
      const now = async () => (await rowsOf(checker, t('challenge.table')))[name];
      await eventually(async () => numberIn((await now())[CHANCE])).toBeGreaterThan(numberIn(was[CHANCE]));
      expect((await now())[VERDICT]).not.toBe(word);
      // What is taken here goes to those with room; what finds none is said, and the whole is lower by as much.
      const given = left.length > 0 ? numberIn(left[0]) : 0;
      expect(Math.abs(numberIn((await whole())[0]) + given - target)).toBeLessThanOrEqual(1);
      await eventually(said).toBeLessThanOrEqual(before - 1);

      await effect.getByRole('button', { name: t('challenge.undoLast') }).click();
      await effect.waitFor({ state: 'detached' });
      await eventually(() => rowsOf(checker, t('challenge.table'))).toEqual(all);
    });

    test('issues letters to all, prints what was issued, and marks those whose target moved since', async () => {
      const { page, t, sheet, button } = checker;
      await checker.open('letters');
      const issue = page.getByRole('main').locator('.button--primary');
      const count = Number((await issue.innerText()).replace(/\D/g, ''));
      expect(count).toBeGreaterThan(10);
      await checker.lookTwice('challenge-letters');
      await issue.click();
      await button(t('letter.printAll', { n: count })).waitFor();
      const states = () =>
        page
          .getByRole('main')
          .locator('tbody tr')
          .evaluateAll((rows) => rows.map((row) => row.children[4]?.textContent));
      expect(await states()).toEqual(Array.from({ length: count }, () => t('letter.inForce')));

      await button(t('letter.printAll', { n: count })).click();
      await page.getByRole('heading', { name: t('letter.sheets', { n: count }) }).waitFor();
      const sheets = page.locator('article.sheet');
      expect(await sheets.count()).toBe(count);
      // Paper shows the sheets alone, each on a page of its own.
      await page.emulateMedia({ media: 'print' });
      expect(await sheets.first().isVisible()).toBe(true);
      expect(await button(t('letter.back')).isVisible()).toBe(false);
      await page.emulateMedia({ media: null });
      await checker.look('challenge-letter-sheets');

      await checker.to('plan');
      await sheet.ready();
      const [year] = await sheet.columns();
      const rows = await sheet.rows();
      const region = rows.filter(({ level, parent }) => level === 1 && parent).at(-1);
      const names = rows.filter(({ id }) => id.startsWith(`${region?.id}/`)).map(({ label }) => label);
      await sheet.type(region?.id ?? '', year, '+5%');
      await checker.saved();
      await checker.open('letters', '&part=issued');
      await eventually(
        async () => (await states()).filter((one) => one === t('letter.changedSince')).length,
      ).toBeGreaterThan(0);
      const marked = await page
        .getByRole('main')
        .locator('tbody tr', { hasText: t('letter.changedSince') })
        .allInnerTexts();
      expect(marked.every((row) => names.some((name) => row.startsWith(name)))).toBe(true);
      await page.keyboard.press('Control+z');
      await eventually(states).toEqual(Array.from({ length: count }, () => t('letter.inForce')));
    });
  });

  describe('in English', () => {
    let checker: Checker;
    beforeAll(async () => {
      checker = await atTheCheck('en', 'dark');
    });
    afterAll(() => checker.close());

    test('is walked by keys alone, from the tree to the evidence', async () => {
      const { page, t } = checker;
      await checker.open('check');
      const current = () => page.locator('.check__node[aria-current="true"]').innerText();
      const names = await page.locator('.check__node').allInnerTexts();
      const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
      for (let turn = 0; turn < 60 && (await focused()) !== names[0]; turn++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(names[0]);
      for (const name of names.slice(1, 4)) {
        await page.keyboard.press('ArrowDown');
        await eventually(current).toBe(name);
        await eventually(focused).toBe(name);
      }
      await page.keyboard.press('ArrowUp');
      await eventually(current).toBe(names[2]);
      await checker.settled();
      await page.keyboard.press('Enter');
      await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('check-node');
      await eventually(() => page.getByRole('region', { name: t('challenge.panel') }).innerText()).toContain(names[2]);
      // From there on, the pieces of evidence open by keys as well.
      const onEvidence = () =>
        page.evaluate(() => document.activeElement?.classList.contains('evidence__name') ?? false);
      for (let turn = 0; turn < 5 && !(await onEvidence()); turn++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('.evidence__detail').waitFor();
    });

    test('lays the same total out so that it is equally hard for all, and takes that back', async () => {
      const { page, t, button } = checker;
      await checker.open('balance');
      const before = await rowsOf(checker, t('balance.table'));
      const spread = await rowsOf(checker, t('balance.spread'));
      const variation = (row: string) => numberIn(spread[t(row === 'now' ? 'balance.before' : 'balance.after')][0]);
      expect(variation('then')).toBeLessThan(variation('now'));
      await checker.lookTwice('challenge-balance');
      const total = page.getByText(new RegExp(`^${t('balance.total', { total: '' }).trim()}`));
      const sum = await total.innerText();
      await page.getByRole('main').locator('.balance__side .button--primary').click();
      await eventually(async () => rowsOf(checker, t('balance.table'))).not.toEqual(before);
      await checker.settled();
      const after = await rowsOf(checker, t('balance.table'));
      // What was proposed is what is asked now.
      for (const [name, row] of Object.entries(before)) expect([name, after[name][0]]).toEqual([name, row[4]]);
      expect(await total.innerText()).toBe(sum);
      const now = await rowsOf(checker, t('balance.spread'));
      expect(now[t('balance.before')]).toEqual(spread[t('balance.after')]);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('Control+z');
      await eventually(async () => rowsOf(checker, t('balance.table'))).toEqual(before);
      expect(await button(t('balance.apply', { n: 0 })).count()).toBe(0);
    });

    test('draws the year, and a lower target is likelier to be made', async () => {
      const { page, t, sheet } = checker;
      await checker.open('simulator');
      const target = page.locator('.simulator__line--target dd');
      await target.waitFor();
      const before = numberIn(await target.innerText());
      expect(await page.getByRole('main').innerText()).not.toMatch(/NaN|Infinity|undefined|null/);
      await checker.lookTwice('challenge-simulator');

      await checker.to('plan');
      await sheet.ready();
      const [year] = await sheet.columns();
      const asked = await sheet.exact('all', year);
      await sheet.type('all', year, '-4%');
      await eventually(() => sheet.exact('all', year)).toBeLessThan(asked ?? 0);
      await checker.open('simulator');
      await eventually(async () => numberIn(await target.innerText())).toBeGreaterThan(before);
      // The run before stands beside this one.
      await page.getByRole('table', { name: new RegExp(`^${t('simulation.compare')}`) }).waitFor();
      await page.getByRole('heading', { name: /^Against run \d+: \+\d+ points of chance$/ }).waitFor();
      await checker.saved();
      expect(checker.watch).toEqual({ outside: [], violations: [], errors: [], failed: [] });
    });
  });
});
