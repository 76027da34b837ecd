import { describe, expect, it } from 'vitest';
import {
  type EventForecastOptions,
  forecastSeries,
  forecastWithEvents,
  type Promotion,
  poolLifts,
} from '~/engine/forecast/index';
import { createRandom } from '~/engine/numeric';
import { seededSeries } from '../seededSeries';

const FIRST = 600;
const LIFT = 0.3;
const base: EventForecastOptions = { period: 12, horizon: 12, firstMonth: FIRST, origins: 0, levels: [0.8] };
const month = (id: string, at: number, lift: number | null = null): Promotion => ({
  id,
  from: FIRST + at,
  to: FIRST + at,
  lift,
});

const shape = (seed: number) => ({ seed, length: 48 + (seed % 4) * 8, season: (seed % 3) * 0.15, slope: 0.3 });
const quiet = (seed: number): number[] => seededSeries({ ...shape(seed), noise: 0.06 });

/** Three months lifted by 30 %, and the promotions that say which. */
function promoted(seed: number): { values: number[]; promotions: Promotion[] } {
  const values = quiet(seed);
  const random = createRandom(seed * 7);
  const months = new Set<number>();
  while (months.size < 3) months.add(Math.floor(random() * values.length));
  for (const t of months) values[t] *= 1 + LIFT;
  return { values, promotions: [...months].map((t) => month(`p${t}`, t)) };
}

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);
const off = (lifts: readonly number[]): number => Math.abs(lifts.reduce((sum, x) => sum + x / lifts.length, 0) - LIFT);

describe('promotions that somebody marked', () => {
  it('an injected lift of 30 % is recovered within five points on average, alone and better so over all series', () => {
    const runs = SEEDS.map((seed) => promoted(seed));
    const alone = runs.map(({ values, promotions }) => forecastWithEvents(values, { ...base, promotions }).effects);
    const ownMiss = alone.map(({ promotions }) => off(promotions.map(({ lift }) => lift)));
    expect(ownMiss.reduce((sum, x) => sum + x / SEEDS.length, 0)).toBeLessThan(0.05);
    const pooledLifts = poolLifts(alone);
    expect(pooledLifts).toHaveLength(1);
    expect(Math.abs(Math.expm1(pooledLifts[0].mean) - LIFT)).toBeLessThan(0.03);
    const leaning = runs.map(({ values, promotions }) =>
      off(forecastWithEvents(values, { ...base, promotions, pooledLifts }).effects.promotions.map(({ lift }) => lift)),
    );
    expect(leaning.reduce((sum, x) => sum + x / SEEDS.length, 0)).toBeLessThan(
      ownMiss.reduce((sum, x) => sum + x / SEEDS.length, 0),
    );
  });

  it('eight of ten lifts lie in the range said', () => {
    let inside = 0;
    for (const seed of SEEDS) {
      const { values, promotions } = promoted(seed);
      for (const { lower, upper } of forecastWithEvents(values, { ...base, promotions }).effects.promotions) {
        if (lower <= LIFT && LIFT <= upper) inside++;
      }
    }
    expect(inside / SEEDS.length / 3).toBeGreaterThan(0.72);
    expect(inside / SEEDS.length / 3).toBeLessThan(0.97);
  });

  it('a forecast without a coming promotion is not inflated by past ones, not even by those just over', () => {
    let inflated = 0;
    let blind = 0;
    for (const seed of SEEDS.slice(0, 20)) {
      const values = quiet(seed);
      const n = values.length;
      const months = [9, 22, n - 2, n - 1];
      for (const t of months) values[t] *= 1 + LIFT;
      const promotions = months.map((t) => month(`p${t}`, t));
      const truth = forecastSeries(quiet(seed), base).mean;
      const above = (mean: Float64Array): number => mean.reduce((sum, x, h) => sum + (x / truth[h] - 1) / 12 / 20, 0);
      inflated += above(forecastWithEvents(values, { ...base, promotions }).mean);
      blind += above(forecastSeries(values, base).mean);
    }
    expect(Math.abs(inflated)).toBeLessThan(0.01);
    expect(blind).toBeGreaterThan(0.03);
  });

  it('a coming one lifts its month alone, by what past ones did or what somebody said, and widens its range', () => {
    const { values, promotions } = promoted(5);
    const without = forecastWithEvents(values, { ...base, promotions });
    const coming = month('next', values.length + 4);
    const learned = forecastWithEvents(values, { ...base, promotions: [...promotions, coming] });
    const said = forecastWithEvents(values, { ...base, promotions: [...promotions, { ...coming, lift: 0.5 }] });
    const next = learned.effects.promotions.at(-1);
    expect(next).toMatchObject({ id: 'next', source: 'learned', months: 0 });
    for (let h = 0; h < 12; h++) {
      const lift = h === 4 ? 1 + (next?.lift ?? 0) : 1;
      expect(learned.mean[h]).toBeCloseTo(without.mean[h] * lift, 6);
      expect(said.mean[h]).toBeCloseTo(without.mean[h] * (h === 4 ? 1.5 : 1), 6);
    }
    const width = ({ intervals, mean }: typeof learned): number =>
      (intervals[0].upper[4] - intervals[0].lower[4]) / mean[4];
    expect(width(learned)).toBeGreaterThan(width(without));
    expect(learned.components.events[values.length + 4]).toBeCloseTo(learned.mean[4] - without.mean[4], 6);
  });

  it('types are kept apart, and a type nobody has seen adds nothing', () => {
    const { values, promotions } = promoted(6);
    const other: Promotion = { ...month('fair', values.length + 2), type: 'fair' };
    const { effects } = forecastWithEvents(values, { ...base, promotions: [...promotions, other] });
    expect(effects.promotions.at(-1)).toMatchObject({ lift: 0, source: 'unknown' });
    const pooledLifts = [{ type: 'fair', mean: Math.log(1.2), spread: 0.1, series: 9 }];
    const leaning = forecastWithEvents(values, { ...base, promotions: [...promotions, other], pooledLifts }).effects;
    expect(leaning.promotions.at(-1)?.source).toBe('pooled');
    expect(leaning.promotions.at(-1)?.lift).toBeCloseTo(0.2, 6);
    expect(poolLifts([])).toEqual([]);
  });
});
