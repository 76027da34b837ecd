import { describe, expect, test } from 'vitest';
import type { ValueQuery, ValueRule } from '~/domain/customerValue';
import { valueCustomers } from '~/engine/customers/index';
import { createRandom } from '~/engine/numeric/index';
import { type CustomerFit, customerValues, keepFit, knownFit } from '~/plan/customers/customerValue';
import { valueInput } from '~/plan/customers/valueInput';
import type { PlanDocument } from '~/plan/document';
import { valueView } from '~/plan/views/valueView';
import { createViewCache, type ViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine } from '../support/smallWorkspace';

const RULE: ValueRule = { model: 'bgNbd', months: 12, discount: 0.1 };
const query = (more: Partial<ValueQuery> = {}): ValueQuery => ({
  ...RULE,
  list: 'all',
  tier: null,
  search: '',
  sort: { by: 'worth', descending: true },
  first: 0,
  count: 100,
  ...more,
});

const isoAt = (on: number): string => new Date(on * 86_400_000).toISOString().slice(0, 10);

/** Sixty customers over two years: most buy about every two to six weeks; every fifth fell silent half-way. */
function sixtyCustomers() {
  const random = createRandom(5);
  const lines: OrderLine[] = [];
  const [from, to] = [day('2024-01-01'), day('2025-12-31')];
  for (let k = 1; k <= 60; k += 1) {
    const gap = 10 + (k % 7) * 6;
    const end = k % 5 === 0 ? from + 300 : to;
    for (let on = from + (k % 30); on <= end; on += 1 + Math.floor(gap * 2 * random())) {
      lines.push({ on: isoAt(on), amount: 1000 * k + Math.floor(500 * random()), customer: `Firm ${k}` });
    }
  }
  lines.push({ on: '2025-06-30', amount: 777, customer: 'Once' });
  const workspace = createWorkspace('2026-01-01');
  const orders = batchOf(lines, { coverage: { from: '2024-01-01', to: '2025-12-31' } });
  workspace.run({ name: 'orders/import', draft: 'd' }, orders);
  return { workspace, lines };
}

function fitted(document: PlanDocument, cache: ViewCache, rule: ValueRule = RULE): CustomerFit {
  const source = valueInput(document, cache, rule);
  if (!source) throw new Error('no orders');
  const fit = { rule, source, valued: valueCustomers(source.input) };
  keepFit(document, fit, document.factsVersion);
  return fit;
}

