import { describe, expect, test } from 'vitest';
import type { FactKind, FactValue } from '~/domain/fact';
import type { OrderBatch } from '~/domain/order';
import type { TableBatch } from '~/domain/pack';
import { membersOf } from '~/plan/document';
import { runCommand } from '~/plan/run';
import { creditView } from '~/plan/views/creditView';
import { dealerView } from '~/plan/views/dealerView';
import { jointView } from '~/plan/views/jointView';
import { ladderView, violationView } from '~/plan/views/ladderView';
import { priceRules } from '~/plan/views/priceRules';
import { rebateView } from '~/plan/views/rebateView';
import { DEFAULT_TIER_RULE } from '~/plan/views/tierRule';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine, type SmallWorkspace } from '../support/smallWorkspace';

const ALL = { search: '', first: 0, count: 50 };

/** Two years of one product: Acme buys ten pieces a month at 90, Bolt one piece a month at 70, list price 100. */
function workspace(): SmallWorkspace {
  const made = createWorkspace('2026-01-05');
  const lines: OrderLine[] = [];
  const quantity: number[] = [];
  for (let month = 0; month < 24; month += 1) {
    const on = `${2024 + Math.floor(month / 12)}-${(month % 12) + 1}-10`;
    lines.push({ on, amount: 90_000, product: 'Pump', customer: 'Acme', seller: 'Ann' });
    lines.push({ on, amount: 7_000, product: 'Pump', customer: 'Bolt', seller: 'Ann' });
    quantity.push(10, 1);
  }
  const batch: OrderBatch = batchOf(lines, { coverage: { from: '2024-01-01', to: '2025-12-31' } });
  for (const segment of batch.segments) segment.quantity = Float64Array.from(quantity);
  made.run({ name: 'orders/import', draft: 'made up' }, batch);
  return made;
}

const codeOf = ({ document }: SmallWorkspace, dimension: string, name: string): number =>
  membersOf(document, dimension).byCode.find((member) => member?.name === name)?.code ?? 0;

const put = (made: SmallWorkspace, kind: FactKind, rows: Record<string, FactValue>[]): void => {
  made.run({ name: 'facts/put', kind, rows: rows.map((values) => ({ key: null, values })) });
};

const listPrice = (made: SmallWorkspace): void =>
  put(made, 'listPrices', [{ product: codeOf(made, 'product', 'Pump'), day: day('2024-01-01'), amount: 10_000 }]);

