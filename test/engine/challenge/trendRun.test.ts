import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MonthAhead, trendRun } from '~/engine/challenge';
import { createRandom } from '~/engine/numeric';

const SEASON = [0.6, 0.7, 1.1, 1, 1, 1.2, 0.9, 0.9, 1.1, 1.1, 1.2, 1.2];
const year: MonthAhead[] = Array.from({ length: 12 }, (_, month) => ({ month, part: 1 }));

/** 100 a month and 12 more every year, with a season. */
const line = (count: number, noise = 0, seed = 1): number[] => {
  const random = createRandom(seed);
  return Array.from(
    { length: count },
    (_, m) => SEASON[m % 12] * 100 + m + noise * (random() + random() + random() - 1.5),
  );
};

describe('a trend that goes on', () => {
  test('rises as it did, with its season', () => {
    const run = trendRun(line(36), year);
    const next = line(48)
      .slice(36)
      .reduce((sum, amount) => sum + amount, 0);
    expect(run?.mid).toBeCloseTo(next);
    expect(run?.low).toBeCloseTo(next);
    expect(run?.growth).toBeCloseTo(
      144 /
        line(36)
          .slice(24)
          .reduce((sum, amount) => sum + amount, 0),
    );
  });

  test('takes parts of months, and nothing ahead as nothing', () => {
    const months = line(30);
    const half = trendRun(months, [{ month: 3, part: 0.5 }]);
    const whole = trendRun(months, [{ month: 3, part: 1 }]);
    expect(half?.mid).toBeCloseTo((whole?.mid ?? 0) / 2);
    expect(trendRun(months, [])).toMatchObject({ low: 0, mid: 0, high: 0 });
  });

  test('is unknown with fewer than 24 months in a row at the end', () => {
    expect(trendRun(line(23), year)).toBeNull();
    const gap: (number | null)[] = line(40);
    gap[20] = null;
    expect(trendRun(gap, year)).toBeNull();
    gap[20] = 1;
    gap[10] = null;
    expect(trendRun(gap, year)?.months).toBe(29);
  });

  test('is scaled with its months', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 24, maxLength: 50 }),
        fc.integer({ min: 1, max: 1000 }),
        (months, times) => {
          const one = trendRun(months, year);
          const more = trendRun(
            months.map((amount) => amount * times),
            year,
          );
          for (const end of ['low', 'mid', 'high'] as const) {
            expect((more?.[end] ?? 0) / times).toBeCloseTo(one?.[end] ?? 0, 3);
          }
          expect(one && one.low <= one.mid && one.mid <= one.high).toBe(true);
        },
      ),
      { seed: 2, numRuns: 100 },
    );
  });

  test('holds what comes about eight times in ten', () => {
    let inside = 0;
    const runs = 300;
    for (let seed = 1; seed <= runs; seed += 1) {
      const months = line(48, 40, seed);
      const came = months.slice(36).reduce((sum, amount) => sum + amount, 0);
      const run = trendRun(months.slice(0, 36), year);
      if (run && run.low <= came && came <= run.high) inside += 1;
    }
    expect(inside / runs).toBeGreaterThan(0.7);
    expect(inside / runs).toBeLessThan(0.92);
  });
});
