import { describe, expect, test } from 'vitest';
import { changeRecords } from '~/plan/document';
import { added } from '~/plan/records';
import { listScene } from '~/plan/views/customerListScene';
import { ordersOf } from '~/plan/views/oneCustomerOrders';
import { customerPlace } from '~/plan/views/oneCustomerPlace';
import { oneCustomerView } from '~/plan/views/oneCustomerView';
import { createSmallPlan } from '../support/smallPlan';
import { codeOf, SHOP_LINES, sceneOf, smallShop } from '../support/smallShop';
import { day, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const sceneIn = (workspace: SmallWorkspace, today = '2026-01-05') =>
  listScene({ ...sceneOf(workspace, day(today)), revision: 1 });

const viewOf = (workspace: SmallWorkspace, name: string, today?: string) => {
  const view = oneCustomerView(sceneIn(workspace, today), codeOf(workspace, name));
  if (!view) throw new Error(`no ${name}`);
  return view;
};

describe('the page of one customer', () => {
  const shop = smallShop();
  const acme = viewOf(shop, 'Acme');

  test('says who it is and what it is worth', () => {
    expect(acme.head).toMatchObject({ name: 'Acme', seller: 'Bob', region: 'Kent', pinned: false, tiers: [] });
    expect(acme.figures).toMatchObject({
      sales12: 270,
      growth: 0.35,
      orders: 3,
      averageOrder: 90,
      recencyDays: 30,
      rank: 1,
      ranked: 2,
      interval: 289.5,
      firstDay: day('2024-05-01'),
      lastDay: day('2025-12-01'),
      target: null,
    });
    expect(viewOf(shop, 'Cedar').figures).toMatchObject({ rank: null, ranked: 2, growth: -1 });
  });

  test('draws twelve months and the twelve before', () => {
    expect(acme.trend?.now).toEqual([0, 150, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120]);
    expect(acme.trend?.before).toEqual([0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0]);
    const short = viewOf(smallShop(SHOP_LINES, { from: '2024-04-15', to: '2025-12-31' }), 'Acme');
    // The first months are not covered, April 2024 not whole: nobody knows.
    expect(short.trend?.before.slice(0, 5)).toEqual([null, null, null, null, 200]);
  });

  test('tells what it buys, what is new and what it stopped', () => {
    const told = acme.products.map(({ name, category, sales, before, state }) => [
      name,
      category,
      sales,
      before,
      state,
    ]);
    expect(told).toEqual([
      ['Bread', 'Food', 120, 0, 'new'],
      ['Tea', 'Drinks', 100, 200, 'kept'],
      ['Coffee', 'Drinks', 50, 0, 'new'],
    ]);
    expect(acme).toMatchObject({ productCount: 3, stoppedCount: 0 });
    expect(acme.products.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
    const cedar = viewOf(shop, 'Cedar');
    expect(cedar.products.map(({ name, state }) => [name, state])).toEqual([['Tea', 'stopped']]);
    expect(cedar).toMatchObject({ productCount: 0, stoppedCount: 1 });
  });

  test('calls nothing stopped or new where the time before is not known', () => {
    const short = smallShop(SHOP_LINES, { from: '2025-01-01', to: '2025-12-31' });
    const states = viewOf(short, 'Acme').products.map(({ before, growth, state }) => [before, growth, state]);
    expect(new Set(states.map(String))).toEqual(new Set([String([null, null, 'kept'])]));
  });

  test('lists orders with their lines, newest first, by windows', () => {
    const { document, cache } = sceneIn(shop);
    const customer = codeOf(shop, 'Acme');
    const all = ordersOf(document, cache, { customer, first: 0, count: 10 });
    expect(acme.orderCount).toBe(5);
    expect(all.map(({ day: on, amount }) => [on, amount])).toEqual([
      [day('2025-12-20'), -30],
      [day('2025-12-01'), 150],
      [day('2025-02-01'), 50],
      [day('2025-02-01'), 100],
      [day('2024-05-01'), 200],
    ]);
    expect(all[1].lines).toEqual([{ product: 'Bread', amount: 150 }]);
    expect(ordersOf(document, cache, { customer, first: 1, count: 2 })).toEqual(all.slice(1, 3));
  });

  test('says of every source whether it has anything at all', () => {
    expect(acme.facts.every(({ known, count }) => !known && count === 0)).toBe(true);
    const own = smallShop();
    own.document.facts.set('s1', {
      kind: 'receivables',
      count: 5,
      keys: ['1', '2', '3', '4', '5'],
      numbers: {
        amount: Float64Array.of(100, 50, 70, -30, 25),
        due: Float64Array.of(
          day('2025-11-30'),
          day('2026-02-01'),
          day('2025-01-01'),
          day('2025-10-01'),
          day('2025-10-02'),
        ),
        disputed: Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN, 1),
      },
      codes: {
        customer: Uint32Array.from(['Acme', 'Acme', 'Birch', 'Acme', 'Acme'], (name) => codeOf(own, name)),
      },
      texts: { invoice: { at: Uint32Array.of(1, 2, 3, 4, 5), values: ['', 'R1', 'R2', 'R3', 'R4', 'R5'] } },
    });
    changeRecords(own.document, [
      added('sourceImport', {
        id: 'i1',
        pack: 'p',
        kind: 'receivables',
        name: 'open.csv',
        importedAt: '',
        asOf: day('2025-12-31'),
        from: null,
        to: null,
        segments: ['s1'],
        rowsIn: 3,
        kept: 3,
        reported: 0,
        byReason: {},
        amount: 220,
        whole: true,
      }),
    ]);
    const part = viewOf(own, 'Acme').facts.find(({ kind }) => kind === 'receivables');
    expect(part).toMatchObject({ known: true, count: 4, amount: 145, asOf: day('2025-12-31') });
    // Late as on the credit page: neither what is disputed nor what is credited.
    expect(part?.open).toBe(100);
    expect(part?.fields.map(({ id }) => id)).toEqual(['invoice', 'due', 'amount', 'disputed']);
    expect(part?.rows[0]).toEqual(['R1', day('2025-11-30'), 100, null]);
    expect(viewOf(own, 'Cedar').facts.find(({ kind }) => kind === 'receivables')).toMatchObject({
      known: true,
      count: 0,
      rows: [],
    });
  });

  test('is not there for who is no customer', () => {
    expect(oneCustomerView(sceneIn(shop), 0)).toBeNull();
    expect(oneCustomerView(sceneIn(shop), 99)).toBeNull();
    const grouped = smallShop();
    changeRecords(grouped.document, [
      added('hierarchy', {
        id: 'h',
        plan: null,
        dimension: 'customer',
        levels: ['group', 'customer'],
        parent: Uint32Array.of(0, 0, 1, 1),
        title: 'Groups',
      }),
    ]);
    // The first of them is a group now.
    expect([1, 2, 3].map((code) => oneCustomerView(sceneIn(grouped), code) === null)).toEqual([true, false, false]);
  });

  test('knows its neighbours in the list that was left', () => {
    const query = {
      search: '',
      tier: null,
      stage: null,
      segmentation: null,
      segment: null,
      all: [],
      sort: { by: 'sales12' as const, descending: true },
    };
    const place = (name: string, more: object = {}) =>
      customerPlace(sceneIn(shop), codeOf(shop, name), { query: { ...query, ...more }, reading: null });
    const [birch, cedar] = [codeOf(shop, 'Birch'), codeOf(shop, 'Cedar')];
    expect(place('Acme')).toEqual({ previous: null, next: birch, place: 1, matching: 3 });
    expect(place('Birch')).toMatchObject({ previous: codeOf(shop, 'Acme'), next: cedar, place: 2 });
    expect(place('Acme', { stage: 'lost' })).toEqual({ previous: null, next: null, place: null, matching: 1 });
  });
});

test('targets of the plan stand beside the months they are for', () => {
  const workspace = createSmallPlan();
  workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions: ['seller', 'customer'], target: 36_000 }) });
  const { trend, figures } = viewOf(workspace, 'Acme', '2026-07-16');
  // August 2025 to July 2026: the plan is of 2026.
  expect(trend?.target.slice(0, 5)).toEqual([null, null, null, null, null]);
  expect(trend?.target.slice(5).every((amount) => amount !== null && amount > 0)).toBe(true);
  expect(trend?.now).toEqual(Array.from({ length: 12 }, () => 1000));
  expect(figures.target).not.toBeNull();
});