describe('the price ladder of a workspace', () => {
  const query = { ...ALL, from: null, to: null, by: 'customer', sort: { by: 'sales', descending: true } } as const;

  test('goes from list to tier price, invoice and what is left after rebates', () => {
    const made = workspace();
    listPrice(made);
    made.run({ name: 'customers/pinTier', customer: codeOf(made, 'customer', 'Acme'), tier: 'A', reason: 'dealer' });
    made.run({ name: 'customers/pinTier', customer: codeOf(made, 'customer', 'Bolt'), tier: 'C', reason: 'small' });
    made.run({
      name: 'prices/setTierPrice',
      price: { id: '', tier: 'A', from: day('2025-07-01'), share: 0.9 },
    });
    const view = ladderView(made.document, { query, cache: createViewCache(), revision: 1 });
    expect(view.total).toEqual({
      list: 1_320_000,
      // Half a year at list, half at nine tenths.
      tier: 600_000 + 540_000 + 120_000,
      invoice: 1_164_000,
      net: 1_164_000,
      sales: 1_164_000,
      covered: 1,
      discount: (1_320_000 - 1_164_000) / 1_320_000,
    });
    expect(view.rows.map(({ name, list, invoice }) => [name, list, invoice])).toEqual([
      ['Acme', 1_200_000, 1_080_000],
      ['Bolt', 120_000, 84_000],
    ]);
  });

  test('takes off the rebate earned on these very sales, and none of a programme that ended before them', () => {
    const made = workspace();
    listPrice(made);
    const rebate = { id: '', on: 'volume', steps: [{ at: 0, rate: 0.1 }], tiers: null, customers: null } as const;
    const add = (title: string, from: string, to: string) =>
      made.run({
        name: 'rebates/set',
        programme: { ...rebate, steps: [...rebate.steps], title, from: day(from), to: day(to) },
      });
    const net = (): number | null =>
      ladderView(made.document, {
        query,
        cache: createViewCache(),
        revision: made.document.records.rebateProgramme.size,
      }).total.net;
    add('last year', '2024-01-01', '2024-12-31');
    expect(net()).toBe(1_164_000);
    // Runs over both years: only what was sold in the twelve months on screen counts for them, 10 % of it.
    add('two years', '2024-01-01', '2025-12-31');
    expect(net()).toBe(1_164_000 - 116_400);
  });

  test('says nothing without a price list', () => {
    const view = ladderView(workspace().document, { query, cache: createViewCache(), revision: 1 });
    expect(view).toMatchObject({ prices: 0, total: { list: null, discount: null, sales: 1_164_000, covered: 0 } });
  });

  test('a search finds Chinese names by how they are read, in lists of members and of lines', () => {
    const made = createWorkspace('2026-01-05');
    const lines = ['华泰', 'Acme'].map((customer) => ({
      on: '2025-06-10',
      amount: 7000,
      product: 'Pump',
      customer,
      seller: 'Ann',
    }));
    const batch = batchOf(lines, { coverage: { from: '2024-01-01', to: '2025-12-31' } });
    for (const segment of batch.segments) segment.quantity = Float64Array.from([1, 1]);
    made.run({ name: 'orders/import', draft: 'made up' }, batch);
    listPrice(made);
    made.run({ name: 'prices/setBand', band: { id: '', product: null, lowest: 0.8, highest: 1 } });
    const reading = () => ({ full: 'huatai', initials: 'ht' });
    const options = { cache: createViewCache(), revision: 1, reading };
    const found = (search: string) => [
      ladderView(made.document, { query: { ...query, search }, ...options }).rows.map(({ name }) => name),
      violationView(made.document, { query: { ...ALL, search, side: null }, ...options }).rows.map(
        ({ customerName }) => customerName,
      ),
    ];
    expect(found('HT')).toEqual([['华泰'], ['华泰']]);
    expect(found('acm')).toEqual([['Acme'], ['Acme']]);
    expect(found('')).toEqual([expect.arrayContaining(['华泰', 'Acme']), expect.arrayContaining(['华泰', 'Acme'])]);
  });

  test('finds what was billed under the band, with who sold it', () => {
    const made = workspace();
    listPrice(made);
    made.run({ name: 'prices/setBand', band: { id: '', product: null, lowest: 0.8, highest: 1 } });
    const view = violationView(made.document, {
      query: { ...ALL, side: null },
      cache: createViewCache(),
      revision: 1,
    });
    expect(view).toMatchObject({ checked: 24, under: { lines: 12, amount: -12_000 }, over: { lines: 0, amount: 0 } });
    expect(view.rows[0]).toMatchObject({ customerName: 'Bolt', sellerName: 'Ann', price: 7000, lowest: 8000 });
  });
});

describe('rebates of a workspace', () => {
  const programme = {
    id: '',
    title: '2025',
    from: day('2025-01-01'),
    to: day('2025-12-31'),
    on: 'volume',
    steps: [
      { at: 500_000, rate: 0.01 },
      { at: 1_100_000, rate: 0.02 },
    ],
    tiers: null,
    customers: null,
  } as const;

  const query = { ...ALL, only: null, sort: { by: 'sales', descending: true } } as const;
  const viewOf = (made: SmallWorkspace) => {
    const [id] = [...made.document.records.rebateProgramme.keys()];
    return rebateView(made.document, { query: { ...query, programme: id }, cache: createViewCache() });
  };
  const set = (made: SmallWorkspace, more: object = {}) =>
    made.run({ name: 'rebates/set', programme: { ...programme, steps: [...programme.steps], ...more } });

  test('are accrued at the step the forecast reaches, and who is just below the next one is named', () => {
    const made = workspace();
    set(made);
    const view = viewOf(made);
    expect(view.rows).toHaveLength(2);
    expect(view.rows[0]).toMatchObject({
      name: 'Acme',
      sales: 1_080_000,
      forecast: 1_080_000,
      step: 1,
      accrued: 10_800,
      toNext: 20_000,
      extra: 22_000 - 10_800,
      near: true,
    });
    expect(view.rows[1]).toMatchObject({ name: 'Bolt', step: 0, accrued: 0, near: false });
    expect(view.total).toMatchObject({ customers: 2, accrued: 10_800, near: 1 });
  });

  test('look forward to the end at the growth so far', () => {
    const made = workspace();
    // A year that is half over on the last day of the orders.
    set(made, { from: day('2025-07-01'), to: day('2026-06-30') });
    const [acme] = viewOf(made).rows;
    expect(acme).toMatchObject({ sales: 540_000, forecast: 1_080_000, step: 1, stepAtEnd: 1, atEnd: 10_800 });
  });

  test('on growth reach their step by the year before', () => {
    const made = workspace();
    set(made, { on: 'growth', steps: [{ at: 0, rate: 0.01 }] });
    expect(viewOf(made).rows[0]).toMatchObject({ reached: 0, step: 1, accrued: 10_800 });
  });

  test('a programme whose steps fall is refused', () => {
    const made = workspace();
    expect(() => set(made, { steps: [...programme.steps].reverse() })).toThrow('rebate/steps');
    expect(() => set(made, { to: day('2024-12-31') })).toThrow('rebate/dates');
  });
});

