import { describe, expect, it } from 'vitest';
import { CALENDAR_YEAR, type FiscalCalendar, ISO_WEEKS } from '~/domain/calendar';
import { dayOf } from '~/domain/period';
import { type Column, type Measure, WORKING_TARGET } from '~/domain/plan';
import { evaluateWorkbook } from '~/exchange/workbook/evaluateWorkbook';
import { planTable } from '~/exchange/workbook/planTable';
import { writePlanWorkbook } from '~/exchange/workbook/writePlanWorkbook';
import { cellStory } from '~/plan/views/cellStory';
import { change } from '~/worker/change';
import { openSession, type Session } from '~/worker/session';
import { workbookModel } from '~/worker/workbookModel';
import { settingsOf } from '../plan/support/smallWorkspace';
import { must, testHost } from './support/host';

const clock = { now: '2026-01-16T09:00:00.000Z', today: dayOf(2026, 1, 16), batchOf: () => null };
const FOUR_FOUR_FIVE: FiscalCalendar = {
  kind: 'pattern',
  pattern: '445',
  startMonth: 1,
  nameBy: 'end',
  weekRule: { weekday: 7, end: 'nearest' },
};
const MEASURES: Measure[] = [
  { id: 'stock', kind: 'balance', scale: 0, unit: 'pcs' },
  { id: 'newCustomers', kind: 'distinct', scale: 0, unit: 'pcs' },
  { id: 'turns', kind: 'ratio', numerator: 'sales', denominator: 'stock' },
];

/** Two regions and three products, no orders; the target is even. */
async function planned(calendar: FiscalCalendar, years: number): Promise<Session> {
  const { host, namespace } = await testHost();
  const status = must(await host.createWorkspace({ name: 'w', currency: 'USD' }));
  const id = status.workspace?.id ?? '';
  await host.closeWorkspace();
  const lock = { held: true, release: () => undefined };
  const session = must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
  const settings = settingsOf({
    calendar,
    years,
    fiscalYear: 2027,
    base: 'none',
    dimensions: ['region', 'product'],
    target: 1_200_007,
    members: { region: ['North', '华东'], product: ['A', 'B', 'C'] },
  });
  must(change(session, { name: 'plan/create', settings }, clock));
  return session;
}

const modelOf = (session: Session, column: Column = WORKING_TARGET) =>
  must(
    workbookModel(session, {
      sheet: { dimensions: ['region', 'product'], column, open: null },
      headings: {
        total: 'Total',
        unitNote: 'USD',
        filterNote: 'all',
        cutNote: 'cut',
        sheet: 'S',
        name: 'N',
        dataName: 'rows',
        revisionName: 'revision',
        check: 'C',
        currencySymbol: '$',
      },
      exportedAt: '2026-11-22T08:30:00.000Z',
    }),
  );

describe('the workbook of a plan', () => {
  it.each([
    ['two years of months', CALENDAR_YEAR, 2, 24],
    ['one year of 4-4-5', FOUR_FOUR_FIVE, 1, 12],
    ['three years of weeks', ISO_WEEKS, 3, 156],
  ] as const)(
    'has every period of %s, and every total is a formula that gives it',
    async (_, calendar, years, count) => {
      const session = await planned(calendar, years);
      const model = modelOf(session);
      expect(model.periods).toHaveLength(count);
      const table = planTable(model);
      const ofKind = (kind: string) => table.columns.filter((column) => column.kind === kind).map(({ key }) => key);
      expect(ofKind('month')).toEqual(model.periods.map((id) => `m:${id}`));
      expect(ofKind('year')).toEqual(Array.from({ length: years }, (__, i) => `y:${2027 + i}`));
      expect(ofKind('total')).toEqual(years > 1 ? ['t:all'] : []);
      const whole = table.columns.findIndex(({ key }) => key === (years > 1 ? 't:all' : 'y:2027'));
      const column = session.document.open?.columns.get('base/target/sales');
      const sum = column?.value.reduce((all, values) => all + values.reduce((part, value) => part + value, 0), 0);
      expect(table.rows[0].amounts[whole]).toBe(sum);
      expect(table.rows.map(({ row }) => row.name)).toEqual(['Total', 'North', 'A', 'B', 'C', '华东', 'A', 'B', 'C']);
      const check = must(await evaluateWorkbook(await writePlanWorkbook(model)));
      expect(check.equal).toBe(check.formulas);
      expect(check.formulas).toBeGreaterThan(3 * count);
    },
  );

  it('carries notes at the cells of its column, of the rows that are there', async () => {
    const session = await planned(CALENDAR_YEAR, 1);
    const model = modelOf(session);
    const [, north, a] = model.rows;
    const at = { region: Number(north.id.split(':')[1]), product: Number(a.id.split(':').at(-1)) };
    const periods = ['2027-03'];
    for (const column of [WORKING_TARGET, { ...WORKING_TARGET, layer: 'stretch' }]) {
      must(change(session, { name: 'notes/set', cell: { column, at, periods }, text: column.layer }, clock));
    }
    const noted = modelOf(session).rows.filter(({ notes }) => notes);
    expect(noted.map(({ id, notes }) => [id, notes?.map(({ key, text }) => [key, text])])).toEqual([
      [a.id, [['m:2027-03', 'target']]],
    ]);
  });

  it('sums a balance over members only, and leaves counts and ratios as they are', async () => {
    const session = await planned(CALENDAR_YEAR, 1);
    for (const measure of MEASURES) must(change(session, { name: 'measures/add', measure, title: '' }, clock));
    const stock = { ...WORKING_TARGET, measure: 'stock' };
    const set = (column: Column, periods: string[], amount: number) =>
      must(change(session, { name: 'targets/setCell', cell: { column, at: {}, periods }, amount }, clock));
    set(stock, ['2027-01'], 600);
    set(stock, ['2027-02'], 300);
    set({ ...stock, measure: 'newCustomers' }, ['2027-02'], 7);
    const spans = (measure: string) => {
      const model = modelOf(session, { ...WORKING_TARGET, measure });
      return { model, values: model.rows[0].values.slice(0, 3), quarter: model.rows[0].spans?.['q:2027-Q1'] };
    };
    expect(spans('stock')).toMatchObject({
      values: [600, 300, null],
      quarter: 300,
      model: { sums: 'members', minorUnit: 0 },
    });
    expect(spans('newCustomers')).toMatchObject({ values: [null, 7, null], quarter: null, model: { sums: 'nothing' } });
    const counted = { ...stock, measure: 'newCustomers' };
    const told = cellStory(
      session.document,
      { column: counted, at: {}, periods: ['2027-02'] },
      { steps: session.steps, undone: new Set() },
    );
    expect(must(told)).toMatchObject({ value: 7, kind: 'distinct', goal: 7 });
    expect(spans('turns').model).toMatchObject({ sums: 'nothing', isShare: true });
    expect(spans('turns').values[0]).toBeCloseTo((modelOf(session).rows[0].values[0] ?? 0) / 100 / 600, 9);
    for (const { id } of MEASURES) {
      const check = must(await evaluateWorkbook(await writePlanWorkbook(spans(id).model)));
      expect([check.equal, check.formulas > 0]).toEqual([check.formulas, id === 'stock']);
    }
  });
});
