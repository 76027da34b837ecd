import { describe, expect, it } from 'vitest';
import { firstMonths, forecastNewcomer, forecastWithEvents } from '~/engine/forecast/index';
import { createRandom } from '~/engine/numeric';
import { normal } from '../pooled/siblings';

/** Made-up launches of one range: a steep start, a peak, a slow fall, each with its own size, pace and noise. */
function launches(seed: number, count: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const size = Math.exp(6 + 0.6 * normal(random));
    const pace = 3 + 0.5 * normal(random);
    return Array.from({ length: 18 }, (_, age) => {
      const rise = 1 - Math.exp(-(age + 1) / pace);
      return Math.round(100 * size * rise * Math.exp(-0.03 * age + 0.15 * normal(random)));
    });
  });
}

const options = { period: 12, horizon: 12, firstMonth: 600 };
const curveOf = (histories: readonly number[][]) =>
  firstMonths(
    histories.map((values) => ({ values, firstMonth: 580 })),
    options,
  );

/** Mean absolute error of the rest of the first year, by the curve and by the mean of what is known. */
function misses(known: number): { curve: number; flat: number } {
  const sum = { curve: 0, flat: 0 };
  const all = launches(11, 40);
  all.forEach((values, i) => {
    const curve = curveOf(all.filter((_, k) => k !== i && k % 5 === i % 5));
    if (!curve) throw new Error('no curve');
    const cut = values.slice(0, known);
    const { mean } = forecastNewcomer(cut, { ...options, horizon: 12 - known, analogue: { curve, scale: null } });
    const flat = cut.reduce((total, value) => total + value / known, 0);
    values.slice(known, 12).forEach((value, h) => {
      sum.curve += Math.abs(mean[h] / value - 1);
      sum.flat += Math.abs(flat / value - 1);
    });
  });
  return sum;
}

describe('new products by the first months of others', () => {
  it('the rest of the first year is missed by at least 15 % less than by the mean of the months known', () => {
    for (const known of [1, 2, 3, 6]) {
      const { curve, flat } = misses(known);
      expect(curve).toBeLessThan(0.85 * flat);
    }
  });

  it('without a sale the size is that of the analogues, or the share of it that somebody said', () => {
    const curve = curveOf(launches(3, 6));
    if (!curve) throw new Error('no curve');
    const alone = forecastNewcomer([], { ...options, analogue: { curve, scale: null } });
    const half = forecastNewcomer([0, 0, null], { ...options, analogue: { curve, scale: 0.5 } });
    alone.mean.forEach((value, h) => {
      expect(half.mean[h]).toBeCloseTo(value / 2, 6);
      expect(value).toBeCloseTo(Math.exp(curve.size + curve.logs[h]), 6);
    });
    const width = ({ intervals }: typeof alone): number => Math.log(intervals[0].upper[0] / intervals[0].lower[0]);
    expect(width(half)).toBeLessThan(width(alone));
  });

  it('its own months move the size, the more of them the more', () => {
    const curve = curveOf(launches(4, 8));
    if (!curve) throw new Error('no curve');
    const triple = (age: number): number => 3 * Math.exp(curve.size + curve.logs[age]);
    const moved = (known: number): number => {
      const own = Array.from({ length: known }, (_, age) => triple(age));
      const { mean } = forecastNewcomer(own, { ...options, analogue: { curve, scale: 1 } });
      return mean[0] / (triple(known) / 3);
    };
    expect(moved(1)).toBeGreaterThan(1);
    expect(moved(4)).toBeGreaterThan(moved(1));
    expect(moved(4)).toBeLessThan(3.001);
  });

  it('is the same joined with events, until a whole year of its own is known', () => {
    const curve = curveOf(launches(5, 8));
    if (!curve) throw new Error('no curve');
    const values = launches(6, 1)[0];
    const analogue = { curve, scale: null };
    const young = forecastWithEvents([0, 0, ...values.slice(0, 4)], { ...options, analogue });
    expect(young.method).toBe('analogue');
    expect(young.notes).toContain('likeOthers');
    expect(young.mean).toEqual(forecastNewcomer([0, 0, ...values.slice(0, 4)], { ...options, analogue }).mean);
    expect(forecastWithEvents(values.slice(0, 12), { ...options, analogue }).method).not.toBe('analogue');
  });

  it('an unknown month of an analogue is no month without sales', () => {
    const all = launches(7, 5);
    const gappy = all.map((values, i) => values.map((value, age) => (age === 4 + i ? Number.NaN : value)));
    const [whole, open] = [curveOf(all), curveOf(gappy)];
    expect(open?.analogues).toBe(5);
    whole?.logs.forEach((log, age) => {
      expect(Math.abs(log - (open?.logs[age] ?? 9))).toBeLessThan(0.12);
    });
  });

  it('bears odd analogues and odd beginnings', () => {
    expect(firstMonths([], options)).toBeNull();
    expect(curveOf([[], [0, 0, 0], [5, 6], new Array(20).fill(-3)])).toBeNull();
    const curve = curveOf([[0, 0, 7, 0, 0, 9, 0, 0, 0], launches(1, 1)[0], new Array(12).fill(1e300)]);
    if (!curve) throw new Error('no curve');
    expect(curve.analogues).toBe(3);
    for (const own of [[], [null], [-4, 3], [0, 8, null, -2], [1e300]]) {
      const { mean, intervals } = forecastNewcomer(own, { ...options, horizon: 30, analogue: { curve, scale: null } });
      mean.forEach((value, h) => {
        expect(Number.isFinite(value)).toBe(true);
        let [lower, upper] = [value, value];
        for (const interval of intervals) {
          expect(interval.lower[h]).toBeLessThanOrEqual(lower);
          expect(interval.upper[h]).toBeGreaterThanOrEqual(upper);
          [lower, upper] = [interval.lower[h], interval.upper[h]];
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(upper)).toBe(true);
        }
      });
    }
  });
});
