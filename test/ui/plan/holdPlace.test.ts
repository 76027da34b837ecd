import { describe, expect, test } from 'vitest';
import type { SheetField } from '~/domain/sheet';
import { holdPlace } from '~/ui/pages/plan/holdPlace';
import type { PlanView } from '~/ui/pages/plan/planViewState';

const MONTHS = ['2027-01', '2027-02', '2027-03'];
const FIELDS: SheetField[] = [
  ...MONTHS.map((id): SheetField => ({ id: `m:${id}`, kind: 'month', periods: [id], editable: true })),
  { id: 'q:2027-Q1', kind: 'quarter', periods: MONTHS, editable: true },
  { id: 'lastYear', kind: 'lastYear', periods: [...MONTHS, '2027-04'], editable: false },
  { id: 'y:2027', kind: 'year', periods: [...MONTHS, '2027-04'], editable: true },
];
const YEAR = [...MONTHS, '2027-04'];

const VIEW = {
  dimensions: ['region', 'seller', 'product'],
  hidden: ['customer'],
  open: null,
  grain: 'year',
  shown: [],
  closedQuarters: ['q:2027-Q1'],
} as unknown as PlanView;

const place = (path: Record<string, string>, periods: string[], view: Partial<PlanView> = {}) =>
  holdPlace({ path, periods }, { view: { ...VIEW, ...view }, fields: FIELDS, open: ['region:2'] });

describe('the place of a lock', () => {
  test('is the total row where it names nobody, and nothing else has to open', () => {
    expect(place({}, YEAR)).toEqual({ view: { open: ['region:2'] }, row: 'all', column: 'y:2027' });
  });

  test('opens every row above it and leaves open what is', () => {
    const { row, view } = place({ region: 'region:1/region:4', seller: 'seller:7' }, YEAR) ?? {};
    expect(row).toBe('region:1/region:4/seller:7');
    expect(view).toEqual({ open: ['region:2', 'region:1', 'region:1/region:4'] });
  });

  test('follows the order of the rows where they begin with the same dimensions', () => {
    const path = { seller: 'seller:7', region: 'region:1' };
    expect(place(path, YEAR)?.row).toBe('region:1/seller:7');
  });

  test('turns its dimensions to the front where the rows begin with others', () => {
    const found = place({ customer: 'customer:3' }, YEAR);
    expect(found?.row).toBe('customer:3');
    expect(found?.view).toEqual({ dimensions: ['customer', 'region', 'seller', 'product'], hidden: [], open: [] });
  });

  test('shows the month or the quarter it stands in', () => {
    expect(place({}, ['2027-02'])?.view).toMatchObject({ grain: 'month', closedQuarters: [] });
    expect(place({}, MONTHS)?.view).toMatchObject({ grain: 'quarter' });
    expect(place({}, MONTHS, { grain: 'month' })?.view).not.toHaveProperty('grain');
  });

  test('is nowhere where the sheet has no such column', () => {
    expect(place({}, ['2031-01'])).toBeNull();
  });
});
