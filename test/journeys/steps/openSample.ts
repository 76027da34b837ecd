import { expect } from 'vitest';
import { eventually } from '../support/eventually';
import { wrongPeriods, wrongSums } from '../support/sums';
import type { Traveller } from '../support/traveller';

const OTHER = { en: 'zh-CN', 'zh-CN': 'en' } as const;
const NAMES = { en: 'English', 'zh-CN': '中文' } as const;

/** A cold start: three choices, language and appearance, one line about privacy; the sample opens with one click. */
export async function openSample(traveller: Traveller): Promise<void> {
  const { page, t, button, language, sheet } = traveller;
  for (const key of ['start.sampleButton', 'start.targetButton', 'start.importButton'] as const) {
    await button(t(key)).waitFor();
  }
  expect(await page.getByRole('contentinfo').innerText()).toContain(t('start.privacy'));
  await page.getByRole('radio', { name: NAMES[OTHER[language]] }).check();
  await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe(OTHER[language]);
  await page.getByRole('radio', { name: NAMES[language] }).check();
  await button(t('start.sampleButton')).waitFor();
  const theme = await page.evaluate(() => document.documentElement.dataset.theme);
  await page.getByRole('radio', { name: t(theme === 'dark' ? 'theme.light' : 'theme.dark'), exact: true }).check();
  await eventually(() => page.evaluate(() => document.documentElement.dataset.theme)).not.toBe(theme);
  await page.getByRole('radio', { name: t(theme === 'dark' ? 'theme.dark' : 'theme.light'), exact: true }).check();
  await traveller.look('start');

  await button(t('start.sampleButton')).click();
  await traveller.arrived('home');
  await traveller.to('plan');
  await sheet.ready();
  const swept = await sheet.sweep();
  expect(swept.rows.filter((row) => row.open).length).toBeGreaterThanOrEqual(4);
  expect(swept.cells.size).toBeGreaterThan(250);
  expect(wrongSums(swept)).toEqual([]);
  expect(wrongPeriods(swept)).toEqual([]);
  await traveller.look('plan');
}
