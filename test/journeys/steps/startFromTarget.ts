import { expect } from 'vitest';
import { eventually } from '../support/eventually';
import { wrongPeriods, wrongSums } from '../support/sums';
import type { Traveller } from '../support/traveller';

const MOST_MS = 60_000;

/** Names as a person would write them; five regions and seven products share out with a remainder. */
const NAMES = {
  'zh-CN': { region: '华北\n华东\n华南\n西部\n东北', product: '机油\n齿轮油\n液压油\n冷却液\n刹车油\n润滑脂\n尿素' },
  en: { region: 'North\nEast\nSouth\nWest\nAbroad', product: 'Oil\nGear oil\nGrease\nCoolant\nBrake oil\nFuel\nUrea' },
};

const TARGET = { 'zh-CN': { typed: '1.2亿', inUnit: 12_000 }, en: { typed: '120m', inUnit: 120_000 } };

/** A plan without any data, in less than a minute: even shares, every sum right, a fiscal year from April. */
export async function startFromTarget(traveller: Traveller): Promise<void> {
  const { page, t, button, sheet, language } = traveller;
  const began = Date.now();
  await button(t('start.targetButton')).click();
  await traveller.arrived('wizard');
  await page.getByRole('button', { name: t('wizard.startMonth') }).click();
  await page.getByRole('option').nth(3).click();
  await page.getByRole('textbox', { name: t('wizard.target') }).fill(TARGET[language].typed);
  for (const dimension of ['region', 'product'] as const) {
    const label = t('wizard.namesOf', { dimension: t(`words.${dimension}`) });
    await page.getByRole('textbox', { name: label }).fill(NAMES[language][dimension]);
  }
  await page
    .getByText(t('wizard.linesShown', { lines: 35, periods: t('wizard.periods.months', { n: 12 }), values: 420 }))
    .waitFor();
  await traveller.look('target-wizard');
  await button(t('wizard.create')).click();
  await traveller.arrived('plan');
  await sheet.ready();
  expect(Date.now() - began).toBeLessThan(MOST_MS);
  const columns = await sheet.columns();
  expect(columns.filter((id) => id.startsWith('m:')).map((id) => id.slice(-2))[0]).toBe('04');
  await eventually(() => sheet.exact('all', columns[0])).toBe(TARGET[language].inUnit);
  await page.getByRole('radio', { name: t('plan.quarter'), exact: true }).check();
  const swept = await sheet.sweep();
  expect(wrongSums(swept)).toEqual([]);
  expect(wrongPeriods(swept)).toEqual([]);
  await traveller.look('plan-from-target');
}
