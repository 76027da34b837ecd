import { describe, expect, it } from 'vitest';
import { type Measure, WORKING_TARGET } from '~/domain/plan';
import { CELL_BLANK, CELL_NEW, CELL_NOTE, CELL_PARTIAL, CELL_UNKNOWN, type SheetQuery } from '~/domain/sheet';
import { workingCalendar, workingDays } from '~/domain/workingDays';
import { openedPlan } from '~/plan/document';
import { createFactCache } from '~/plan/facts';
import { measureCellAt } from '~/plan/measureEdit';
import { measureValue } from '~/plan/measureValue';
import { createSheet } from '~/plan/views/sheet';
import { sheetBlock } from '~/plan/views/sheetBlock';
import { sheetFacts } from '~/plan/views/sheetFacts';
import { openLevel } from '~/plan/views/sheetTree';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { batchOf, createWorkspace, everyMonth, settingsOf } from '../support/smallWorkspace';

let revision = 0;

/** Reads single cells of a sheet by row address and field. */
function reader({ document, at }: Pick<SmallPlan, 'document' | 'at'>, query: Partial<SheetQuery> = {}) {
  const plan = openedPlan(document);
  if (!plan) throw new Error('no plan');
  const asked = { dimensions: ['region', 'seller'], column: WORKING_TARGET, open: null, ...query };
  const made = createSheet(document, asked, 1);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  const sheet = made.value;
  openLevel(sheet, 9);
  revision += 1;
  const facts = sheetFacts(document, plan, sheet, createFactCache());
  const block = sheetBlock(document, sheet, {
    first: 0,
    count: 100,
    context: { plan, facts, revision, inputs: new Map() },
  });
  const placeOf = (names: Record<string, string>, field: string): number => {
    const id = Object.entries(at(names))
      .map(([dimension, code]) => `${dimension}:${code}`)
      .join('/');
    const f = sheet.fields.findIndex((one) => one.id === field);
    if (f < 0) throw new Error(`no field ${field}`);
    return sheet.ids.indexOf(id || 'all') * sheet.fields.length + f;
  };
  return {
    sheet,
    block,
    value: (names: Record<string, string>, field: string): number | null => {
      const place = placeOf(names, field);
      return (block.flags[place] & (CELL_BLANK | CELL_UNKNOWN | CELL_NEW)) !== 0 ? null : block.values[place];
    },
    flags: (names: Record<string, string>, field: string): number => block.flags[placeOf(names, field)],
  };
}