test('the pages name every file they read and the day it is complete to; what is kept by hand has none', () => {
  const made = workspace();
  listPrice(made);
  expect(priceRules(made.document)).toMatchObject({ asOf: day('2025-12-31'), prices: 1, sources: [] });
  const report = { kind: 'costs', name: 'costs', asOf: null, from: day('2025-01-01'), to: day('2025-03-01') } as const;
  const costs: TableBatch = {
    table: 'costs',
    rule: 'update',
    key: ['product', 'day'],
    dimensions: [],
    segments: [
      {
        kind: 'costs',
        count: 1,
        keys: [],
        numbers: { day: Float64Array.of(day('2025-03-01')), amount: Float64Array.of(4000) },
        codes: {},
        texts: {},
      },
    ],
    rows: Uint32Array.of(2),
    report: { ...report, rowsIn: 1, kept: 1, reported: 0, byReason: {}, amount: 4000, whole: false },
  };
  const done = runCommand(
    made.document,
    { name: 'sources/import', draft: 'costs' },
    {
      today: day('2026-01-05'),
      now: 'now',
      seq: 99,
      batchOf: () => null,
      packOf: () => ({ orders: null, tables: [costs], profiles: [] }),
    },
  );
  expect(done.ok).toBe(true);
  expect(priceRules(made.document).sources).toEqual([{ kind: 'costs', asOf: day('2025-03-01') }]);
});

describe('credit of a workspace', () => {
  const query = { ...ALL, state: null, sort: { by: 'balance', descending: true } } as const;

  test('proposes limits from orders alone, and knows nothing of what is open', () => {
    const view = creditView(workspace().document, { query, cache: createViewCache() });
    expect(view.asOf).toBeNull();
    // Nothing to sort by is known: whoever buys most comes first.
    expect(view.rows.map(({ name }) => name)).toEqual(['Acme', 'Bolt']);
    const acme = view.rows.find(({ name }) => name === 'Acme');
    // 90,000 a month × 1.13 × 30 days × factor 1 of an unrated customer.
    expect(acme).toMatchObject({ proposed: 101_700, balance: null, overdue: null, limit: null, state: 'none' });
  });

  test('shows the tiers in force, whatever the rule says since then', () => {
    const made = workspace();
    const tiers = () =>
      creditView(made.document, { query, cache: createViewCache() }).rows.map(({ name, tier }) => [name, tier]);
    made.run({ name: 'customers/applyTiers', on: day('2025-12-31'), why: '' });
    const inForce = tiers();
    const rule = { ...DEFAULT_TIER_RULE, cutA: 1, cutB: 1 };
    made.run({ name: 'customers/setTierRule', rule });
    expect(tiers()).toEqual(inForce);
    expect(new Set(inForce.map(([, tier]) => tier)).size).toBeGreaterThan(1);
  });

  test('tells who is over the limit and who is late', () => {
    const made = workspace();
    const [acme, bolt] = ['Acme', 'Bolt'].map((name) => codeOf(made, 'customer', name));
    made.run({
      name: 'members/setAttributes',
      dimension: 'customer',
      changes: [{ code: acme, attribute: 'creditLimit', value: 50_000 }],
    });
    put(made, 'receivables', [
      { invoice: '1', customer: acme, due: day('2025-12-01'), amount: 60_000 },
      { invoice: '2', customer: bolt, due: day('2025-12-21'), amount: 4000 },
      { invoice: '3', customer: bolt, due: day('2026-02-01'), amount: 1000 },
    ]);
    const view = creditView(made.document, { query, cache: createViewCache() });
    expect(view.states).toMatchObject({ over: 1, late: 1 });
    expect(
      view.rows.map(({ name, balance, overdue, oldest, state }) => [name, balance, overdue, oldest, state]),
    ).toEqual([
      ['Acme', 60_000, 60_000, 30, 'over'],
      ['Bolt', 5000, 4000, 10, 'late'],
    ]);
    expect(view.totals).toMatchObject({ balance: 65_000, overdue: 64_000, buckets: [1000, 64_000, 0, 0, 0] });
  });
});