describe('the value of customers', () => {
  const { workspace, lines } = sixtyCustomers();
  const { document } = workspace;
  const cache = createViewCache();
  const fit = fitted(document, cache);
  const view = valueView(document, { query: query(), cache, fit, reading: null });

  test('counts everybody who bought, and purchases as days', () => {
    expect(view.customers).toBe(61);
    expect(view.repeaters).toBe(60);
    for (const row of view.rows) {
      const days = new Set(lines.filter(({ customer }) => customer === row.name).map(({ on }) => on));
      expect(row.days).toBe(days.size);
      expect(row.lastDay).toBe(Math.max(...[...days].map(day)));
    }
  });

  test('totals are the sums of the rows, by tier as well', () => {
    const sum = (of: (row: (typeof view.rows)[number]) => number | null) =>
      view.rows.reduce((all, row) => all + (of(row) ?? 0), 0);
    expect(view.totals?.worth).toBeCloseTo(
      sum(({ worth }) => worth),
      4,
    );
    expect(view.totals?.alive).toBeCloseTo(
      sum(({ alive }) => alive),
      6,
    );
    const tiers = view.tiers.reduce((all, { worth, customers }) => ({ w: all.w + worth, n: all.n + customers }), {
      w: 0,
      n: 0,
    });
    expect(tiers.w).toBeCloseTo(view.totals?.worth ?? 0, 4);
    expect(tiers.n).toBe(61);
  });

  test('those who fell silent are at risk, those who buy as ever are not', () => {
    const risk = valueView(document, { query: query({ list: 'risk' }), cache, fit, reading: null });
    expect(risk.matching).toBe(view.totals?.riskCustomers);
    expect(risk.matching).toBeGreaterThan(0);
    for (const row of risk.rows) {
      expect(row.silence ?? 0).toBeGreaterThanOrEqual(2);
      expect(row.atRisk).toBeCloseTo((row.worth ?? 0) * (1 - (row.alive ?? 0)), 6);
    }
    const silent = view.rows.filter(({ name }) => name === 'Firm 50')[0];
    const steady = view.rows.filter(({ name }) => name === 'Firm 49')[0];
    expect(silent.alive ?? 1).toBeLessThan(0.2);
    expect(steady.alive ?? 0).toBeGreaterThan(0.8);
  });

  test('a window, an order, a tier and words narrow the list and nothing else', () => {
    const page = valueView(document, { query: query({ first: 10, count: 5 }), cache, fit, reading: null });
    expect(page.rows).toEqual(view.rows.slice(10, 15));
    expect(page.totals).toEqual(view.totals);
    const found = valueView(document, { query: query({ search: 'once' }), cache, fit, reading: null });
    expect(found.rows.map(({ name }) => name)).toEqual(['Once']);
    const third = view.rows[2];
    const one = valueView(document, { query: query({ customer: third.code, count: 1 }), cache, fit, reading: null });
    expect(one.rows).toEqual([third]);
    // Nobody knows the silence of a single purchase: it stands last, whichever way it is sorted.
    for (const descending of [true, false]) {
      const sorted = valueView(document, {
        query: query({ sort: { by: 'silence', descending } }),
        cache,
        fit,
        reading: null,
      });
      expect(sorted.rows.at(-1)?.name).toBe('Once');
    }
    const a = valueView(document, { query: query({ tier: 'A' }), cache, fit, reading: null });
    expect(a.rows.every(({ tier }) => tier === 'A')).toBe(true);
    expect(a.matching).toBe(view.tiers.find(({ tier }) => tier === 'A')?.customers);
  });

  test('the fit is shown against what is, and against days it had not seen', () => {
    expect(view.counts.reduce((sum, { actual }) => sum + actual, 0)).toBe(61);
    expect(view.counts.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(61, 6);
    expect(view.counts.at(-1)?.to).toBeNull();
    const { check } = view;
    if (!check) throw new Error('no check');
    expect(check.to).toBe(day('2025-12-31'));
    const days = lines.filter(({ on }) => day(on) >= check.from);
    const counted = new Set(days.map(({ customer, on }) => `${customer} ${on}`));
    // "Once" began after the split, so its purchase is nobody's prediction.
    expect(check.actual).toBe([...counted].filter((key) => !key.startsWith('Once')).length);
  });

  test('a longer horizon is worth more, a higher discount less', () => {
    const worthOf = (rule: ValueRule) =>
      valueView(document, { query: query(rule), cache, fit: fitted(document, cache, rule), reading: null }).totals
        ?.worth ?? 0;
    const base = worthOf(RULE);
    expect(worthOf({ ...RULE, months: 24 })).toBeGreaterThan(base);
    expect(worthOf({ ...RULE, discount: 0.5 })).toBeLessThan(base);
    expect(worthOf({ ...RULE, model: 'paretoNbd' })).toBeGreaterThan(0);
  });

  test('columns by customer code follow the fit that was asked for last, until orders change', () => {
    expect(knownFit(document, RULE)).not.toBeNull();
    const columns = customerValues(document);
    expect(columns?.rule).toEqual(RULE);
    for (const row of view.rows) expect(columns?.alive[row.code]).toBe(row.alive);
    expect(columns?.alive[0]).toBeNaN();
    expect(customerValues(document)).toBe(columns);
    const later = batchOf([{ on: '2026-01-02', amount: 5, customer: 'Firm 1' }], {
      coverage: { from: '2026-01-01', to: '2026-01-02' },
    });
    const version = document.factsVersion;
    workspace.run({ name: 'orders/import', draft: 'e' }, later);
    expect(customerValues(document)).toBeNull();
    // What was fitted to the orders of before comes too late.
    keepFit(document, fit, version);
    expect(customerValues(document)).toBeNull();
  });
});

test('without orders, and where nobody bought twice, the view says so and stays empty', () => {
  const empty = createWorkspace('2026-01-01').document;
  const none = valueView(empty, { query: query(), cache: createViewCache(), fit: null, reading: null });
  expect(none.asOf).toBeNull();
  expect(none.totals).toBeNull();
  const once = createWorkspace('2026-01-01');
  const lines = ['A', 'B', 'C'].map((customer, k) => ({ on: `2025-0${k + 1}-05`, amount: 100, customer }));
  once.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, { coverage: { from: '2025-01-01', to: '2025-12-31' } }),
  );
  const cache = createViewCache();
  const refused = valueView(once.document, { query: query(), cache, fit: fitted(once.document, cache), reading: null });
  expect(refused.refusal).toBe('noRepeaters');
  expect(refused.rows).toEqual([]);
  expect(customerValues(once.document)).toBeNull();
});