describe('beside the plan', () => {
  it('last year and growth are those of the orders: 30,000 sold in 2025, 36,000 planned', () => {
    const { value } = reader(createSmallPlan());
    expect(value({}, 'lastYear')).toBe(30_000);
    expect(value({ region: 'North' }, 'lastYear')).toBe(18_000);
    expect(value({}, 'growth')).toBeCloseTo(0.2, 12);
  });

  it('growth per period is what the period has over the same one a year earlier', () => {
    const small = createSmallPlan();
    const plain = reader(small);
    const { value } = reader(small, { showAs: 'growth' });
    expect(value({ region: 'North' }, 'm:2026-03')).toBeCloseTo(
      ((plain.value({ region: 'North' }, 'm:2026-03') ?? 0) - 1500) / 1500,
      12,
    );
    expect(value({}, 'q:2026-Q2')).toBeCloseTo(((plain.value({}, 'q:2026-Q2') ?? 0) - 7500) / 7500, 12);
  });

  it('per working day is the amount over the working days of its periods', () => {
    const small = createSmallPlan();
    const plain = reader(small);
    const { value } = reader(small, { showAs: 'perWorkingDay' });
    const february = small.plan.periods[1];
    const days = workingDays(workingCalendar('none', february.from, february.to), february.from, february.to);
    expect(days).toBe(20);
    expect(value({}, 'm:2026-02')).toBe((plain.value({}, 'm:2026-02') ?? 0) / days);
  });

  it('a filter leaves out the orders of what it hides as well', () => {
    const small = createSmallPlan();
    const filters = [{ dimension: 'seller', members: [small.at({ seller: 'Ann' }).seller] }];
    const { value, sheet, block } = reader(small, { filters });
    expect(sheet.ids).toHaveLength(3);
    expect(value({}, 'lastYear')).toBe(12_000);
    expect(value({}, 'y:2026')).toBe(block.footer.allocated);
    expect(value({}, 'y:2026')).toBeLessThan(36_000);
  });

  it('by today’s owner, the sales of a customer move to who sold to it last', () => {
    const workspace = createWorkspace('2026-07-16');
    const acme = { amount: 100, customer: 'Acme', region: 'North' };
    const lines = [
      ...everyMonth('2025-1', '2025-12', { ...acme, seller: 'Ann' }),
      ...everyMonth('2026-1', '2026-6', { ...acme, seller: 'Bob' }),
      ...everyMonth('2025-1', '2026-6', { amount: 50, customer: 'Birch', region: 'North', seller: 'Ann' }),
    ];
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(lines, { coverage: { from: '2025-01-01', to: '2026-06-30' } }),
    );
    workspace.run({ name: 'plan/create', settings: settingsOf({ target: 1000, base: 'lastTwelveMonths' }) });
    const at: SmallPlan['at'] = (names) =>
      Object.fromEntries(
        Object.entries(names).map(([dimension, name]) => [
          dimension,
          workspace.document.members.get(dimension)?.byCode.findIndex((member) => member?.name === name) ?? -1,
        ]),
      );
    const was = reader({ ...workspace, at });
    const is = reader({ ...workspace, at }, { owners: 'asIs' });
    const seller = (name: string) => ({ region: 'North', seller: name });
    expect([was.value(seller('Ann'), 'lastYear'), was.value(seller('Bob'), 'lastYear')]).toEqual([1800, 0]);
    expect([is.value(seller('Ann'), 'lastYear'), is.value(seller('Bob'), 'lastYear')]).toEqual([600, 1200]);
    expect(is.value({}, 'lastYear')).toBe(was.value({}, 'lastYear'));
  });

  it('a goal stands at its very cell and leaves what is not allocated', () => {
    const small = createSmallPlan();
    const periods = small.plan.periods.map(({ id }) => id);
    const north = { column: WORKING_TARGET, at: small.at({ region: 'North' }), periods };
    small.run({ name: 'goals/set', cell: north, amount: 30_000 });
    const { value } = reader(small);
    const year = value({ region: 'North' }, 'y:2026') ?? 0;
    expect(value({ region: 'North' }, 'goal')).toBe(30_000);
    expect(value({ region: 'North' }, 'unallocated')).toBe(Math.max(0, 30_000 - year));
    expect(value({ region: 'North' }, 'overAssignment')).toBeCloseTo((year - 30_000) / 30_000, 12);
    // The plan's own year target is a goal as well; nobody gave South one.
    expect(value({}, 'goal')).toBe(36_000);
    expect(value({ region: 'South' }, 'goal')).toBeNull();
  });

  it('a proposal stands beside the target with its gap, and a note shows where it was put', () => {
    const small = createSmallPlan();
    const periods = small.plan.periods.map(({ id }) => id);
    const at = small.at({ region: 'South' });
    const cell = { column: { ...WORKING_TARGET, layer: 'proposal' }, at, periods };
    small.run({ name: 'targets/setCell', cell, amount: 9_000 });
    small.document.records.note.set('n1', {
      id: 'n1',
      plan: small.plan.id,
      cell: { column: WORKING_TARGET, at, periods: ['2026-05'] },
      text: 'why',
      who: '',
      wallTime: '',
    });
    const { value, flags } = reader(small, { proposal: true });
    const year = value({ region: 'South' }, 'y:2026') ?? 0;
    expect(value({ region: 'South' }, 'proposal')).toBe(9_000);
    expect(value({ region: 'South' }, 'gap')).toBe(year - 9_000);
    expect(value({ region: 'North' }, 'gap')).toBeNull();
    expect(flags({ region: 'South' }, 'm:2026-05') & CELL_NOTE).toBe(CELL_NOTE);
    expect(flags({ region: 'South' }, 'm:2026-06') & CELL_NOTE).toBe(0);
  });

  it('a year known in part gives no growth, and says that it is a part', () => {
    const workspace = createWorkspace('2026-07-16');
    const lines = everyMonth('2025-7', '2026-6', { amount: 100, region: 'North', seller: 'Ann' });
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(lines, { coverage: { from: '2025-07-01', to: '2026-06-30' } }),
    );
    workspace.run({ name: 'plan/create', settings: settingsOf({ target: 1000, base: 'lastTwelveMonths' }) });
    const { value, flags } = reader({ ...workspace, at: () => ({}) });
    expect(value({}, 'lastYear')).toBe(600);
    expect(flags({}, 'lastYear') & CELL_PARTIAL).toBe(CELL_PARTIAL);
    expect(value({}, 'growth')).toBeNull();
  });
});

