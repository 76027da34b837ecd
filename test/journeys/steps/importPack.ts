import { expect } from 'vitest';
import { eventually } from '../support/eventually';
import { numbered } from '../support/numbered';
import type { Traveller } from '../support/traveller';

/** As an office program saves "Unicode text": UTF-16 with a mark, tabs, a title and a subtotal around the rows. */
const unicode = (lines: readonly string[]) =>
  Buffer.from(`\ufeff${lines.map((line) => line.replaceAll(',', '\t')).join('\r\n')}\r\n`, 'utf16le');
const text = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`, 'utf8');

const RECEIVABLES = [
  '应收账款明细表',
  '',
  '发票号码,客户名称,业务员,开票日期,到期日,应收金额',
  'FP-001,恒泰机械,李伟,2026-01-05,2026-02-04,1000.00',
  'FP-002,恒泰机械,李伟,2026-01-15,2026-02-14,2000.50',
  'FP-003,新源汽配,王芳,2026-02-03,2026-03-05,待定',
  'FP-004,港龙冷链,王芳,2026-02-10,2026-03-12,待定',
  '小计,,,,,3000.50',
  'FP-005,采石运输,刘洋,2026-03-01,2026-03-31,500.00',
];
const VISITS = [
  '拜访日期,客户名称,业务员,拜访目的,拜访结果,时长(小时)',
  '2026-03-02,恒泰机械,李伟,季度回顾,达成意向,2',
  '2026-03-05,新源汽配,王芳,新品介绍,待跟进,1.5',
];
const README = ['本文件夹说明', '应收和拜访每月更新一次'];

const FILES = [
  { name: '应收账款.txt', mimeType: 'text/plain', buffer: unicode(RECEIVABLES) },
  { name: '拜访记录.csv', mimeType: 'text/csv', buffer: text(VISITS) },
  { name: '说明.txt', mimeType: 'text/plain', buffer: text(README) },
];
const KEPT = 7;

/**
 * Files of a month, messy and of several kinds, at once: recognised, mended in place, tried out, taken in and back; the same
 * files again are known and change nothing. Then single rows by hand.
 */
export async function importPack(traveller: Traveller): Promise<void> {
  const { page, t, button } = traveller;
  await button(t('start.importButton')).click();
  await traveller.arrived('import');
  await page.locator('input[type=file]').setInputFiles(FILES);
  const list = page.getByRole('navigation', { name: t('pack.tables') });
  await list.getByText(t('template.kind.receivables'), { exact: true }).waitFor();
  await list.getByText(t('template.kind.visits'), { exact: true }).waitFor();

  await mendAmounts(traveller);
  await page.locator('[data-place=all]').click();
  const whole = page.getByRole('table', { name: t('pack.dryRun') });
  await eventually(() => whole.innerText()).toContain('3,800.50');
  await traveller.look('pack-check');

  const go = button(t('import.importRows', { n: KEPT }));
  await go.click();
  await page.getByRole('heading', { name: t('import.done', { n: KEPT }) }).waitFor();
  await traveller.look('pack-done');
  await button(t('import.undo')).click();
  await page.getByText(t('import.undone')).waitFor();
  await page.keyboard.press('Control+y');
  await traveller.saved();

  await sameAgain(traveller);
  await factsByHand(traveller);
}

/** Two amounts that are no numbers: both mended at once, then one of them in its cell, by keys alone. */
async function mendAmounts({ page, t, button, look }: Traveller): Promise<void> {
  await page.locator('[data-place="应收账款.txt"]').click();
  await page.getByText(t('pack.group', { column: '应收金额', value: '待定', n: 2 })).waitFor();
  await look('pack-errors');
  await page.getByRole('tab', { name: t('pack.part.reading') }).click();
  await page.getByText(t('pack.droppedBecause.subtotal'), { exact: true }).first().waitFor();
  await look('pack-reading');
  await page.getByRole('tab', { name: t('pack.part.merge') }).click();
  await look('pack-merge');
  await page.getByRole('tab', { name: t('pack.part.columns') }).click();

  await page.getByLabel(t('pack.replaceWith', { value: '待定', column: '应收金额' })).fill('100');
  await button(t('pack.replaceAll', { n: 2 })).click();
  await page.getByText(t('pack.mended', { n: 1 })).waitFor();
  await eventually(() => page.getByText(t('pack.groups', { n: 1 })).count()).toBe(0);

  const grid = page.getByRole('grid');
  await grid.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'F2']) await page.keyboard.press(key);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('200');
  await page.keyboard.press('Enter');
  await page.getByText(t('pack.mended', { n: 2 })).waitFor();
}

/** Known by their headers: no question, and nothing new in them. */
async function sameAgain({ page, t, url, button }: Traveller): Promise<void> {
  await page.goto(`${url}#/sources`);
  await page.goto(`${url}#/import`);
  await page.locator('input[type=file]').setInputFiles(FILES.slice(1, 2));
  const go = button(numbered(t, 'import.importRows'));
  await go.waitFor();
  await eventually(() => go.getAttribute('title')).toBe(t('import.allThere'));
  await page.getByRole('table', { name: t('pack.dryRun') }).waitFor();
}

/** A visit put in by hand, found, and taken out again. */
async function factsByHand({ page, t, url, button, look }: Traveller): Promise<void> {
  await page.goto(`${url}#/sources?tab=kinds`);
  await button(t('sources.openNamed', { kind: t('template.kind.visits') })).click();
  await page.getByText(t('sources.rowsOf', { kind: t('template.kind.visits'), n: 2 })).waitFor();
  await look('facts');
  await button(t('sources.add')).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=date]').first().fill('2026-03-09');
  await dialog.getByRole('combobox').first().fill('恒泰机械');
  await eventually(() => dialog.locator('option[value="恒泰机械"]').count()).toBe(1);
  await look('fact-form');
  await dialog.getByRole('button', { name: t('sources.save') }).click();
  await page.getByText(t('sources.rowsOf', { kind: t('template.kind.visits'), n: 3 })).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(t('sources.rowsOf', { kind: t('template.kind.visits'), n: 2 })).waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('2026-03-09');
}
