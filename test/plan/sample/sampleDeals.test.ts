import { describe, expect, test } from 'vitest';
import { createRandom } from '~/engine/numeric';
import { createSample } from '~/plan/sample/createSample';
import { sampleCustomers } from '~/plan/sample/sampleCustomers';
import { SAMPLE_DEAL_NAMES } from '~/plan/sample/sampleDealNames';
import { sampleDeals } from '~/plan/sample/sampleDeals';
import { SAMPLE_AS_OF } from '~/plan/sample/sampleMarket';

/** The last one is what the start page opens. */
const SEEDS = [1, 2, 3, 4, 5, 20_270_101];
const dealsOf = (seed: number) => sampleDeals(sampleCustomers(240, createRandom(seed)), createRandom(seed + 1));

describe.each(SEEDS)('whatever the seed (%i), the deals of the sample', (seed) => {
  const deals = dealsOf(seed);
  const won = deals.filter(({ stage }) => stage === 4);
  const lost = deals.filter(({ stage }) => stage === 5);
  const open = deals.filter(({ stage }) => stage < 4);

  test('are 240, some on their way, about one in five of those decided won', () => {
    expect(deals).toHaveLength(240);
    expect(open.length).toBeGreaterThan(20);
    expect(open.length).toBeLessThan(70);
    expect(won.length / (won.length + lost.length)).toBeGreaterThan(0.1);
    expect(won.length / (won.length + lost.length)).toBeLessThan(0.3);
  });

  test('walk their stages in order of days, none after the day of the sample', () => {
    for (const { path, created } of deals) {
      expect(path[0]).toEqual({ stage: 0, day: created });
      for (let i = 1; i < path.length; i += 1) {
        expect(path[i].day).toBeGreaterThan(path[i - 1].day);
        expect(path[i].stage).toBeGreaterThan(path[i - 1].stage);
      }
      expect(path[path.length - 1].day).toBeLessThanOrEqual(SAMPLE_AS_OF);
    }
  });

  test('lose most at the offer', () => {
    const share = [0, 1, 2, 3].map((stage) => {
      const decided = deals.filter(({ path }) => path.some((step, i) => step.stage === stage && i < path.length - 1));
      const passed = decided.filter(({ path }) => path.some((step) => step.stage > stage && step.stage < 5));
      return passed.length / decided.length;
    });
    expect(Math.min(...share)).toBe(share[2]);
  });

  test('are as careless as real ones: without amount, without expected day, some past theirs', () => {
    expect(deals.filter(({ amount }) => amount === null)).toHaveLength(3);
    expect(open.filter(({ expected }) => expected === null).length).toBeGreaterThan(0);
    expect(open.filter(({ expected }) => expected !== null && expected < SAMPLE_AS_OF).length).toBeGreaterThan(0);
    expect(deals.every(({ amount }) => amount === null || (Number.isSafeInteger(amount) && amount > 0))).toBe(true);
  });
});

describe('the pack of the sample deals', () => {
  const sample = createSample({ language: 'zh-CN', seed: 3, scale: 1 });
  const twin = createSample({ language: 'en', seed: 3, scale: 1 });

  test('names members that are there, and every change of stage belongs to a deal', () => {
    const [deals, steps] = sample.pipeline.tables.map(({ segments }) => segments[0]);
    for (const [field, codes] of Object.entries(deals.codes)) {
      const members = sample.batch.dimensions.find(({ dimension }) => dimension === field)?.members ?? [];
      for (const code of codes) expect(members[code]?.name).toBeTruthy();
    }
    const keys = new Set(deals.texts.key.values.slice(1));
    expect(keys.size).toBe(deals.count);
    for (const at of steps.texts.key.at) expect(keys.has(steps.texts.key.values[at])).toBe(true);
  });

  test('differs between the languages in words only', () => {
    const numbers = (which: typeof sample) =>
      which.pipeline.tables.map(({ segments: [{ numbers, codes, texts }] }) => [
        numbers,
        codes,
        Object.entries(texts).map(([field, { at }]) => (field === 'title' ? null : at)),
      ]);
    expect(numbers(twin)).toEqual(numbers(sample));
    const [chinese, english] = [SAMPLE_DEAL_NAMES['zh-CN'], SAMPLE_DEAL_NAMES.en];
    for (const list of ['stages', 'reasons', 'purposes'] as const) {
      expect(english[list]).toHaveLength(chinese[list].length);
    }
  });
});
