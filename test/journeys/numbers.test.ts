import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import { unitLabel } from '~/i18n/displayUnits';
import { eventually } from './support/eventually';
import { onPlan, type Planner } from './support/onPlan';
import { openBrowser } from './support/page';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What stood in the cell, in shown units, before a text that changes it. */
const STOOD = 300;

/** A text, and what it means: so many of the shown units, or whole currency units whatever is shown. */
const INPUTS: { text: string; shown?: number; full?: number; changes?: true }[] = [
  { text: '=1200*1.1', shown: 1320 },
  { text: '+10%', shown: 330, changes: true },
  { text: '-10%', shown: 270, changes: true },
  { text: '*1.05', shown: 315, changes: true },
  { text: '/4', shown: 75, changes: true },
  { text: '×2', shown: 600, changes: true },
  { text: '+500', shown: 800, changes: true },
  { text: '+-200', shown: 100, changes: true },
  { text: '1.2m', full: 1_200_000 },
  { text: '300k', full: 300_000 },
  { text: '1000万', full: 10_000_000 },
  { text: '30w', full: 300_000 },
  { text: '1.5亿', full: 150_000_000 },
  { text: '1.2千万', full: 12_000_000 },
  { text: '=(300k+20%*1m)/4', full: 125_000 },
  { text: '(500)', shown: -500 },
  { text: '-500', shown: -500 },
  { text: '１２００', shown: 1200 },
  { text: '1,200.5', shown: 1200.5 },
  { text: '1。5', shown: 1.5 },
  { text: '¥1,200', shown: 1200 },
  { text: '0', shown: 0 },
];

const LOOKS = [
  { language: 'zh-CN', currency: 'CNY', units: ['one', 'tenThousand'] },
  { language: 'en', currency: 'USD', units: ['one', 'thousand'] },
] as const;

describe.each(LOOKS)('13 numbers as people write them, in $language', ({ language, currency, units }) => {
  let planner: Planner;
  beforeAll(async () => {
    planner = await onPlan(browser, { language });
  });
  afterAll(() => planner.close());

  test.each<DisplayUnit>([...units])('in %s: each is stored as what it means, to the smallest unit', async (unit) => {
    const { sheet, page, t, free, months } = planner;
    await page.locator('.unit-menu').click();
    await page.getByRole('menuitemcheckbox', { name: unitLabel(t, unit, currency), exact: true }).click();
    await eventually(() => page.locator('.unit-menu').innerText()).toContain(unitLabel(t, unit, currency));
    const cells = INPUTS.map((_, at) => ({
      row: free[at % free.length],
      column: months[Math.floor(at / free.length)],
    }));
    for (const [at, { text, changes }] of INPUTS.entries()) {
      const { row, column } = cells[at];
      if (changes) {
        await sheet.type(row, column, String(STOOD));
        await planner.shows(row, column, String(STOOD));
      }
      await sheet.type(row, column, text);
      await eventually(() => page.locator('.pg-editor').count()).toBe(0);
    }
    const wanted = INPUTS.map(({ text, shown, full }) => [text, (full ?? (shown ?? 0) * DISPLAY_UNITS[unit]) * 100]);
    const read = async () => {
      const stored = await planner.stored();
      return INPUTS.map(({ text }, at) => [text, stored.amount(cells[at].row, cells[at].column)]);
    };
    await eventually(read).toEqual(wanted);
  });
});
