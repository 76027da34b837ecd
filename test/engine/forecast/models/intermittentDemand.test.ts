import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demandPattern, forecastSeries } from '~/engine/forecast/index';
import { createRandom } from '~/engine/numeric';
import { type IntermittentSeries, leadTimeError } from '../../../bench/leadTimeError';

/** Sales in a share of the months, of exponential sizes; the share falls to `end` of itself over the history. */
function sparse(seed: number, end = 1): number[] {
  const random = createRandom(seed);
  const share = 0.15 + 0.4 * random();
  return Array.from({ length: 51 }, (_, t) => {
    const chance = share * (1 - ((1 - end) * t) / 51);
    return random() < chance ? 1 + Math.floor(-4 * Math.log(1 - random())) : 0;
  });
}

const made = (end: number): IntermittentSeries[] =>
  Array.from({ length: 150 }, (_, i) => sparse(i + 1, end))
    .filter((values) => values.slice(0, 45).some((value) => value > 0))
    .map((values) => ({ train: values.slice(0, 45), test: values.slice(45) }));

describe('series that sell only now and then', () => {
  it('are told by the distance between sales and by how unlike these are', () => {
    expect(demandPattern([1, 1, 1, 1])).toMatchObject({ kind: 'smooth', interval: 1, variation: 0 });
    expect(demandPattern([1, 9, 1, 1, 1, 9])).toMatchObject({ kind: 'erratic', interval: 1 });
    expect(demandPattern([0, 2, 0, 2, 0, 2])).toMatchObject({ kind: 'intermittent', interval: 2, variation: 0 });
    expect(demandPattern([0, 1, 0, 0, 0, 30, 0, 1])).toMatchObject({ kind: 'lumpy' });
    expect(demandPattern([0, 0])).toEqual({ kind: null, interval: null, variation: null, returns: false });
    expect(demandPattern([4, -1]).returns).toBe(true);
  });

  it('have a flat forecast of six methods, between the lowest and the highest of them', () => {
    const forecast = forecastSeries(sparse(4), { period: 12, horizon: 6 });
    expect(forecast.method).toBe('intermittent');
    expect(forecast.models.map(({ name }) => name)).toEqual([
      'yearMean',
      'halfYearMean',
      'simpleSmoothing',
      'decayingRate',
      'intervalAndSize',
      'aggregation',
      'seasonalNaive',
    ]);
    expect(new Set(forecast.mean).size).toBe(1);
  });

  it('miss the half year to come by less than the mean of a year does, whether they go on or fade', () => {
    for (const end of [1, 0.5]) {
      const score = leadTimeError(made(end));
      expect(score.total).toBeLessThan(score.yearMean);
      expect(Math.abs(score.bias)).toBeLessThan(0.25);
    }
  });

  it('fall to nothing when sales stop, and do not know a season where there is none', () => {
    const over = [...sparse(9), ...new Array(18).fill(0)];
    const { mean } = forecastSeries(over, { period: 12, horizon: 3, origins: 0 });
    const before = forecastSeries(sparse(9), { period: 12, horizon: 3, origins: 0 }).mean;
    expect(mean[0]).toBeLessThan(0.1 * before[0]);
  });
});

const root = process.env.SALES_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const file = join(root, 'forecast/intermittent-dev.json.gz');
const present = existsSync(file);
if (!present) console.log('spare-part series absent: intermittent demand is checked on made-up series only');

describe.skipIf(!present)('spare-part series', () => {
  it('total error of the half year at most 0.53 of their usual change, bias at most 0.05', () => {
    const { series } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as { series: IntermittentSeries[] };
    const score = leadTimeError(series);
    expect(score.total).toBeLessThanOrEqual(0.53);
    expect(Math.abs(score.bias)).toBeLessThanOrEqual(0.05);
  });
});
