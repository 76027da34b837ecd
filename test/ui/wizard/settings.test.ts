import { describe, expect, it } from 'vitest';
import { listedDimensions, moveDimension, toggleDimension } from '~/ui/pages/wizard/dimensionOrder';
import { fiscalSpan, yearsAround } from '~/ui/pages/wizard/fiscalYears';
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
  it('span twelve months from their start, by either name', () => {
    expect(fiscalSpan({ kind: 'months', startMonth: 4, nameBy: 'start' }, 2027)).toEqual({
      from: '2027-04',
      to: '2028-03',
    });
    expect(fiscalSpan({ kind: 'months', startMonth: 4, nameBy: 'end' }, 2027)).toEqual({
      from: '2026-04',
      to: '2027-03',
    });
    expect(fiscalSpan({ kind: 'months', startMonth: 1, nameBy: 'end' }, 2027)).toEqual({
      from: '2027-01',
      to: '2027-12',
    });
  });

  it('offer some years on both sides', () => {
    expect(yearsAround(2027, 2)).toEqual([2025, 2026, 2027, 2028, 2029]);
  });
});
