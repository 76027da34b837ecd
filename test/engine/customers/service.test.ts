import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  complaintDays,
  complaintsOnTime,
  csatOf,
  dueAfter,
  lateDays,
  latestAnswers,
  npsOf,
  serviceCapacity,
  serviceNeed,
  servicePackageOf,
  serviceRhythm,
} from '~/engine/customers';

const open = (day: number): number => day;
const rhythm = (days: number[], more: Partial<Parameters<typeof serviceRhythm>[0]> = {}) =>
  serviceRhythm({
    days,
    agreed: days.map(() => Number.NaN),
    start: 0,
    cadenceDays: 30,
    until: 100,
    moved: open,
    ...more,
  });

describe('packages', () => {
  const packages = [
    { tier: null, stage: null },
    { tier: null, stage: 'new' },
    { tier: 'A', stage: null },
    { tier: 'A', stage: 'declining' },
  ] as const;

  test('the most telling package counts: tier and stage, then tier, then stage, then the one for everybody', () => {
    // A declining, A mature, A new, B new, nobody's.
    const tier = Uint8Array.from([1, 1, 1, 2, 0]);
    const stage = Uint8Array.from([5, 4, 2, 2, 0]);
    expect([...servicePackageOf(packages, { tier, stage })]).toEqual([3, 2, 2, 1, 0]);
  });

  test('without stages packages that name one take nobody, and without any package nobody has one', () => {
    const tier = Uint8Array.from([1, 0]);
    expect([...servicePackageOf(packages.slice(1), { tier, stage: null })]).toEqual([1, -1]);
    expect([...servicePackageOf([], { tier, stage: null })]).toEqual([-1, -1]);
  });
});

describe('the rhythm of visits', () => {
  test('who is visited as agreed has every visit in time', () => {
    expect(rhythm([0, 30, 60, 90])).toEqual([
      { due: 30, done: true },
      { due: 60, done: true },
      { due: 90, done: true },
    ]);
  });

  test('more visits than due do not make up: one cadence is one due visit', () => {
    expect(rhythm([0, 7, 14, 21, 28], { until: 70 })).toEqual([
      { due: 30, done: true },
      { due: 58, done: false },
    ]);
  });

  test('a visit soon after the last one is extra: it neither counts nor moves what is due, but what it agreed does', () => {
    expect(rhythm([0, 1], { until: 65 })).toEqual([
      { due: 30, done: false },
      { due: 60, done: null },
    ]);
    expect(rhythm([0, 1, 50], { until: 60, agreed: [Number.NaN, 50, Number.NaN] })).toEqual([{ due: 50, done: true }]);
  });

  test('a missed visit is followed by the next a cadence later; a late one starts the rhythm anew', () => {
    expect(rhythm([0], { until: 97 })).toEqual([
      { due: 30, done: false },
      { due: 60, done: false },
      { due: 90, done: null },
    ]);
    expect(rhythm([0, 50], { until: 79 })).toEqual([{ due: 30, done: false }]);
    expect(rhythm([0, 50], { until: 80 })).toEqual([
      { due: 30, done: false },
      { due: 80, done: null },
    ]);
  });

  test('a visit within a quarter of the cadence after its day is in time', () => {
    expect(rhythm([0, 38], { until: 40 })).toEqual([{ due: 30, done: true }]);
    expect(rhythm([0, 39], { until: 40 })).toEqual([{ due: 30, done: false }]);
  });

  test('what was agreed comes before the cadence, if it lies ahead', () => {
    expect(dueAfter(10, 50, 30)).toEqual({ day: 50, agreed: true });
    expect(dueAfter(10, 10, 30)).toEqual({ day: 40, agreed: false });
    expect(dueAfter(10, Number.NaN, 30)).toEqual({ day: 40, agreed: false });
  });

  test('days off and leave move the due day', () => {
    const moved = (day: number): number => (day === 30 ? 33 : day);
    expect(rhythm([0], { until: 35, moved })).toEqual([{ due: 33, done: null }]);
  });

  test('due days rise, none lies beyond what is known, and no more are done than there were visits', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 90 }),
        (visits, cadenceDays) => {
          const days = visits.sort((a, b) => a - b);
          const made = rhythm(days, { cadenceDays, until: 400 });
          const dues = made.map(({ due }) => due);
          expect(dues).toEqual([...new Set(dues)].sort((a, b) => a - b));
          expect(Math.max(0, ...dues)).toBeLessThanOrEqual(400);
          expect(made.filter(({ done }) => done).length).toBeLessThanOrEqual(days.length);
          expect(made.filter(({ done }) => done === null).length).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  test('a cadence under a day is a mistake of the caller', () => {
    expect(() => rhythm([], { cadenceDays: 0 })).toThrow(RangeError);
  });
});

