import { describe, expect, test } from 'vitest';
import type { SheetField } from '~/domain/sheet';
import { lookFrom, PLAIN_LOOK, withWidth } from '~/ui/grid/gridLook';
import {
  ATTAINMENT_END,
  attainmentBase,
  attainmentMark,
  barMark,
  isAmount,
  isVariance,
  varianceMark,
} from '~/ui/grid/lookRule';

const field = (kind: SheetField['kind'], over: Partial<SheetField> = {}): SheetField => ({
  id: kind,
  kind,
  periods: [],
  editable: false,
  ...over,
});

describe('the colour of a difference', () => {
  test('tells the side of zero, and grows until half as much again', () => {
    expect(varianceMark(0.25, true, 0)).toEqual({ kind: 'tint', side: 'above', strength: 0.5 });
    expect(varianceMark(-0.25, true, 0)).toEqual({ kind: 'tint', side: 'below', strength: 0.5 });
    expect(varianceMark(3, true, 0)).toMatchObject({ strength: 1 });
  });

  test('is silent below a percent, at zero and without anything to measure by', () => {
    expect(varianceMark(0.009, true, 0)).toBeNull();
    expect(varianceMark(0, true, 0)).toBeNull();
    expect(varianceMark(-1, false, 0)).toBeNull();
    expect(varianceMark(1, false, 1000)).toBeNull();
  });

  test('measures amounts by the largest one in sight', () => {
    expect(varianceMark(-400, false, 800)).toEqual({ kind: 'tint', side: 'below', strength: 0.5 });
  });
});

describe('bars', () => {
  test('are as long as the share of the largest; nothing and less than nothing have none', () => {
    expect(barMark(200, 800)).toEqual({ kind: 'bar', part: 0.25 });
    expect(barMark(800, 800)).toEqual({ kind: 'bar', part: 1 });
    expect(barMark(0, 800)).toBeNull();
    expect(barMark(-5, 800)).toBeNull();
    expect(barMark(5, 0)).toBeNull();
  });

  test('of attainment pass their mark, and end where the cell does', () => {
    expect(attainmentMark(80, 100)).toEqual({ kind: 'attainment', part: 0.8, reached: false });
    expect(attainmentMark(100, 100)).toEqual({ kind: 'attainment', part: 1, reached: true });
    expect(attainmentMark(900, 100)).toEqual({ kind: 'attainment', part: ATTAINMENT_END, reached: true });
    expect(attainmentMark(-10, 100)).toEqual({ kind: 'attainment', part: 0, reached: false });
  });

  test('of attainment need a base that can be reached', () => {
    expect(attainmentMark(80, null)).toBeNull();
    expect(attainmentMark(80, 0)).toBeNull();
    expect(attainmentMark(80, -5)).toBeNull();
  });

  test('of attainment measure by what is shown, the nearest wish first', () => {
    const fields = [field('year'), field('lastYear'), field('goal'), field('compare')];
    const kindOf = (shown: SheetField['kind'][]) =>
      fields[attainmentBase(fields, ({ kind }) => shown.includes(kind))]?.kind ?? null;
    expect(kindOf(['lastYear', 'goal', 'compare'])).toBe('compare');
    expect(kindOf(['lastYear', 'goal'])).toBe('goal');
    expect(kindOf(['lastYear'])).toBe('lastYear');
    expect(kindOf([])).toBeNull();
  });
});

test('differences and amounts are told apart by their column', () => {
  const kinds = (['growth', 'difference', 'gap', 'year', 'month', 'member', 'lastYear', 'trend'] as const).map((kind) =>
    field(kind),
  );
  expect(kinds.filter(isVariance).map(({ kind }) => kind)).toEqual(['growth', 'difference', 'gap']);
  expect(kinds.filter(isAmount).map(({ kind }) => kind)).toEqual(['year', 'month', 'member']);
  expect(isAmount(field('month', { isRatio: true }))).toBe(false);
});

describe('a kept look', () => {
  test('comes back as it was', () => {
    const look = { ...withWidth(PLAIN_LOOK, 'name', 260), rule: 'bars', order: ['goal'], halves: true } as const;
    expect(lookFrom(JSON.parse(JSON.stringify(look)))).toEqual(look);
  });

  test('counts only as far as it makes sense', () => {
    expect(lookFrom(null)).toEqual(PLAIN_LOOK);
    expect(lookFrom('bars')).toEqual(PLAIN_LOOK);
    expect(
      lookFrom({ rule: 'rainbow', widths: { a: 10, b: 'wide', c: 100 }, order: ['goal', 'never', 3], freezeTotal: 1 }),
    ).toEqual({ ...PLAIN_LOOK, widths: { c: 100 }, order: ['goal'] });
  });

  test('keeps widths within what can be read', () => {
    expect(withWidth(PLAIN_LOOK, 'a', 3.6).widths.a).toBe(44);
    expect(withWidth(PLAIN_LOOK, 'a', 9999).widths.a).toBe(480);
    expect(PLAIN_LOOK.widths).toEqual({});
  });
});
