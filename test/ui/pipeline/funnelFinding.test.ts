import { describe, expect, test } from 'vitest';
import type { FunnelStage } from '~/domain/pipelineView';
import { en } from '~/i18n/en/en';
import { createTranslate } from '~/i18n/translate';
import { cycleTrend } from '~/ui/pages/pipeline/funnel/cycleTrend';
import { funnelFinding, narrowest } from '~/ui/pages/pipeline/funnel/funnelFinding';

const stage = (name: string, passed: number, lost: number): FunnelStage => ({
  stage: { id: name, name, aliases: [], kind: 'open', chance: null, staleDays: null },
  count: 0,
  amount: 0,
  entered: passed + lost,
  enteredAmount: 0,
  passed,
  lost,
  conversion: passed + lost === 0 ? null : passed / (passed + lost),
  conversionAmount: null,
  medianDays: null,
  longDays: null,
  chance: null,
});
const sum = (count: number, amount = 0) => ({ count, amount, estimated: 0 });
const words = {
  t: createTranslate(en, 'en'),
  money: (amount: number) => String(amount),
  percent: (share: number) => `${Math.round(share * 100)}%`,
};
const said = (stages: FunnelStage[], open = sum(3, 900), decided = { won: 2, lost: 1 }) =>
  funnelFinding(
    {
      stages,
      open,
      won: sum(decided.won),
      lost: sum(decided.lost),
      winRate: { count: decided.won / (decided.won + decided.lost), amount: null },
    },
    words,
  );

describe('the finding of a funnel', () => {
  test('names the stage that fewest deals get through, of ten', () => {
    expect(said([stage('Lead', 8, 2), stage('Offer', 3, 7)])).toContain('“Offer”: 3 of 10');
  });

  test('counts of a hundred where none of ten would get through', () => {
    expect(said([stage('Lead', 8, 2), stage('Offer', 4, 96)])).toContain('“Offer”: 4 of 100');
  });

  test('says nothing of a stage with hardly any results, however bad they are', () => {
    expect(narrowest([stage('Lead', 30, 20), stage('Offer', 0, 4)])?.stage.stage.name).toBe('Lead');
  });

  test('calls stages alike that are', () => {
    expect(said([stage('Lead', 50, 50), stage('Offer', 51, 49)])).toContain('about alike');
  });

  test('says how many are won where nobody can tell from which stage they are lost', () => {
    expect(said([stage('Lead', 0, 0)], sum(3, 900), { won: 6, lost: 2 })).toContain('75% are won: 6 won, 2 lost');
  });

  test('tells open deals where nothing is decided, and that there are none where there are none', () => {
    expect(said([stage('Lead', 0, 0)])).toContain('3 open deals, 900');
    expect(said([], sum(0))).toContain('No open deals: 2 won, 1 lost');
  });
});

describe('the trend of the cycle', () => {
  const month = (medianDays: number | null, won = 1) => ({ month: '2026-01', won, lost: 0, wonAmount: 0, medianDays });

  test('weighs months by their deals: one odd deal moves little', () => {
    expect(cycleTrend([month(10, 9), month(100, 1), month(19, 5), month(19, 5)])).toBe(0);
  });

  test('is unknown with less than four months that have deals', () => {
    expect(cycleTrend([month(10), month(null, 0), month(20), month(30)])).toBeNull();
  });

  test('is more days when deals take longer of late', () => {
    expect(cycleTrend([month(10), month(10), month(30), month(30)])).toBe(20);
  });
});
