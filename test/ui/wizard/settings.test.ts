import { describe, expect, it } from 'vitest';
import { ISO_WEEKS } from '~/domain/calendar';
import { dayOf } from '~/domain/period';
import { listedDimensions, moveDimension, toggleDimension } from '~/ui/pages/wizard/dimensionOrder';
import { periodCount, spanOfYears, yearsAround } from '~/ui/pages/wizard/fiscalYears';
import { crossLines, memberNames } from '~/ui/pages/wizard/memberNames';

describe('the order of dimensions', () => {
  const order = ['region', 'seller', 'product'];

  it('moves one step and stops at both ends', () => {
    expect(moveDimension(order, 'product', -1)).toEqual(['region', 'product', 'seller']);
    expect(moveDimension(order, 'region', -1)).toEqual(order);
    expect(moveDimension(order, 'product', 1)).toEqual(order);
    expect(moveDimension(order, 'customer', 1)).toEqual(order);
  });

  it('takes a dimension out and in again at the end', () => {
    expect(toggleDimension(toggleDimension(order, 'region'), 'region')).toEqual(['seller', 'product', 'region']);
  });

  it('lists those that are in first and loses none that is offered', () => {
    expect(listedDimensions(['product', 'region'], ['region', 'customer', 'product'])).toEqual([
      'product',
      'region',
      'customer',
    ]);
  });
});

describe('typed members', () => {
  it('are one per line or pasted cell, trimmed, each once', () => {
    expect(memberNames('华东\r\n 华南 \n\n华东\t华北')).toEqual(['华东', '华南', '华北']);
    expect(memberNames('East\nEAST\nｅａｓｔ\nNorth  West')).toEqual(['East', 'North West']);
    expect(memberNames(' \n\t')).toEqual([]);
  });

  it('make the cross product of lines, none while a dimension has no name', () => {
    expect(crossLines([['a', 'b'], ['x', 'y', 'z'], ['1']])).toBe(6);
    expect(crossLines([['a'], []])).toBe(0);
    expect(crossLines([])).toBe(0);
  });
});

describe('fiscal years', () => {
  it('span their months from the first to the last of all years, by either name', () => {
    const april = { kind: 'months', startMonth: 4 } as const;
    expect(spanOfYears({ calendar: { ...april, nameBy: 'start' }, year: 2027, years: 1 })).toEqual({
      from: dayOf(2027, 4, 1),
      to: dayOf(2028, 3, 31),
    });
    expect(spanOfYears({ calendar: { ...april, nameBy: 'end' }, year: 2027, years: 2 })).toEqual({
      from: dayOf(2026, 4, 1),
      to: dayOf(2028, 3, 31),
    });
  });

  it('of weeks begin and end with whole weeks, and have 53 of them where the calendar does', () => {
    expect(spanOfYears({ calendar: ISO_WEEKS, year: 2026, years: 1 })).toEqual({
      from: dayOf(2025, 12, 29),
      to: dayOf(2027, 1, 3),
    });
    const counts = [1, 2, 3].map((years) => periodCount({ calendar: ISO_WEEKS, year: 2026, years }));
    expect(counts).toEqual([53, 105, 157]);
  });

  it('offer some years on both sides', () => {
    expect(yearsAround(2027, 2)).toEqual([2025, 2026, 2027, 2028, 2029]);
  });
});
