import { describe, expect, test } from 'vitest';
import type { FactKind, FactValue } from '~/domain/fact';
import type { ServicePackage } from '~/domain/service';
import type { ComplaintQuery, DueQuery, ServeQuery, SurveyQuery } from '~/domain/serviceView';
import { membersOf } from '~/plan/document';
import { kpiView } from '~/plan/views/kpiView';
import { complaintView } from '~/plan/views/serviceComplaints';
import { costToServe } from '~/plan/views/serviceCosts';
import { visitsDue } from '~/plan/views/serviceDue';
import { serviceRules } from '~/plan/views/serviceRules';
import { serviceDay, serviceScene } from '~/plan/views/serviceScene';
import { surveyView } from '~/plan/views/serviceSurveys';
import { serviceWorkload } from '~/plan/views/serviceWorkload';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, everyMonth } from '../support/smallWorkspace';

const TODAY = '2026-07-16';
const PACKAGE: Omit<ServicePackage, 'tier' | 'cadenceDays'> = {
  id: '',
  name: '',
  stage: null,
  responseHours: 8,
  closeDays: 5,
  hoursPerVisit: 2,
  costPerYear: 0,
};

/** Three customers of two sellers who buy every month, tier A the largest; visits, complaints and answers are put in by hand. */
function workspace() {
  const small = createWorkspace(TODAY);
  const lines = [
    ...everyMonth('2024-1', '2026-6', {
      amount: 90_000,
      seller: 'Ann',
      region: 'North',
      customer: 'Acme',
      product: 'Oil',
    }),
    ...everyMonth('2024-1', '2026-6', {
      amount: 20_000,
      seller: 'Ann',
      region: 'North',
      customer: 'Bolt',
      product: 'Oil',
    }),
    ...everyMonth('2024-1', '2026-6', { amount: 500, seller: 'Bob', region: 'South', customer: 'Cog', product: 'Wax' }),
  ];
  small.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, { coverage: { from: '2024-01-01', to: '2026-07-15' } }),
  );
  small.run({
    name: 'customers/setTierRule',
    rule: {
      plan: null,
      weights: { spend: 100, frequency: 0, recency: 0, influence: 0 },
      by: 'customers',
      cutA: 0.34,
      cutB: 0.67,
    },
  });
  small.run({
    name: 'service/setPackages',
    packages: [
      { ...PACKAGE, tier: 'A', cadenceDays: 14 },
      { ...PACKAGE, tier: 'B', cadenceDays: 30 },
      { ...PACKAGE, tier: 'C', cadenceDays: 90, hoursPerVisit: 1, closeDays: 10 },
    ],
  });
  const code = (dimension: string, name: string): number => {
    const member = membersOf(small.document, dimension).byCode.find((one) => one?.name === name);
    if (!member) throw new Error(`no ${dimension} ${name}`);
    return member.code;
  };
  const put = (kind: FactKind, ...rows: Record<string, FactValue>[]) =>
    small.run({ name: 'facts/put', kind, rows: rows.map((values) => ({ key: null, values })) });
  const cache = createViewCache();
  const scene = (on: string | null = TODAY) =>
    serviceScene(small.document, { on: on === null ? null : day(on), today: day(TODAY), cache });
  return { ...small, code, put, scene, cache };
}

const DUE: DueQuery = {
  on: null,
  search: '',
  state: null,
  tier: null,
  seller: null,
  day: null,
  sort: { by: 'due', descending: false },
  first: 0,
  count: 50,
};
const SERVE: ServeQuery = { on: null, search: '', tier: null, aboveOnly: false, first: 0, count: 50 };
const COMPLAINTS: ComplaintQuery = { on: null, search: '', state: null, customer: null, first: 0, count: 50 };
const SURVEYS: SurveyQuery = { on: null, months: 12, search: '', kind: null, first: 0, count: 50 };

