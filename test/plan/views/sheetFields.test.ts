import { describe, expect, it } from 'vitest';
import { CALENDAR_YEAR, type FiscalCalendar, ISO_WEEKS } from '~/domain/calendar';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import { periodsOfYears } from '~/domain/planYears';
import type { SheetField, SheetQuery } from '~/domain/sheet';
import { openedPlan } from '~/plan/document';
import { sheetFields } from '~/plan/views/sheetFields';
import { createSmallPlan } from '../support/smallPlan';

const small = openedPlan(createSmallPlan().document);

type Across = Parameters<typeof sheetFields>[1]['across'];

function fieldsOf(
  calendar: FiscalCalendar,
  years: number,
  query: Partial<SheetQuery> & { members?: (plan: Plan) => Across } = {},
): SheetField[] {
  if (!small) throw new Error('no plan');
  const plan: Plan = { ...small, calendar, fiscalYear: 2026, periods: periodsOfYears(calendar, 2026, years) };
  const { members, ...more } = query;
  const asked = { dimensions: ['region'], column: WORKING_TARGET, open: null, ...more };
  return sheetFields(plan, { query: asked, across: members?.(plan) ?? null, titleOf: () => '' });
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

describe('members across', () => {
  const named = [{ code: 1, label: 'North' }];
  const total = (years: number, periods: (all: string[]) => string[]) => {
    const members = (plan: Plan): Across => ({
      ...{ dimension: 'region', members: named },
      periods: periods(plan.periods.map(({ id }) => id)),
    });
    const [member, whole] = fieldsOf(CALENDAR_YEAR, years, { members });
    expect(member).toMatchObject({ kind: 'member', parent: whole.id, periods: whole.periods });
    return `${whole.kind} ${whole.id}`;
  };

  it('sum to their year where they stand for one, so that it keeps its name and its place', () => {
    expect(total(1, (all) => all)).toBe('year y:2026');
    expect(total(2, (all) => all.slice(12))).toBe('year y:2027');
  });

  it('sum to the whole where they stand for more than a year, or for less', () => {
    expect(total(2, (all) => all)).toBe('total t:all');
    expect(total(1, (all) => all.slice(0, 3))).toBe('total t:all');
  });
});

describe('what can be typed', () => {
  const editable = (query: Partial<SheetQuery>): string[] =>
    fieldsOf(CALENDAR_YEAR, 1, query).flatMap((field) => (field.editable ? [field.id] : []));

  it('is the plan as it is, the goal and the proposal, and nothing derived', () => {
    expect(editable({})).toHaveLength(12 + 4 + 2 + 1 + 1);
    expect(editable({ showAs: 'shareOfParent' })).toHaveLength(12 + 4 + 2 + 1 + 1);
    for (const showAs of ['shareOfTotal', 'growth', 'perWorkingDay'] as const)
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