describe('what is done together with dealers', () => {
  test('a promotion is told with its costs, its proof and what it brought', () => {
    const made = workspace();
    put(made, 'promotions', [
      {
        title: 'Autumn',
        customer: codeOf(made, 'customer', 'Acme'),
        day: day('2025-09-01'),
        until: day('2025-09-30'),
        cost: 3000,
        partnerCost: 1000,
      },
    ]);
    const view = jointView(made.document, createViewCache());
    expect(view).toMatchObject({ ours: 3000, theirs: 1000, withoutProof: 1 });
    expect(view.rows[0]).toMatchObject({ customerName: 'Acme', ourShare: 0.75, uplift: 0, by: 'lastYear', roi: null });
  });

  test('a dealer earns what it sold on less what it paid for it, rebates and support', () => {
    const made = workspace();
    const [acme, pump] = [codeOf(made, 'customer', 'Acme'), codeOf(made, 'product', 'Pump')];
    put(made, 'sellThrough', [
      { month: (2025 - 1970) * 12 + 11, customer: acme, product: pump, quantity: 5, amount: 60_000 },
    ]);
    put(made, 'channelStock', [{ month: (2025 - 1970) * 12 + 11, customer: acme, product: pump, amount: 40_000 }]);
    const view = dealerView(made.document, acme, createViewCache());
    if (!view.ok) throw new Error('refused');
    expect(view.value).toMatchObject({
      name: 'Acme',
      buys: 1_080_000,
      buysBefore: 1_080_000,
      sellsOn: 60_000,
      paidFor: 45_000,
      margin: 15_000,
      earns: 15_000,
      stockMonths: 2,
    });
    expect(view.value.products).toEqual([{ name: 'Pump', buys: 1_080_000, before: 1_080_000, quantity: 120 }]);
    expect(view.value.months).toHaveLength(12);
    expect(view.value.prospects).toEqual({ potential: null, potentialShare: null, opportunities: null });
  });

  test('the page of a dealer looks ahead: potential, open opportunities, rebates of these twelve months alone', () => {
    const made = workspace();
    const acme = codeOf(made, 'customer', 'Acme');
    const rebate = { id: '', on: 'volume', steps: [{ at: 0, rate: 0.01 }], tiers: null, customers: null } as const;
    for (const [title, from, to] of [
      ['old', '2024-01-01', '2024-12-31'],
      ['now', '2025-01-01', '2025-12-31'],
    ]) {
      made.run({
        name: 'rebates/set',
        programme: { ...rebate, steps: [...rebate.steps], title, from: day(from), to: day(to) },
      });
    }
    made.run({
      name: 'members/setAttributes',
      dimension: 'customer',
      changes: [{ code: acme, attribute: 'potential', value: 2_160_000 }],
    });
    put(made, 'opportunities', [
      { key: '1', customer: acme, stage: 'offer', amount: 70_000 },
      { key: '2', customer: acme, stage: 'offer', amount: 5_000, result: 'lost' },
      { key: '3', customer: codeOf(made, 'customer', 'Bolt'), stage: 'offer', amount: 9_000 },
    ]);
    const view = dealerView(made.document, acme, createViewCache());
    if (!view.ok) throw new Error('refused');
    expect(view.value.prospects).toEqual({
      potential: 2_160_000,
      potentialShare: 0.5,
      opportunities: { count: 1, amount: 70_000 },
    });
    expect(view.value.rebate).toBe(10_800);
    expect(view.value.programmes.map(({ title }) => title)).toEqual(['now']);
  });
});