describe('visits that are due', () => {
  test('last visit plus the cadence of the tier, moved over the weekend; overdue first, never visited is due at once', () => {
    const small = workspace();
    small.put(
      'visits',
      { day: day('2026-06-20'), customer: small.code('customer', 'Acme'), result: 'well' },
      // Saturday 18 July + 0: 18 June + 30 days = 18 July, a Saturday, so Monday the 20th.
      { day: day('2026-06-18'), customer: small.code('customer', 'Bolt') },
    );
    const view = visitsDue(small.scene(), DUE);
    expect(view.rows.map(({ name, tier, due, state, overdueDays }) => [name, tier, due, state, overdueDays])).toEqual([
      // 20 June + 14 days = 4 July, a Saturday, so Monday the 6th.
      ['Acme', 'A', day('2026-07-06'), 'overdue', 10],
      ['Cog', 'C', day('2026-07-16'), 'never', 0],
      ['Bolt', 'B', day('2026-07-20'), 'thisWeek', 0],
    ]);
    expect(view.counts).toEqual({ overdue: 1, thisWeek: 1, later: 0, never: 1 });
    expect(view.rows[0].result).toBe('well');
    expect(view.bySeller.find(({ name }) => name === 'Ann')).toMatchObject({ customers: 2, overdue: 1, thisWeek: 1 });
  });

  test('an agreed day comes before the cadence, and the leave of the seller moves it', () => {
    const small = workspace();
    const [bolt, ann] = [small.code('customer', 'Bolt'), small.code('seller', 'Ann')];
    small.put('visits', { day: day('2026-07-10'), customer: bolt, next: day('2026-07-21') });
    expect(visitsDue(small.scene(), { ...DUE, search: 'bolt' }).rows).toMatchObject([
      { due: day('2026-07-21'), agreed: true },
    ]);
    small.put('leave', { seller: ann, day: day('2026-07-20'), until: day('2026-07-24') });
    // On leave until Friday: the Monday after.
    expect(visitsDue(small.scene(), { ...DUE, search: 'bolt' }).rows[0].due).toBe(day('2026-07-27'));
  });

  test('a visit put in moves the customer on, and undoing nothing else: filters, days and windows agree with the counts', () => {
    const small = workspace();
    small.put('visits', { day: day('2026-07-15'), customer: small.code('customer', 'Acme') });
    const view = visitsDue(small.scene(), DUE);
    for (const state of ['overdue', 'thisWeek', 'later', 'never'] as const) {
      expect(visitsDue(small.scene(), { ...DUE, state }).matching).toBe(view.counts[state]);
    }
    const onStrip = view.strip.reduce((sum, { due }) => sum + due, 0);
    expect(onStrip).toBe(3);
    const acme = view.rows.find(({ name }) => name === 'Acme');
    expect(visitsDue(small.scene(), { ...DUE, day: acme?.due ?? 0 }).rows.map(({ name }) => name)).toEqual(['Acme']);
    expect(visitsDue(small.scene(), { ...DUE, first: 1, count: 1 }).rows).toHaveLength(1);
  });

  test('a visit after the day that is asked for does not exist yet', () => {
    const small = workspace();
    small.put('visits', { day: day('2026-07-15'), customer: small.code('customer', 'Acme') });
    expect(visitsDue(small.scene('2026-07-10'), { ...DUE, search: 'acme' }).rows).toMatchObject([{ state: 'never' }]);
  });

  test('a package for a stage of life takes the customer before the one for its tier', () => {
    const small = workspace();
    small.run({
      name: 'service/setPackage',
      package: { ...PACKAGE, tier: 'A', stage: 'mature', cadenceDays: 7 },
    });
    const { packages } = serviceRules(small.scene());
    expect(packages.map(({ tier, stage, customers }) => [tier, stage, customers])).toEqual([
      ['A', null, 0],
      ['A', 'mature', 1],
      ['B', null, 1],
      ['C', null, 1],
    ]);
  });
});

test('the day lists are read on is today, or the newest day of data that ended long ago', () => {
  const small = workspace();
  expect(serviceDay(small.document, day(TODAY))).toBe(day(TODAY));
  expect(serviceDay(small.document, day('2026-12-01'))).toBe(day('2026-07-15'));
  expect(serviceDay(createWorkspace(TODAY).document, day(TODAY))).toBe(day(TODAY));
});

