import { expect, test } from 'vitest';
import type { Attention, AttentionKind } from '~/domain/view';
import { en } from '~/i18n/en/en';
import { createFormat } from '~/i18n/format';
import { createTranslate, placesOf } from '~/i18n/translate';
import { attentionText } from '~/ui/pages/home/attentionText';

const words = {
  t: createTranslate(en, 'en'),
  format: createFormat('en'),
  money: { show: (amount: number | null) => String(amount), say: (amount: number | null) => `$ ${amount} k` },
};

/** One of each kind with the params the views give. */
const samples: Record<AttentionKind, Attention> = {
  unallocated: one('unallocated', 'plan', { name: '', amount: 200, goal: 1000, allocated: 800 }, {}),
  overAllocated: one('overAllocated', 'plan', { name: 'South', amount: 17, goal: 253, allocated: 270 }, { region: 2 }),
  behindPace: one(
    'behindPace',
    'kpi',
    { name: 'East', dimension: 'region', amount: 154, actual: 1114, planToDate: 1268, pace: 0.8785 },
    { region: 1 },
  ),
  unreasonable: one(
    'unreasonable',
    'plan',
    {
      name: 'Li Wei',
      dimension: 'seller',
      amount: 5,
      target: 1200,
      lastYear: 900,
      growth: 0.33,
      ownGrowth: -0.04,
      distance: 3,
    },
    { seller: 3 },
  ),
  notInPlan: one('notInPlan', 'plan', { amount: 447 }, {}),
  unmatched: one(
    'unmatched',
    'import',
    { name: 'GTXPro', n: 729, dimension: 'product', source: 'deals.csv', import: 'i1' },
    { product: 0 },
  ),
  forecastShort: {
    ...one('forecastShort', 'forecast', { amount: 280, forecast: 9720, target: 10000, upper: 9900 }, {}),
    severity: 'bad',
  },
  forecastNotKept: {
    kind: 'forecastNotKept',
    severity: 'note',
    params: { days: 40, from: '2026-07-10' },
    at: {},
    page: 'forecast',
  },
  festivalMoved: one('festivalMoved', 'plan', { days: -11, from: '2026-02-17', to: '2027-02-06' }, {}),
};

function one(
  kind: AttentionKind,
  page: Attention['page'],
  params: Attention['params'],
  at: Attention['at'],
): Attention {
  return { kind, page, params, at, severity: 'warn' };
}

test('every kind is a whole sentence with a detail and no place left unfilled', () => {
  for (const entry of Object.values(samples)) {
    const { title, detail, link } = attentionText(entry, words);
    for (const text of [title, detail, link]) {
      expect(text).not.toBe('');
      expect(placesOf(text)).toEqual([]);
      expect(text).not.toMatch(/undefined|NaN|null/);
    }
  }
});

test('money stands in the unit of the page, growth with its sign', () => {
  expect(attentionText(samples.behindPace, words)).toMatchObject({
    title: 'East is $ 154 k behind pace',
    detail: '1114 of 1268 planned by now, pace 87.9%',
  });
  expect(attentionText(samples.unreasonable, words).detail).toBe('target 1200 asks for +33%, own growth −4%');
  expect(attentionText(samples.festivalMoved, words).title).toBe('Spring Festival moves by 11 days');
});

test('a target that was judged by its forecast says the chance, and leads to what speaks against it', () => {
  const params = { name: 'Li Wei', dimension: 'seller', amount: 300, target: 1200, forecast: 900, chance: 0.004 };
  const told = attentionText(one('unreasonable', 'challenge', params, { seller: 3 }), words);
  expect(told.detail).toBe('target 1200, 900 expected: reached with a chance of <1%');
  expect(told.to).toEqual({ page: 'challenge', params: { at: 'seller:3' } });
  expect(told.link).toBe('Check target');
});

test('each leads to the place where it can be settled', () => {
  expect(attentionText(samples.behindPace, words).to).toEqual({ page: 'review', params: { at: 'region:1' } });
  expect(attentionText(samples.forecastShort, words).to).toEqual({ page: 'forecast', params: {} });
  expect(attentionText(samples.forecastNotKept, words).to).toEqual({ page: 'forecast', params: { tab: 'accuracy' } });
  expect(attentionText(samples.unreasonable, words).to).toMatchObject({
    page: 'plan',
    params: { name: expect.any(String) },
  });
  expect(attentionText(samples.unmatched, words).to.page).toBe('import');
  expect(attentionText(samples.unallocated, words).link).toBe('Allocate');
});
