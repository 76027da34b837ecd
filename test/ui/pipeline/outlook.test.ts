import { describe, expect, test } from 'vitest';
import { dayOf } from '~/domain/period';
import type { CoverRow, PipelineForecastView } from '~/domain/pipelineView';
import { en } from '~/i18n/en/en';
import { createTranslate } from '~/i18n/translate';
import { coverFinding } from '~/ui/pages/pipeline/outlook/coverFinding';
import { outlookFinding } from '~/ui/pages/pipeline/outlook/outlookFinding';
import { outlookMonths, runningMonth } from '~/ui/pages/pipeline/outlook/outlookMonths';

const t = createTranslate(en, 'en');
const month = (id: string, more: Partial<PipelineForecastView['months'][number]> = {}) => ({
  month: id,
  weighted: 10,
  mean: 20,
  lower: 5,
  upper: 40,
  runRate: 100,
  target: 130,
  ...more,
});

describe('months of the pipeline forecast', () => {
  test('lay the range of the deals on the repeat sales', () => {
    const [one] = outlookMonths({ months: [month('2026-09')], asOf: dayOf(2026, 8, 31) });
    expect(one).toMatchObject({ mean: 120, lower: 105, upper: 140, difference: -10 });
    const [deals] = outlookMonths({ months: [month('2026-09', { runRate: null })], asOf: null });
    expect(deals).toMatchObject({ mean: 20, lower: 5, upper: 40, runRate: null });
  });

  test('do not hold the rest of a running month against the target of the whole', () => {
    const months = [month('2026-08'), month('2026-09')];
    expect(outlookMonths({ months, asOf: dayOf(2026, 8, 19) }).map(({ difference }) => difference)).toEqual([
      null,
      -10,
    ]);
    expect(runningMonth(dayOf(2026, 8, 31))).toBeNull();
    expect(runningMonth(dayOf(2026, 8, 30))).toBe('2026-08');
  });
});

describe('the finding of the pipeline forecast', () => {
  const total: PipelineForecastView['total'] = {
    weighted: 1,
    deals: { mean: 30, lower: 10, upper: 60 },
    runRate: 100,
    combined: { mean: 130, lower: 90, upper: 180 },
    bySales: null,
    remainingTarget: 150,
    chance: 0.37,
  };
  const said = (more: Partial<typeof total>, issues: PipelineForecastView['issues'] = []) =>
    outlookFinding(
      { total: { ...total, ...more }, issues },
      { t, money: String, chance: (share) => `${share * 100}%` },
    );

  test('says what is to come and the chance that it does', () => {
    expect(said({})).toBe('130 to come by the end of the year; 37% chance to reach the target');
  });

  test('says that nobody can tell where no deal has ended, instead of a nought', () => {
    expect(said({ combined: null }, [{ code: 'pipeline/noChances' }])).toContain('No deal has ended yet');
  });

  test('says no chance without a target, and deals alone where nobody can tell repeat sales', () => {
    expect(said({ chance: null })).toBe('130 to come by the end of the year');
    expect(said({ combined: null, chance: null })).toContain('Deals may bring 30');
  });
});

describe('the finding of the cover', () => {
  const row = (label: string, more: Partial<CoverRow>): CoverRow => ({
    at: {},
    label,
    open: 0,
    weighted: 0,
    needed: null,
    cover: null,
    least: 3,
    state: 'unknown',
    ...more,
  });

  test('names where most is missing, not where the ratio is worst', () => {
    const rows = [
      row('Small', { state: 'short', needed: 10, open: 0 }),
      row('Large', { state: 'short', needed: 1000, open: 1500 }),
      row('Fine', { state: 'enough', needed: 1, open: 100 }),
    ];
    expect(coverFinding(rows, t)).toContain('2 places, most of all Large');
  });

  test('never says enough of what nobody knows', () => {
    expect(coverFinding([row('A', { state: 'enough' }), row('B', { state: 'reached' })], t)).toBe(
      'Enough open deals everywhere',
    );
    expect(coverFinding([row('A', { state: 'enough' }), row('B', {})], t)).toBe('Enough open deals?');
    expect(coverFinding([], t)).toBe('Enough open deals?');
  });
});