test('hours: what the cadences ask of each seller, against hours by working days less leave', () => {
  const small = workspace();
  const ann = small.code('seller', 'Ann');
  small.run({ name: 'service/setSettings', settings: { hoursPerMonth: 87, hourCost: 0, complaintCost: 0 } });
  small.put('leave', { seller: ann, day: day('2026-07-18'), until: day('2026-07-21') });
  const view = serviceWorkload(small.scene(), 2);
  const row = view.rows.find(({ name }) => name === 'Ann');
  // July: 31 days ÷ 14 × 2 h + 31 ÷ 30 × 2 h.
  expect(row?.needed[0]).toBeCloseTo((31 / 14) * 2 + (31 / 30) * 2, 10);
  // 2026 has 261 weekdays, 21.75 a month; July has 23; Monday and Tuesday of the leave are working days.
  expect(row?.leaveDays).toEqual([2, 0]);
  expect(row?.capacity[0]).toBeCloseTo((87 * 21) / 21.75, 10);
  expect(view.total.needed[0]).toBeCloseTo(
    view.rows.reduce((sum, { needed }) => sum + needed[0], 0),
    10,
  );
});

describe('cost to serve', () => {
  test('without a cost of an hour, or costs of products, figures are blank with the reason and never 0', () => {
    const small = workspace();
    small.put('visits', { day: day('2026-06-20'), customer: small.code('customer', 'Acme') });
    const view = costToServe(small.scene(), SERVE);
    expect(view.reason).toBe('noCosts');
    expect(view.rows.find(({ name }) => name === 'Acme')).toMatchObject({
      cost: null,
      margin: null,
      reason: 'noHourCost',
    });
  });

  test('hours × rate + package + complaints, over the twelve months to the last complete day', () => {
    const small = workspace();
    const acme = small.code('customer', 'Acme');
    small.run({ name: 'service/setSettings', settings: { hoursPerMonth: 80, hourCost: 100, complaintCost: 700 } });
    small.run({
      name: 'service/setPackage',
      package: {
        ...PACKAGE,
        id: [...small.document.records.servicePackage.keys()][0],
        tier: 'A',
        cadenceDays: 14,
        costPerYear: 5000,
      },
    });
    small.put(
      'visits',
      { day: day('2026-06-20'), customer: acme, hours: 3 },
      { day: day('2026-06-21'), customer: acme },
    );
    small.put('complaints', { key: 'c1', day: day('2026-06-21'), customer: acme });
    const view = costToServe(small.scene(), SERVE);
    // 3 h written down + 2 h of the package at 100, 5,000 a year, one complaint at 700; eleven orders of 90,000 from 16 July on.
    expect(view.rows.find(({ name }) => name === 'Acme')).toMatchObject({
      visits: 2,
      hours: 5,
      complaints: 1,
      cost: 6200,
      sales: 990_000,
      share: 6200 / 990_000,
    });
  });
});

