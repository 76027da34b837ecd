import { describe, expect, it } from 'vitest';
import { backtest } from '~/engine/forecast/index';
import { overallWeightedAverage } from '../../bench/overallWeightedAverage';
import { madeUpSeries } from './madeUpSeries';

const EACH = 24;

describe('accuracy on made-up series of nine kinds', () => {
  const score = overallWeightedAverage(madeUpSeries(5, EACH));
  const groups = Object.entries(score.groups);

  it('beats Naive2 by a quarter on the whole and is nowhere behind it', () => {
    expect(groups).toHaveLength(9);
    expect(score.mean).toBeLessThan(0.73);
    for (const [kind, { owa }] of groups) expect(owa, kind).toBeLessThan(1.06);
  });

  it('beats last year again on the whole and wherever there is growth', () => {
    const whole = groups.reduce((sum, [, { overSeasonalNaive }]) => sum + overSeasonalNaive / groups.length, 0);
    expect(whole).toBeLessThan(0.88);
    for (const kind of ['trend', 'damped']) expect(score.groups[kind].overSeasonalNaive, kind).toBeLessThan(0.75);
    for (const [kind, { overSeasonalNaive }] of groups) expect(overSeasonalNaive, kind).toBeLessThan(1.12);
  });

  it('holds what the ranges promise, of every kind', () => {
    expect(Math.abs(score.coverage - 0.955)).toBeLessThan(0.025);
    for (const [kind, { coverage, coverage80 }] of groups) {
      expect(coverage, kind).toBeGreaterThan(0.88);
      expect(coverage80, kind).toBeGreaterThan(0.68);
      expect(coverage80, kind).toBeLessThan(0.97);
    }
    const narrow = groups.reduce((sum, [, { coverage80 }]) => sum + coverage80 / groups.length, 0);
    expect(narrow).toBeGreaterThan(0.77);
    expect(narrow).toBeLessThan(0.9);
  });
});

it('the choice errs at most two per cent more than its models do on the mean', () => {
  let own = 0;
  let others = 0;
  for (const { train, period } of madeUpSeries(9, 5)) {
    const { rows } = backtest(train, { period, horizon: 6, origins: 2 });
    const members = rows.filter(({ name }) => name !== 'combination' && name !== 'seasonalNaive');
    own += rows.find(({ name }) => name === 'combination')?.mase ?? 0;
    others += members.reduce((sum, { mase }) => sum + (mase ?? 0) / members.length, 0);
  }
  expect(others).toBeGreaterThan(0);
  expect(own).toBeLessThan(1.02 * others);
});
