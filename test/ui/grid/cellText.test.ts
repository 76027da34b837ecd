import { describe, expect, test } from 'vitest';
import { CELL_BLANK, CELL_NEW, CELL_NONE, CELL_UNKNOWN, type SheetField } from '~/domain/sheet';
import { en } from '~/i18n/en/en';
import { createFormat } from '~/i18n/format';
import { createTranslate } from '~/i18n/translate';
import { cellText } from '~/ui/grid/cellText';
import { fieldAddress, fieldName, type GridView, groupName } from '~/ui/grid/gridView';

const VIEW = {
  t: createTranslate(en, 'en'),
  format: createFormat('en'),
  money: { minorUnit: 2, unit: 'thousand', decimals: 0 },
  fiscalYear: 2027,
  showAs: 'value',
} as unknown as GridView;

const field = (kind: SheetField['kind'], over: Partial<SheetField> = {}): SheetField => ({
  id: kind,
  kind,
  periods: ['2027-01'],
  editable: false,
  ...over,
});
const text = (value: number, shown: SheetField, { flags = 0, view = {} as Partial<GridView> } = {}) =>
  cellText({ value, flags }, shown, { ...VIEW, ...view });

describe('what stands in a cell', () => {
  test('is the amount in the unit of the view, and nothing while it is on its way', () => {
    expect(text(123_456_700, field('month'))).toBe('1,235');
    expect(text(-123_456_700, field('month'))).toBe('−1,235');
    expect(cellText(null, field('month'), VIEW)).toBe('');
  });

  test('tells apart blank, unknown, not planned and new', () => {
    expect(text(0, field('month'))).toBe('0');
    expect(text(0, field('month'), { flags: CELL_BLANK })).toBe('–');
    expect(text(0, field('lastYear'), { flags: CELL_UNKNOWN })).toBe('no data');
    expect(text(0, field('measure'), { flags: CELL_NONE | CELL_BLANK })).toBe('·');
    expect(text(0, field('growth'), { flags: CELL_NEW })).toBe('new');
  });

  test('carries a sign where it is a difference, also as an amount, unless it rounds to nothing', () => {
    expect(text(250_000_00, field('difference'))).toBe('+250');
    expect(text(-250_000_00, field('gap'))).toBe('−250');
    expect(text(1, field('difference'))).toBe('0');
    expect(text(0.298, field('growth'))).toBe('+29.8%');
    expect(text(-0.041, field('differenceShare'))).toBe('−4.1%');
    expect(text(12.3, field('growth'))).toBe('+1,230%');
  });

  test('shows shares as percent, without a sign where they are a part and with one where they are a change', () => {
    const share = field('month', { isRatio: true });
    expect(text(0.309, share)).toBe('30.9%');
    expect(text(0.309, share, { view: { showAs: 'growth' } })).toBe('+30.9%');
    expect(text(0.309, field('measure', { isRatio: true }), { view: { showAs: 'growth' } })).toBe('30.9%');
  });

  test('counts other measures in their own scale', () => {
    expect(text(1250, field('measure', { scale: 0 }))).toBe('1,250');
    expect(text(1250, field('measure', { scale: 2 }))).toBe('12.50');
  });

  test('is empty where a line is drawn', () => {
    expect(text(5, field('trend'))).toBe('');
  });
});

describe('heads of columns', () => {
  const year = field('year', { id: 'y:2028' });
  const quarter = field('quarter', { id: 'q:2027-Q2' });

  test('name periods of every calendar', () => {
    expect(fieldName(field('month'), VIEW)).toBe('Jan');
    expect(fieldName(field('month', { periods: ['2027-P04'] }), VIEW)).toBe('P4');
    expect(fieldName(field('month', { periods: ['2027-W14'] }), VIEW)).toBe('W14');
    expect(groupName(quarter, VIEW)).toBe('Q2');
    expect(groupName(field('half', { id: 'h:2027-H1' }), VIEW)).toBe('First half');
    expect(groupName(year, VIEW)).toBe('FY2028');
    expect(fieldName(year, VIEW)).toBe('FY28 target');
  });

  test('name the year where it is not the first of the plan', () => {
    expect(fieldAddress(quarter, VIEW)).toBe('Q2');
    expect(fieldAddress(field('quarter', { id: 'q:2028-Q2' }), VIEW)).toBe('FY28 Q2');
    expect(fieldAddress(year, VIEW)).toBe('FY2028');
  });

  test('take the names of members, measures and versions from the sheet', () => {
    expect(fieldName(field('member', { label: 'Coolant' }), VIEW)).toBe('Coolant');
    expect(fieldName(field('compare', { label: 'Cautious' }), VIEW)).toBe('Cautious');
    expect(fieldName(field('compare'), VIEW)).toBe('Compared');
  });
});
