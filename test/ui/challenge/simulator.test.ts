import { describe, expect, it } from 'vitest';
import type { Risk } from '~/domain/challenge';
import { labelRows, outcomeSteps } from '~/ui/charts/outcomeShape';
import { riskDraft, riskOf, troubleOf } from '~/ui/pages/challenge/simulator/riskDraft';

const LOSS: Risk = {
  id: 'rk1',
  plan: '',
  title: 'Port closed',
  at: { region: 2 },
  chance: 0.25,
  low: -90_000,
  likely: -50_000,
  high: -10_000,
  from: '2027-06',
  to: '2027-08',
  owner: 'Li',
};
const START = { from: '2027-05', to: '2027-12', scale: 100 };

describe('a risk as it is typed', () => {
  it('is a loss without signs, from the least to the most, and comes back as it was', () => {
    const draft = riskDraft(LOSS, START);
    expect(draft).toMatchObject({ kind: 'loss', chance: 25, least: 100, likely: 500, most: 900 });
    expect(riskOf(draft, 100)).toEqual(LOSS);
  });
  it('may be a gain, and comes back as it was', () => {
    const gain = { ...LOSS, low: 0, likely: 20_000, high: 30_000 };
    expect(riskDraft(gain, START).kind).toBe('gain');
    expect(riskOf(riskDraft(gain, START), 100)).toEqual(gain);
  });
  it('never has a negative zero, which no file would keep', () => {
    const risk = riskOf({ ...riskDraft(null, START), title: 'x' }, 100);
    expect([risk.low, risk.likely, risk.high].every((amount) => Object.is(amount, 0))).toBe(true);
  });
  it('says what is missing: a name, the order of amounts, the order of months', () => {
    const draft = riskDraft(LOSS, START);
    expect(troubleOf(draft)).toBeNull();
    expect(troubleOf({ ...draft, title: ' ' })).toBe('needTitle');
    expect(troubleOf({ ...draft, least: 600 })).toBe('order');
    expect(troubleOf({ ...draft, to: '2027-05' })).toBe('months');
  });
});

describe('the picture of a year', () => {
  it('has bars that meet, from the first amount to the last', () => {
    const steps = outcomeSteps({ from: 100, to: 200, shares: [0.25, 0.5, 0.25, 0] });
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [100, 125],
      [125, 150],
      [150, 175],
      [175, 200],
    ]);
  });
  it('puts names that would touch on rows of their own', () => {
    expect(labelRows([0, 50, 200], { width: 100, rows: 3 }).map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(labelRows([10, 5, 0, 7], { width: 100, rows: 3 }).map(({ row }) => row)).toEqual([2, 1, 0, 2]);
  });
});