test('hours: 20 of 22 working days with 2 on leave are 18 of a mean month of 21', () => {
  const month = { hoursPerMonth: 84, meanWorkingDays: 21 };
  expect(serviceCapacity({ ...month, workingDays: 20, leaveDays: 2 })).toBe(72);
  expect(serviceCapacity({ ...month, workingDays: 1, leaveDays: 5 })).toBe(0);
  expect(serviceNeed({ days: 30, cadenceDays: 15, hoursPerVisit: 2 })).toBe(4);
  expect(() => serviceCapacity({ ...month, meanWorkingDays: 0, workingDays: 1, leaveDays: 0 })).toThrow(RangeError);
});

describe('scores', () => {
  const answers = (kind: 0 | 1, scores: number[], scale = Number.NaN) => ({
    kind: Uint8Array.from(scores, () => kind),
    score: scores,
    scale: scores.map(() => scale),
  });
  const all = (scores: number[]): number[] => scores.map((_, row) => row);

  test('nobody answered is blank, not 0', () => {
    expect(csatOf(answers(0, []), [])).toEqual({ value: null, n: 0, interval: null });
    expect(npsOf(answers(1, []), [])).toEqual({ value: null, n: 0, interval: null });
  });

  test('answers outside their scale count in neither part', () => {
    const scores = [5, 9, -1, Number.NaN];
    expect(csatOf(answers(0, scores), all(scores))).toMatchObject({ value: 1, n: 1 });
  });

  test('all promote: NPS 100 with an interval of no width; half and half: 0, ± 98 of 4 answers', () => {
    expect(npsOf(answers(1, [10, 9]), [0, 1])).toEqual({ value: 100, n: 2, interval: { lower: 100, upper: 100 } });
    const even = npsOf(answers(1, [10, 10, 0, 0]), [0, 1, 2, 3]);
    expect(even.value).toBe(0);
    expect(even.interval?.upper).toBeCloseTo(98, 0);
  });

  test('the value lies in its interval, and the order of answers changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 }), (scores) => {
        const score = npsOf(answers(1, scores), all(scores));
        const turned = [...scores].reverse();
        expect(npsOf(answers(1, turned), all(turned))).toEqual(score);
        expect(score.interval?.lower ?? 0).toBeLessThanOrEqual((score.value ?? 0) + 1e-9);
        expect(score.interval?.upper ?? 0).toBeGreaterThanOrEqual((score.value ?? 0) - 1e-9);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('one answer per person and kind is kept, the newest; nameless ones are persons of their own', () => {
    const columns = {
      kind: Uint8Array.from([0, 0, 1, 0, 0]),
      day: [10, 20, 5, 1, 1],
      person: Uint32Array.from([1, 1, 1, 0, 0]),
    };
    expect(latestAnswers(columns, [0, 1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
  });
});

describe('complaints', () => {
  const none = Number.NaN;

  test('time to close: mean and median of what was closed, nothing of what was not or could not be', () => {
    const complaints = { day: [0, 0, 0, 9], deadline: [none, none, none, none], closed: [2, 10, none, 5] };
    expect(complaintDays(complaints, [0, 1, 2, 3])).toEqual({ closed: 2, sum: 12, mean: 6, median: 6 });
    expect(complaintDays(complaints, [2])).toMatchObject({ mean: null, median: null });
  });

  test('a deadline of today is still open today; tomorrow it is late', () => {
    const complaints = { day: [0], deadline: [10], closed: [none] };
    expect(complaintsOnTime(complaints, [0], 10)).toEqual({ due: 0, onTime: 0 });
    expect(complaintsOnTime(complaints, [0], 11)).toEqual({ due: 1, onTime: 0 });
  });

  test('late days stop when it is closed, and there are none without a deadline', () => {
    expect(lateDays({ deadline: 10, closed: none, on: 15 })).toBe(5);
    expect(lateDays({ deadline: 10, closed: 12, on: 15 })).toBe(2);
    expect(lateDays({ deadline: none, closed: none, on: 15 })).toBe(0);
  });
});
