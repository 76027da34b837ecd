import { describe, expect, it } from 'vitest';
import { festivalShare } from '~/engine/forecast/festivalShare';
import { seasonProfile } from '~/engine/forecast/index';

const month = (year: number, of: number): number => (year - 1970) * 12 + of - 1;
const yearOf = (year: number): number[] => Array.from({ length: 12 }, (_, i) => month(year, i + 1));
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('where Spring Festival falls', () => {
  it('splits the days before and after by the dates of the feast', () => {
    // 2026-02-17: stocking from 3 to 16 February, rest from 17 February to 2 March
    expect(festivalShare(month(2026, 1))).toEqual({ before: 0, after: 0 });
    expect(festivalShare(month(2026, 2))).toEqual({ before: 1, after: 12 / 14 });
    expect(festivalShare(month(2026, 3))).toEqual({ before: 0, after: 2 / 14 });
    // 2025-01-29: stocking from 15 to 28 January, rest from 29 January to 11 February
    expect(festivalShare(month(2025, 1))).toEqual({ before: 1, after: 3 / 14 });
    // 2027-02-06, 2028-01-26
    expect(festivalShare(month(2027, 1)).before).toBe(9 / 14);
    expect(festivalShare(month(2027, 2)).before).toBe(5 / 14);
    expect(festivalShare(month(2028, 1)).after).toBe(6 / 14);
  });
});

/** Counted by hand: days of the 14 before the feast in January, February; of the 14 from it on in January, February, March. */
const FEAST_DAYS: Record<number, number[]> = {
  2021: [3, 11, 0, 14, 0],
  2022: [14, 0, 0, 14, 0],
  2023: [14, 0, 10, 4, 0],
  2024: [5, 9, 0, 14, 0],
  2025: [14, 0, 3, 11, 0],
  2026: [0, 14, 0, 12, 2],
};

describe('seasonProfile', () => {
  const season = [8, 7, 9, 8, 8, 9, 8, 8, 9, 8, 9, 9];
  const truth = { lift: 0.25, drop: -0.5 };

  it('is null without twelve whole months', () => {
    expect(
      seasonProfile(new Array(11).fill(5), { fromMonth: month(2025, 1), months: yearOf(2027), festival: true }),
    ).toBeNull();
    expect(seasonProfile([], { fromMonth: month(2025, 1), months: yearOf(2027), festival: true })).toBeNull();
    const unknown = [...new Array(11).fill(5), null];
    expect(seasonProfile(unknown, { fromMonth: month(2026, 1), months: yearOf(2027), festival: true })).toBeNull();
    expect(
      seasonProfile(new Array(12).fill(0), { fromMonth: month(2026, 1), months: yearOf(2027), festival: true }),
    ).toBeNull();
  });

  it('adds up to one and rests on the whole years there are', () => {
    const history = Array.from({ length: 30 }, (_, i) => 50 + ((i * 37) % 23));
    const profile = seasonProfile(history, { fromMonth: month(2024, 3), months: yearOf(2027), festival: true });
    expect(profile?.years).toBe(2);
    expect(sum(profile?.shares ?? new Float64Array())).toBeCloseTo(1, 12);
  });

  it('one year: January and February keep their sum and split by open days and stocking days', () => {
    const history = [100, 50, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90];
    const profile = seasonProfile(history, { fromMonth: month(2026, 1), months: yearOf(2028), festival: true });
    const shares = profile?.shares ?? new Float64Array(12);
    expect(shares[0] + shares[1]).toBeCloseTo(150 / 1050, 12);
    expect(shares[2]).toBeCloseTo(90 / 1050, 12);
    // feast on 2028-01-26: all 14 stocking days lie in January, the rest after it in both
    expect(shares[0]).toBeGreaterThan(shares[1]);
  });

  it('one year without the feast: the shares of last year as they were', () => {
    const history = [100, 50, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90];
    const profile = seasonProfile(history, { fromMonth: month(2026, 1), months: yearOf(2027), festival: false });
    expect(profile?.shares[0]).toBeCloseTo(100 / 1050, 12);
    expect(profile?.shares[1]).toBeCloseTo(50 / 1050, 12);
    expect(profile?.festivalMoved).toBe(false);
  });

  it('follows the fiscal year: a plan from April has April first', () => {
    const history = season.map((share) => share * 1000);
    const months = Array.from({ length: 12 }, (_, i) => month(2027, 4) + i);
    const profile = seasonProfile(history, { fromMonth: month(2026, 1), months, festival: false });
    expect(profile?.shares[0]).toBeCloseTo(season[3] / 100, 12);
    expect(profile?.shares[9]).toBeCloseTo(season[0] / 100, 12);
  });

  it('takes the feast out of the history and puts it back where the plan year has it', () => {
    const made = (year: number, i: number): number => {
      const [beforeJan, beforeFeb, afterJan, afterFeb, afterMar] = FEAST_DAYS[year];
      const before = [beforeJan, beforeFeb][i] ?? 0;
      const after = [afterJan, afterFeb, afterMar][i] ?? 0;
      return 1.05 ** (year - 2021 + i / 12) * season[i] * Math.exp((truth.lift * before + truth.drop * after) / 14);
    };
    const from = month(2021, 1);
    const history = Array.from({ length: 60 }, (_, i) => made(2021 + Math.floor(i / 12), i % 12));
    const expected = season.map((_, i) => made(2026, i));
    const total = expected.reduce((all, value) => all + value, 0);
    const profile = seasonProfile(history, { fromMonth: from, months: yearOf(2026), festival: true });
    const plain = seasonProfile(history, { fromMonth: from, months: yearOf(2026), festival: false });
    let error = 0;
    let plainError = 0;
    for (let p = 0; p < 3; p++) {
      error += Math.abs((profile?.shares[p] ?? 0) - expected[p] / total);
      plainError += Math.abs((plain?.shares[p] ?? 0) - expected[p] / total);
    }
    expect(profile?.years).toBe(5);
    expect(error).toBeLessThan(0.002);
    expect(error).toBeLessThan(plainError / 5);
  });

  it('says when the feast moved by more than a week against the last year known', () => {
    const history = new Array(24).fill(10);
    const moved = (last: number, plan: number): boolean | undefined =>
      seasonProfile(history, { fromMonth: month(last - 1, 1), months: yearOf(plan), festival: true })?.festivalMoved;
    expect(moved(2026, 2027)).toBe(true); // 17 to 6 February
    expect(moved(2024, 2027)).toBe(false); // 10 to 6 February
    expect(moved(2027, 2028)).toBe(true); // 6 February to 26 January
  });
});