describe('complaints', () => {
  test('own deadline, else the days to close of the package; overdue first, closed last', () => {
    const small = workspace();
    const [acme, cog] = [small.code('customer', 'Acme'), small.code('customer', 'Cog')];
    small.put(
      'complaints',
      { key: 'C-1', day: day('2026-07-01'), customer: acme, state: 'closed', closed: day('2026-07-04') },
      { key: 'C-2', day: day('2026-07-10'), customer: acme, state: 'working' },
      { key: 'C-3', day: day('2026-07-10'), customer: cog },
      { key: 'C-4', day: day('2026-07-10'), customer: cog, deadline: day('2026-07-11'), subject: 'leaks' },
    );
    const view = complaintView(small.scene(), COMPLAINTS);
    expect(view.rows.map(({ number, deadline, lateDays, state }) => [number, deadline, lateDays, state])).toEqual([
      ['C-4', day('2026-07-11'), 5, 'open'],
      ['C-2', day('2026-07-15'), 1, 'working'],
      ['C-3', day('2026-07-20'), 0, 'open'],
      ['C-1', day('2026-07-06'), 0, 'closed'],
    ]);
    expect(view).toMatchObject({
      counts: { open: 2, working: 1, closed: 1, overdue: 2 },
      meanDays: 3,
      medianDays: 3,
      onTime: { closed: 1, due: 3 },
    });
    expect(complaintView(small.scene(), { ...COMPLAINTS, state: 'overdue' }).matching).toBe(2);
    expect(complaintView(small.scene(), { ...COMPLAINTS, search: 'cog leak' }).matching).toBe(1);
    expect(complaintView(small.scene(), { ...COMPLAINTS, search: 'acme leak' }).matching).toBe(0);
    expect(complaintView(small.scene(), { ...COMPLAINTS, search: 'leak' }).rows.map(({ number }) => number)).toEqual([
      'C-4',
    ]);
  });

  test('closing one by hand takes it off the list of what is overdue', () => {
    const small = workspace();
    small.put('complaints', { key: 'C-9', day: day('2026-06-01'), customer: small.code('customer', 'Acme') });
    const [{ key }] = complaintView(small.scene(), COMPLAINTS).rows;
    small.run({
      name: 'facts/put',
      kind: 'complaints',
      rows: [{ key, values: { state: 'closed', closed: day(TODAY) } }],
    });
    expect(complaintView(small.scene(), COMPLAINTS).counts).toMatchObject({ overdue: 0, closed: 1 });
  });
});

describe('surveys', () => {
  test('the newest answer of a person counts, by tier and seller of the customer, and per quarter', () => {
    const small = workspace();
    const [acme, cog] = [small.code('customer', 'Acme'), small.code('customer', 'Cog')];
    const oil = small.code('product', 'Oil');
    small.put(
      'surveys',
      { day: day('2026-03-01'), customer: acme, person: 'Li', kind: 'csat', score: 1, product: oil },
      { day: day('2026-07-01'), customer: acme, person: 'Li', kind: 'csat', score: 5, product: oil, comment: 'better' },
      { day: day('2026-07-02'), customer: cog, kind: 'csat', score: 2 },
      { day: day('2026-07-02'), customer: cog, kind: 'nps', score: 9 },
      { day: day('2026-07-03'), customer: cog, kind: 'nps', score: 4, scale: 5 },
    );
    const view = surveyView(small.scene(), SURVEYS);
    expect(view.csat).toMatchObject({ value: 0.5, n: 2 });
    expect(view.nps).toMatchObject({ value: 100, n: 1 });
    expect(view.invalid).toBe(1);
    expect(view.byTier.map(({ name, csat }) => [name, csat.value])).toEqual([
      ['A', 1],
      ['C', 0],
    ]);
    expect(view.bySeller.map(({ name }) => name).sort()).toEqual(['Ann', 'Bob']);
    expect(view.byProductLine.map(({ name }) => name)).toContain('Oil');
    expect(view.trend.at(-1)).toMatchObject({ quarter: '2026-Q3', csat: { n: 2 } });
    expect(view.trend.find(({ quarter }) => quarter === '2026-Q1')?.csat).toMatchObject({ value: 0, n: 1 });
    expect(view.answers[0].day).toBe(day('2026-07-03'));
    expect(surveyView(small.scene(), { ...SURVEYS, search: 'better' }).matching).toBe(1);
  });
});

