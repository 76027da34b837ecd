import { describe, expect, test } from 'vitest';
import type { Attention } from '~/domain/view';
import { en } from '~/i18n/en/en';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';
import { homeFinding } from '~/ui/pages/home/homeFinding';
import { homeTitle } from '~/ui/pages/home/homeTitle';
import { shownAttention } from '~/ui/pages/home/shownAttention';

const behindPace = (name: string, amount: number, dimension = 'region', code = 1): Attention => ({
  kind: 'behindPace',
  severity: 'bad',
  params: { name, amount, dimension },
  at: { [dimension]: code },
  page: 'kpi',
});

const isNothing = (amount: number) => Math.abs(amount) < 0.5;
const finding = (actual: number | null, attention: Attention[] = []) =>
  homeFinding({ view: { target: 1000, actual, planToDate: 322, attention }, dimension: 'region', isNothing });
const words = { t: createTranslate(en, 'en'), money: (amount: number | null) => `${amount} k` };

describe('the one finding of Home', () => {
  test('names the member that makes the whole gap', () => {
    expect(homeTitle(finding(300, [behindPace('East', 22)]), words)).toBe(
      '22 k behind plan to date, all of it in East',
    );
  });

  test('names the member that makes most of it', () => {
    expect(homeTitle(finding(300, [behindPace('North', 3), behindPace('East', 15)]), words)).toBe(
      '22 k behind plan to date, mostly in East',
    );
  });

  test('names nobody where the gap is spread, and nobody of another dimension', () => {
    expect(homeTitle(finding(300, [behindPace('East', 8), behindPace('Li Wei', 22, 'seller')]), words)).toBe(
      '22 k behind plan to date',
    );
  });

  test('says ahead, on plan, no actuals and no target as they are', () => {
    expect(homeTitle(finding(350), words)).toBe('28 k ahead of plan to date');
    expect(homeTitle(finding(322.2), words)).toBe('On plan to date');
    expect(homeTitle(finding(null), words)).toBe('Target 1000 k, no actuals yet');
    const view = { target: null, actual: 5, planToDate: 5, attention: [] };
    expect(homeTitle(homeFinding({ view, dimension: null, isNothing }), words)).toBe('No target yet');
  });

  test('reads in Chinese as a manager would say it', () => {
    const zh = { t: createTranslate(zhCN, 'zh-CN'), money: (amount: number | null) => `${amount} 万元` };
    expect(homeTitle(finding(300, [behindPace('华东', 22)]), zh)).toBe('比计划进度少 22 万元，缺口都在华东');
  });
});

test('an amount that is nothing in the unit of the page needs no attention', () => {
  const entries = [behindPace('East', 22), behindPace('North', 0.2)];
  expect(shownAttention(entries, isNothing)).toEqual([entries[0]]);
});
