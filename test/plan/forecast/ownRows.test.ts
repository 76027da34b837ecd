import { describe, expect, test } from 'vitest';
import { monthIndexOf } from '~/domain/period';
import { ownRowsAt, wordsByMonth } from '~/plan/forecast/ownRows';
import { createSmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const AUGUST = monthIndexOf(day('2026-08-01'));
const ON = day('2026-07-16');

/** [names, amount, day it was said] */
function said(rows: [Record<string, string>, number, string | null][]) {
  const small = createSmallPlan();
  small.run({
    name: 'facts/put',
    kind: 'forecasts',
    rows: rows.map(([names, amount, on]) => ({
      key: null,
      values: { ...small.at(names), month: AUGUST, amount, day: on === null ? null : day(on) },
    })),
  });
  const { document, plan, at } = small;
  return (names: Record<string, string>, onlyBefore = false) => {
    const found = ownRowsAt(document, plan, { at: at(names), on: ON });
    return wordsByMonth(document, plan, { rows: found, onlyBefore }).get(AUGUST)?.amount ?? null;
  };
}

describe('what sellers say of a month', () => {
  test('adds up over sellers, and reaches their region by the lines of the plan', () => {
    const of = said([
      [{ seller: 'Ann' }, 700, '2026-07-10'],
      [{ seller: 'Bob' }, 300, '2026-07-10'],
      [{ seller: 'Cid' }, 50, '2026-07-10'],
    ]);
    expect([of({}), of({ region: 'North' }), of({ region: 'South' }), of({ seller: 'Bob' })]).toEqual([
      1050, 1000, 50, 300,
    ]);
  });

  test('is the newest word of each part; a part inside a whole that the same seller spoke of is not added to it', () => {
    const of = said([
      [{ seller: 'Ann' }, 700, '2026-07-10'],
      [{ seller: 'Ann' }, 800, '2026-07-12'],
      [{ seller: 'Ann', customer: 'Acme' }, 600, '2026-07-12'],
    ]);
    expect(of({})).toBe(800);
    expect(of({ customer: 'Acme' })).toBe(600);
  });

  test('counts for judging only if it was said before the month began and the day is known', () => {
    const of = said([
      [{ seller: 'Ann' }, 700, '2026-07-31'],
      [{ seller: 'Ann' }, 900, '2026-08-01'],
      [{ seller: 'Bob' }, 300, null],
    ]);
    expect(of({}, true)).toBe(700);
    expect(of({})).toBe(1200);
  });

  test('says nothing of a customer or product that it does not name', () => {
    expect(said([[{ seller: 'Ann' }, 700, '2026-07-10']])({ customer: 'Acme' })).toBeNull();
  });
});