describe('the KPI board with other sources', () => {
  const cardOf = (small: ReturnType<typeof workspace>, id: string, at: Record<string, number> = {}) => {
    const view = kpiView(small.document, null, {
      query: { period: 'month', periodId: '2026-06', at },
      cache: small.cache,
      today: day(TODAY),
    });
    const card = view.cards.find((one) => one.id === id);
    if (!card) throw new Error(`no card ${id}`);
    return card;
  };

  test('CSAT of a node is that of its customers: a seller or region that the answer does not name is the customer’s', () => {
    const small = workspace();
    small.put(
      'surveys',
      { day: day('2026-06-01'), customer: small.code('customer', 'Acme'), kind: 'csat', score: 5 },
      { day: day('2026-06-02'), customer: small.code('customer', 'Cog'), kind: 'csat', score: 1 },
    );
    expect(cardOf(small, 'csat')).toMatchObject({ value: 0.5, denominator: 2, status: null });
    expect(cardOf(small, 'csat', { region: small.code('region', 'North') })).toMatchObject({
      value: 1,
      denominator: 1,
    });
    expect(cardOf(small, 'csat', { seller: small.code('seller', 'Bob') })).toMatchObject({ value: 0, denominator: 1 });
  });

  test('collections meet June’s sales with 13 % tax, and leave a product folded: cash names none', () => {
    const small = workspace();
    small.put('collections', { day: day('2026-06-20'), customer: small.code('customer', 'Acme'), amount: 62_432 });
    // Sales of June 110,500, with tax 124,865.
    expect(cardOf(small, 'collectionRate')).toMatchObject({ numerator: 62_432, denominator: 124_865, status: 'bad' });
    expect(cardOf(small, 'collectionRate', { product: small.code('product', 'Oil') }).missing).toEqual(['collections']);
  });

  test('visits need packages: with both, due visits made in time are counted', () => {
    const small = workspace();
    const acme = small.code('customer', 'Acme');
    // Due 15 June and 29 June; made on the 15th, and on the 29th.
    small.put('visits', ...['2026-06-01', '2026-06-15', '2026-06-29'].map((on) => ({ day: day(on), customer: acme })));
    expect(cardOf(small, 'visitCompliance', { customer: acme })).toMatchObject({
      value: 1,
      numerator: 2,
      denominator: 2,
    });
    for (const id of [...small.document.records.servicePackage.keys()])
      small.run({ name: 'service/removePackage', id });
    expect(cardOf(small, 'visitCompliance').missing).toEqual(['cadence']);
  });

  test('a contract is renewed when the next one of the customer begins within 30 days', () => {
    const small = workspace();
    const [acme, cog] = [small.code('customer', 'Acme'), small.code('customer', 'Cog')];
    small.put(
      'contracts',
      { key: '1', customer: acme, day: day('2025-06-05'), until: day('2026-06-04') },
      { key: '2', customer: acme, day: day('2026-06-20'), until: day('2027-06-19') },
      { key: '3', customer: cog, day: day('2025-06-05'), until: day('2026-06-04') },
      // There is time until 30 July.
      { key: '4', customer: cog, day: day('2025-06-05'), until: day('2026-06-30') },
    );
    expect(cardOf(small, 'renewal')).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('a market of 10,000,000 in 2025 for Oil: own sales of 1,320,000 are 13.2 %', () => {
    const small = workspace();
    small.put(
      'marketSize',
      { year: 2025, product: small.code('product', 'Oil'), amount: 10_000_000, source: 'a' },
      { year: 2025, product: small.code('product', 'Oil'), amount: 10_000_000, source: 'b' },
      // Inside the scope above: not counted twice.
      { year: 2025, product: small.code('product', 'Oil'), region: small.code('region', 'North'), amount: 4_000_000 },
    );
    expect(cardOf(small, 'marketShare')).toMatchObject({ value: 0.132, denominator: 10_000_000 });
  });

  test('a list that is kept by hand reaches to the day it is read on, not beyond data that ended long ago', () => {
    const small = workspace();
    small.put('surveys', { day: day('2026-06-01'), customer: small.code('customer', 'Acme'), kind: 'csat', score: 5 });
    const on = (today: string) =>
      kpiView(small.document, null, {
        query: { period: 'year', periodId: '2026', at: {} },
        cache: small.cache,
        today: day(today),
      }).cards.find(({ id }) => id === 'csat')?.asOf;
    expect(on(TODAY)).toBe(day(TODAY));
    expect(on('2026-12-01')).toBe(day('2026-07-15'));
  });

  test('nothing but orders: every other card stays folded with its need', () => {
    const small = workspace();
    for (const id of ['csat', 'nps', 'complaintTime', 'collectionRate', 'channelYield', 'marketShare', 'grossMargin']) {
      expect(cardOf(small, id).missing.length).toBeGreaterThan(0);
    }
  });
});
