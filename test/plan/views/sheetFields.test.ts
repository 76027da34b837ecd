import { describe, expect, it } from 'vitest';
import { CALENDAR_YEAR, type FiscalCalendar, ISO_WEEKS } from '~/domain/calendar';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import { periodsOfYears } from '~/domain/planYears';
import type { SheetField, SheetQuery } from '~/domain/sheet';
import { openedPlan } from '~/plan/document';
import { sheetFields } from '~/plan/views/sheetFields';
import { createSmallPlan } from '../support/smallPlan';

const small = openedPlan(createSmallPlan().document);

function fieldsOf(calendar: FiscalCalendar, years: number, query: Partial<SheetQuery> = {}): SheetField[] {
  if (!small) throw new Error('no plan');
  const plan: Plan = { ...small, calendar, fiscalYear: 2026, periods: periodsOfYears(calendar, 2026, years) };
  const asked = { dimensions: ['region'], column: WORKING_TARGET, open: null, ...query };
  return sheetFields(plan, { query: asked, across: null, titleOf: () => '' });
}

const OWN = ['month', 'quarter', 'half', 'year', 'total'];

describe.each<[string, FiscalCalendar, number]>([
  ['one year of months', CALENDAR_YEAR, 1],
  ['three years of months', CALENDAR_YEAR, 3],
  ['a fiscal year from April', { kind: 'months', startMonth: 4, nameBy: 'end' }, 2],
  ['weeks, with a 53rd in 2026', ISO_WEEKS, 2],
  [
    '4-4-5',
    { kind: 'pattern', pattern: '445', weekRule: { weekday: 6, end: 'last' }, startMonth: 2, nameBy: 'start' },
    2,
  ],
])('fields of %s', (_, calendar, years) => {
  const fields = fieldsOf(calendar, years);
  const own = fields.filter(({ kind }) => OWN.includes(kind));

  it('lead up from every leaf period to the whole, and every parent is the sum of its parts', () => {
    const top = own.filter(({ parent }) => parent === undefined);
    expect(top.map(({ id }) => id)).toEqual([years > 1 ? 't:all' : 'y:2026']);
    for (const field of own) {
      const parts = own.filter(({ parent }) => parent === field.id);
      if (field.kind === 'month') expect(parts).toEqual([]);
      else expect(parts.flatMap(({ periods }) => periods)).toEqual(field.periods);
    }
  });

  it('have ids of their own, four quarters and two halves a year', () => {
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    const count = (kind: string) => own.filter((field) => field.kind === kind).length;
    expect([count('quarter'), count('half'), count('year')]).toEqual([4 * years, 2 * years, years]);
    expect(count('month')).toBe(periodsOfYears(calendar, 2026, years).length);
  });

  it('compare the first year with the year before, and answer for all years together', () => {
    const first = own.find(({ id }) => id === 'y:2026')?.periods;
    expect(fields.find(({ kind }) => kind === 'growth')?.periods).toEqual(first);
    expect(fields.find(({ kind }) => kind === 'goal')?.periods).toHaveLength(
      own.filter(({ kind }) => kind === 'month').length,
    );
  });
});

describe('what can be typed', () => {
  const editable = (query: Partial<SheetQuery>): string[] =>
    fieldsOf(CALENDAR_YEAR, 1, query).flatMap((field) => (field.editable ? [field.id] : []));

  it('is the plan as it is, the goal and the proposal, and nothing derived', () => {
    expect(editable({})).toHaveLength(12 + 4 + 2 + 1 + 1);
    for (const showAs of ['shareOfParent', 'shareOfTotal', 'growth', 'perWorkingDay'] as const)
      expect(editable({ showAs })).toEqual(['goal']);
    expect(editable({ proposal: true, compare: { ...WORKING_TARGET, layer: 'floor' } }).slice(-2)).toEqual([
      'goal',
      'proposal',
    ]);
  });

  it('shares say that they are shares', () => {
    const ratio = fieldsOf(CALENDAR_YEAR, 1, { showAs: 'shareOfTotal' }).filter(({ isRatio }) => isRatio);
    expect(ratio.map(({ kind }) => kind).filter((kind) => OWN.includes(kind))).toHaveLength(19);
    expect(
      fieldsOf(CALENDAR_YEAR, 1)
        .filter(({ isRatio }) => isRatio)
        .map(({ id }) => id),
    ).toEqual(['growth', 'overAssignment']);
  });
});
