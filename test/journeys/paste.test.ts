import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually';
import { onPlan, type Planner } from './support/onPlan';
import { openBrowser } from './support/page';
import { readStore } from './support/store';
import { setOut } from './support/traveller';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LOOKS = [
  { language: 'en', theme: 'light', minor: 100_000, full: 1_000 },
  { language: 'zh-CN', theme: 'dark', minor: 1_000_000, full: 10_000 },
] as const;

describe.each(LOOKS)('blocks that come from a spreadsheet, in $language', ({ language, theme, minor, full }) => {
  let planner: Planner;
  beforeAll(async () => {
    planner = await onPlan(browser, { language, theme });
  });
  afterAll(() => planner.close());

  const dialog = () => planner.page.getByRole('dialog', { name: planner.t('grid.pasteTitle') });
  const count = async (id: string) =>
    Number((await dialog().locator(`[data-count="${id}"] b`).innerText()).replaceAll(',', ''));

  test('28 a paste over locks and totals does what its preview counts, and Cancel changes nothing', async () => {
    const { sheet, press, page, free, months, t } = planner;
    const [first, second] = free;
    const columns = months.slice(3, 6);
    const clean = await planner.stored();
    await sheet.go(first, columns[1]);
    await press('Alt+l');
    await sheet.cell(first, columns[1]).and(page.locator('.pg-frozen')).waitFor();
    const before = await planner.stored();
    await planner.copyElsewhere('500\t500\t500\t1\n600\t600\t600\t2\n');
    await sheet.go(first, columns[0]);
    await press('Control+v');
    await dialog().waitFor();
    const changes = await count('changes');
    expect([changes, await count('held'), await count('totals')]).toEqual([5, 1, 2]);
    await dialog()
      .getByRole('button', { name: t('grid.cancel'), exact: true })
      .click();
    await dialog().waitFor({ state: 'detached' });
    expect(await sheet.active()).toBe(`${first} ${columns[0]}`);
    expect((await planner.stored()).digest).toBe(before.digest);

    await press('Control+v');
    await dialog().locator('.button--primary').click();
    await planner.shows(second, columns[2], '600');
    const after = await planner.stored();
    const cells = free.flatMap((row) => months.map((column) => [row, column] as const));
    const moved = cells.filter(([row, column]) => after.amount(row, column) !== before.amount(row, column));
    expect(moved).toHaveLength(changes);
    expect(after.amount(first, columns[1])).toBe(before.amount(first, columns[1]));
    expect(after.amount(second, ...columns)).toBe(1800 * minor);
    await sheet.go(first, columns[0]);
    await press('Control+z');
    await eventually(async () => (await planner.stored()).digest).toBe(before.digest);
    await press('Control+z');
    await eventually(async () => (await planner.stored()).digest).toBe(clean.digest);
  });

  test('29 amounts in full currency units, pasted where the sheet shows more: a warning, and Convert gives what was meant', async () => {
    const { sheet, press, page, free, months } = planner;
    const before = await planner.stored();
    const columns = months.slice(0, 2);
    const meant = columns.map((column) => Math.round((before.amount(free[2], column) ?? 0) / minor) * full + full);
    await planner.copyElsewhere(
      meant
        .map((amount) => amount.toLocaleString('en-US'))
        .map((text) => `"${text}"`)
        .join('\t'),
    );
    await sheet.go(free[2], columns[0]);
    await press('Control+v');
    await page.locator('.pg-paste__jump').waitFor();
    const [lead] = planner.t('grid.convert', { unit: '§' }).split('§');
    await dialog()
      .getByRole('button', { name: new RegExp(lead) })
      .first()
      .click();
    await dialog().waitFor({ state: 'detached' });
    await eventually(async () => {
      const after = await planner.stored();
      return columns.map((column) => after.amount(free[2], column));
    }).toEqual(meant.map((amount) => amount * 100));
    await press('Control+z');
    await eventually(async () => (await planner.stored()).digest).toBe(before.digest);
  });

  test('30 5 × 4 cells copied into a plain text are five lines of four numbers without marks; a table goes along', async () => {
    const { sheet, press, page, free, months } = planner;
    const stored = await planner.stored();
    const columns = [...months.slice(0, 3), 'q:2026-Q1'];
    await sheet.go(free[0], columns[0]);
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c');
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType('text/html')).text();
    });
    expect(html.match(/<tr/g)).toHaveLength(5);
    expect(html.match(/<td/g)).toHaveLength(20);
    await press('Escape', 'Shift+F2');
    const plain = page.locator('.note-editor__text');
    await plain.waitFor();
    await press('Control+v');
    const lines = (await plain.inputValue())
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines.map((line) => line.length)).toEqual([4, 4, 4, 4, 4]);
    expect(lines.flat().every((text) => /^-?\d+(\.\d+)?$/.test(text))).toBe(true);
    // Three sellers, their next region, and its first seller.
    const rows = [...free.slice(0, 3), free[3].split('/')[0], free[3]];
    expect(lines.map((line) => line.map((text) => Math.round(Number(text) * minor)))).toEqual(
      rows.map((row) => columns.map((column) => stored.amount(row, column))),
    );
    await press('Escape');
    await plain.waitFor({ state: 'detached' });
  });
});