describe('measures of any kind', () => {
  const MEASURES: Measure[] = [
    { id: 'units', kind: 'additive', scale: 0, unit: 'pieces' },
    { id: 'stock', kind: 'balance', scale: 0, unit: 'pieces' },
    { id: 'buyers', kind: 'distinct', scale: 0, unit: 'customers' },
    { id: 'price', kind: 'ratio', numerator: 'sales', denominator: 'units', scale: 2, unit: 'USD' },
    { id: 'turn', kind: 'ratio', numerator: 'units', denominator: 'stock' },
  ];

  /** Every measure has numbers in some months, and the buyers are a goal of North. */
  function measured(): SmallPlan {
    const small = createSmallPlan();
    const plan = openedPlan(small.document);
    if (!plan) throw new Error('no plan');
    const [group] = plan.groups;
    small.document.records.plan.set(plan.id, {
      ...plan,
      groups: [{ ...group, measures: [...group.measures, ...MEASURES] }],
    });
    const set = (measure: string, names: Record<string, string>, [period, amount]: [string, number]) =>
      small.run({
        name: 'targets/setCell',
        cell: { column: { ...WORKING_TARGET, measure }, at: small.at(names), periods: [period] },
        amount,
      });
    set('units', { region: 'North' }, ['2026-01', 40]);
    set('units', { region: 'South' }, ['2026-02', 25]);
    set('stock', { region: 'North' }, ['2026-01', 10]);
    set('stock', { region: 'North' }, ['2026-03', 8]);
    set('stock', { region: 'South' }, ['2026-02', 5]);
    const periods = plan.periods.map(({ id }) => id);
    const cell = { column: { ...WORKING_TARGET, measure: 'buyers' }, at: small.at({ region: 'North' }), periods };
    small.run({ name: 'goals/set', cell, amount: 12 });
    return small;
  }

  it('read the same in a sheet of their own, and as companions, as the cell alone', () => {
    const small = measured();
    const { document } = small;
    const plan = openedPlan(document);
    if (!plan || !document.open) throw new Error('no plan');
    const ids = ['sales', ...MEASURES.map(({ id }) => id)];
    const beside = reader(small, { measures: ids });
    const rows: Record<string, string>[] = [
      {},
      { region: 'North' },
      { region: 'South' },
      { region: 'North', seller: 'Ann' },
    ];
    let numbers = 0;
    for (const id of ids) {
      const own = reader(small, { column: { ...WORKING_TARGET, measure: id } });
      for (const names of rows) {
        for (const field of own.sheet.fields) {
          if (!['month', 'quarter', 'half', 'year'].includes(field.kind)) continue;
          const cell = { column: { ...WORKING_TARGET, measure: id }, at: small.at(names), periods: field.periods };
          const alone = measureValue(
            plan.groups[0].measures,
            id,
            measureCellAt(document, { open: document.open, plan }, cell),
          );
          expect(own.value(names, field.id)).toBe(alone);
          if (alone !== null) numbers += 1;
          if (field.kind === 'year' && id !== 'sales') expect(beside.value(names, `measure:${id}`)).toBe(alone);
        }
      }
    }
    expect(numbers).toBeGreaterThan(60);
  });

  it('last year is sales: beside other measures it is unknown, and nothing grows from it', () => {
    const column = { ...WORKING_TARGET, measure: 'units' };
    const { flags, value } = reader(measured(), { column });
    expect(flags({}, 'lastYear') & CELL_UNKNOWN).toBe(CELL_UNKNOWN);
    expect(value({}, 'growth')).toBeNull();
    const shown = reader(measured(), { column, showAs: 'growth' });
    expect(shown.value({}, 'y:2026')).toBeNull();
  });

  it('the foot of a sheet says of the whole what its year says, for every kind of measure', () => {
    for (const { id, kind } of [{ id: 'sales', kind: 'additive' }, ...MEASURES]) {
      const { block, value } = reader(measured(), { column: { ...WORKING_TARGET, measure: id } });
      expect(block.footer.allocated).toBe(value({}, 'y:2026'));
      if (kind === 'ratio') expect(block.footer.unallocated).toBeNull();
    }
  });

  it('say how their numbers read', () => {
    const { sheet } = reader(measured(), { measures: ['units', 'price', 'turn', 'nothing'] });
    const looks = sheet.fields
      .filter(({ kind }) => kind === 'measure')
      .map(({ id, isRatio, scale, unit, editable }) => ({ id, isRatio, scale, unit, editable }));
    expect(looks).toEqual([
      { id: 'measure:units', isRatio: undefined, scale: 0, unit: 'pieces', editable: true },
      { id: 'measure:price', isRatio: undefined, scale: 2, unit: 'USD', editable: true },
      { id: 'measure:turn', isRatio: true, scale: undefined, unit: undefined, editable: true },
    ]);
  });
});
