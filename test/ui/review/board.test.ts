import { describe, expect, it } from 'vitest';
import { KPI_IDS } from '~/domain/kpi';
import type { KpiCard } from '~/domain/view';
import { KPI_DEFINITIONS } from '~/engine/kpi/index';
import { en } from '~/i18n/en/en';
import { zhCN } from '~/i18n/zh-CN/zhCN';
import { attentionOf, foldBoard, mostMisses } from '~/ui/pages/review/boardFinding';
import { bulletShape } from '~/ui/pages/review/bullet';
import { captionParts } from '~/ui/pages/review/captionParts';
import { figureShape, isSurplus, moneyUnit, singleDecimals, trendLine } from '~/ui/pages/review/cardFigure';
import { hasYearWindow, limitScaleOf } from '~/ui/pages/review/limitScale';

const card = (changes: Partial<KpiCard>): KpiCard => ({
  id: 'attainment',
  unit: 'percent',
  direction: 'up',
  value: 0.956,
  numerator: 956,
  denominator: 1000,
  status: 'good',
  reason: null,
  limits: { good: 0.9, bad: null, own: false },
  trend: [],
  missing: [],
  interval: null,
  ...changes,
});

describe('the board', () => {
  const cards = [
    card({ id: 'attainment' }),
    card({ id: 'pace', status: 'watch' }),
    card({ id: 'churn', status: 'bad' }),
    card({ id: 'growthPrior', status: null, reason: 'noLimit' }),
    card({ id: 'retention', value: null, status: null, reason: 'historyTooShort' }),
    card({ id: 'csat', value: null, status: null, reason: 'noSource', missing: ['surveys'] }),
  ];

  it('folds what has no source, and only that', () => {
    const { shown, folded, counts } = foldBoard(cards);
    expect(folded.map(({ id }) => id)).toEqual(['csat']);
    expect(shown).toHaveLength(5);
    expect(counts).toEqual({ good: 1, watch: 1, bad: 1, open: 2, folded: 1 });
  });

  it('lists misses before risks', () => {
    expect(attentionOf(cards).map(({ id }) => id)).toEqual(['churn', 'pace']);
  });

  it('names the member with the most misses, and nobody where none is missed', () => {
    const rows = [
      { label: 'North', cards: [card({}), card({ status: 'watch' })] },
      { label: 'East', cards: [card({ status: 'bad' }), card({ status: null })] },
    ];
    expect(mostMisses(rows)).toEqual({ label: 'East', misses: 1, of: 1 });
    expect(mostMisses(rows.slice(0, 1))).toBeNull();
  });
});

describe('a card', () => {
  it('has a caption of both parts only where both are known', () => {
    expect(captionParts(card({ id: 'retention', numerator: 436, denominator: 500 }))).toEqual({
      id: 'retention',
      numerator: { amount: 436, kind: 'count' },
      denominator: { amount: 500, kind: 'count' },
    });
    expect(captionParts(card({ denominator: null }))).toBeNull();
    expect(captionParts(card({ value: null }))).toBeNull();
    expect(captionParts(card({ id: 'toString' }))).toBeNull();
  });

  it('writes growth with its sign and means of counts with a decimal', () => {
    expect(figureShape(card({ id: 'growthYoY' })).kind).toBe('signedPercent');
    expect(figureShape(card({ id: 'ordersPerCustomer', unit: 'times' }))).toEqual({
      kind: 'number',
      decimals: 1,
      unit: 'orders',
    });
    expect(figureShape(card({})).kind).toBe('percent');
  });

  it('calls a gap below zero a surplus', () => {
    expect(isSurplus(card({ id: 'gap', value: -1 }))).toBe(true);
    expect(isSurplus(card({ id: 'gap', value: 0 }))).toBe(false);
    expect(isSurplus(card({ id: 'growthYoY', value: -1 }))).toBe(false);
  });

  it('shows a handful of ten thousands in single units', () => {
    const view = { unit: 'tenThousand' as const, minorUnit: 2 };
    expect(moneyUnit(42_000 * 100, view)).toBe('one');
    expect(moneyUnit(100_000 * 100, view)).toBe('tenThousand');
    expect(moneyUnit(0, view)).toBe('tenThousand');
    expect([singleDecimals(99_99, 2), singleDecimals(100_00, 2)]).toEqual([2, 0]);
  });

  it('draws no line before the first known value, and none for a clock', () => {
    const trend = [null, null, 0.8, null, 0.9].map((value, i) => ({ period: `2026-0${i + 1}`, value }));
    expect(trendLine(card({ trend }))).toEqual([0.8, null, 0.9]);
    expect(trendLine(card({ trend: trend.slice(0, 3) }))).toBeNull();
    expect(trendLine(card({ id: 'timeProgress', trend }))).toBeNull();
  });

  it('draws the bar from zero and the mark at seven tenths, unless the value is longer', () => {
    expect(bulletShape(card({ value: 0.45 }))).toEqual({ from: 0, to: expect.closeTo(35), mark: expect.closeTo(70) });
    const long = bulletShape(card({ value: 9 }));
    expect(long?.to).toBeLessThanOrEqual(100);
    const below = bulletShape(card({ id: 'growthYoY', value: -0.1, limits: { good: 0.2, bad: null, own: true } }));
    expect(below?.from).toBe(0);
    expect(below?.mark).toBeGreaterThan(below?.to ?? 100);
  });

  it('draws no bullet where nothing says how long the track is', () => {
    const none = { good: null, bad: null, own: false };
    expect(bulletShape(card({ value: null }))).toBeNull();
    expect(bulletShape(card({ id: 'gap', unit: 'money', value: 5, limits: none }))).toBeNull();
    expect(bulletShape(card({ id: 'growthPrior', value: 0.1, limits: none }))).toBeNull();
    expect(bulletShape(card({ id: 'customerGrowth', limits: { good: null, bad: 0, own: true } }))).toBeNull();
  });
});

describe('what the page says of each KPI', () => {
  it('agrees with the definitions on limits that follow something and on the window of a year', () => {
    for (const { id, scale, period } of KPI_DEFINITIONS) {
      expect([id, limitScaleOf(id)]).toEqual([id, scale === 'value' ? null : scale]);
      expect([id, hasYearWindow(id)]).toEqual([id, period === 'window']);
    }
  });

  it('has a caption in both languages for each KPI that is computed', () => {
    const computed = KPI_DEFINITIONS.filter(({ implemented }) => implemented).map(({ id }) => id);
    for (const { kpi } of [zhCN, en]) {
      const said = new Set([...Object.keys(kpi.caption), ...Object.keys(kpi.plain)]);
      expect(computed.filter((id) => !said.has(id))).toEqual([]);
      expect([...said].filter((id) => !KPI_IDS.some((known) => known === id))).toEqual([]);
    }
  });
});