test('27 fifty rows of twelve months from a spreadsheet: exactly 600 cells change, the next row does not, one undo', async () => {
  const traveller = await setOut(browser, { language: 'zh-CN' });
  const { page, t, button, sheet, context, url } = traveller;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  await button(t('start.targetButton')).click();
  await page.getByRole('textbox', { name: t('wizard.target') }).fill('1.2亿');
  const names = { region: '华东', product: Array.from({ length: 60 }, (_, at) => `产品${at + 1}`).join('\n') };
  for (const dimension of ['region', 'product'] as const) {
    const label = t('wizard.namesOf', { dimension: t(`words.${dimension}`) });
    await page.getByRole('textbox', { name: label }).fill(names[dimension]);
  }
  await button(t('wizard.create')).click();
  await traveller.arrived('plan');
  await sheet.ready();
  await page.keyboard.press('Control+k');
  await page.locator('.palette__input').fill(t('action.openAll'));
  await page.keyboard.press('Enter');
  await page.locator('.ag-row[row-id*="product:"]').first().waitFor();
  const stored = async () => {
    await traveller.saved();
    return readStore(page);
  };
  const before = await stored();
  const products = (await sheet.rows()).map(({ id }) => id).filter((id) => id.includes('product:'));
  const code = (row: string) => Number(row.split(':').at(-1));
  const [first] = products;
  const rows = Array.from(
    { length: 60 },
    (_, at) => `${first.slice(0, first.lastIndexOf(':') + 1)}${code(first) + at}`,
  );
  const months = before.plan.periods.map(({ id }) => `m:${id}`);
  const pasted = rows.slice(0, 50).map((_, row) => months.map((_, month) => 1_000 + row * 12 + month));
  const text = (amount: number, row: number) => {
    const grouped = amount.toLocaleString('en-US');
    if (row === 3) return `"${grouped}\n"`;
    return row % 2 === 0 ? `"${grouped}"` : String(amount);
  };
  const lines = pasted.map((line, row) =>
    [0, 1, 2, 3]
      .flatMap((quarter) => {
        const inside = line.slice(quarter * 3, quarter * 3 + 3);
        return [...inside, inside.reduce((sum, amount) => sum + amount, 0)];
      })
      .map((amount) => text(amount, row))
      .join('\t'),
  );
  await page.evaluate((plain) => navigator.clipboard.writeText(plain), `${lines.join('\r\n')}\r\n`);
  await sheet.go(first, months[0]);
  await page.keyboard.press('Control+v');
  // The totals in the block agree with their parts: nothing to ask.
  await sheet.cell(first, months[0]).locator('.pg-digits').getByText('1,000', { exact: true }).waitFor();
  const after = await stored();
  expect(rows.slice(0, 50).map((row) => months.map((month) => after.amount(row, month)))).toEqual(
    pasted.map((line) => line.map((amount) => amount * 1_000_000)),
  );
  const rest = (one: typeof after) => rows.slice(50).map((row) => months.map((month) => one.amount(row, month)));
  expect(rest(after)).toEqual(rest(before));
  await sheet.go(first, months[0]);
  await page.keyboard.press('Control+z');
  await eventually(async () => (await stored()).digest).toBe(before.digest);
  await traveller.close();
});
