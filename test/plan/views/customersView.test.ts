import { describe, expect, test } from 'vitest';
import type { CustomersQuery } from '~/domain/view';
import { createSample } from '~/plan/sample/createSample';
import { customersView } from '~/plan/views/customersView';
import type { Reading } from '~/plan/views/nameIndex';
import { DEFAULT_TIER_RULE } from '~/plan/views/tierRule';
import { createViewCache } from '~/plan/views/viewCache';
import { createSmallPlan } from '../support/smallPlan';
import { batchOf, createWorkspace, day, type OrderLine } from '../support/smallWorkspace';

const query = (more: Partial<CustomersQuery> = {}): CustomersQuery => ({
  rule: null,
  search: '',
  tier: null,
  rfm: null,
  sort: { by: 'monetary', descending: true },
  first: 0,
  count: 100,
  ...more,
});

/** Ten customers; customer k buys k times in the year, for 100 × k each time, the last time k days before the end. */
function tenCustomers() {
  const lines: OrderLine[] = [];
  for (let k = 1; k <= 10; k += 1) {
    for (let i = 0; i < k; i += 1) {
      lines.push({ on: `2025-${i + 1}-${30 - k}`, amount: 100 * k, customer: `Firm ${String(k).padStart(2, '0')}` });
    }
    lines.push({ on: '2024-03-05', amount: 10, customer: `Firm ${String(k).padStart(2, '0')}` });
  }
  const workspace = createWorkspace('2026-01-01');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, { coverage: { from: '2024-01-01', to: '2025-12-31' } }),
  );
  return workspace;
}

describe('the customer screen', () => {
  const { document } = tenCustomers();
  const cache = createViewCache();
  const view = customersView(document, { query: query(), cache });

  test('looks at the twelve months to the last complete day', () => {
    expect(view.asOf).toBe(day('2025-12-31'));
    expect(view.from).toBe(day('2025-01-01'));
    // 2024 is history, not spend: 100 k × k.
    expect(view.rows.map(({ monetary }) => monetary)).toEqual([
      10_000, 8100, 6400, 4900, 3600, 2500, 1600, 900, 400, 100,
    ]);
    expect(view.rows.map(({ frequency }) => frequency)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  test('puts the best fifth in A, the next three tenths in B, and counts each once', () => {
    expect(view.tiers.map(({ customers }) => customers)).toEqual([2, 3, 5]);
    expect(view.tiers[0].revenue).toBe(18_100);
    expect(view.tiers.reduce((sum, tier) => sum + tier.revenue, 0)).toBe(38_500);
    expect(view).toMatchObject({ customers: 10, unscored: 0, matching: 10, draft: false, missingParts: ['influence'] });
    expect(view.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    expect(view.rows.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
  });

  test('lays every scored customer into one cell of the matrix', () => {
    expect(view.rfm?.size).toBe(3);
    expect(view.rfm?.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(view.rfm?.revenue.flat().reduce((sum, amount) => sum + amount, 0)).toBe(38_500);
    const [best] = view.rows;
    const cell = { r: Number(best.rfm?.[0]), f: Number(best.rfm?.[1]) };
    const inCell = customersView(document, { query: query({ rfm: cell }), cache });
    expect(inCell.matching).toBe(view.rfm?.counts[cell.r - 1][cell.f - 1]);
    expect(inCell.rows.every(({ rfm }) => rfm?.startsWith(`${cell.r}${cell.f}`))).toBe(true);
  });

  test('names groups that add up to the matrix, and says how concentrated sales are', () => {
    expect(view.groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(10);
    expect(view.groups.reduce((sum, { sales }) => sum + sales, 0)).toBe(38_500);
    const best = view.groups.find(({ id }) => id === 'champions');
    const listed = customersView(document, { query: query({ group: 'champions' }), cache });
    expect(listed.matching).toBe(best?.customers);
    // 10,000 + 8,100 + 6,400 are 64 %, the next passes 70 %; 3,600 and 2,500 more pass 90 %.
    expect(view.abc).toEqual({ customers: [4, 2, 4], sales: [29_400, 6_100, 3_000] });
    expect(view.pareto.at(-1)).toEqual({ members: 10, share: 1 });
  });

  test('tells moves from the tiers that were put into force, and lists those who moved', () => {
    const applied = tenCustomers();
    applied.run({ name: 'customers/applyTiers', on: day('2026-01-01'), why: 'year' });
    const rule = { ...DEFAULT_TIER_RULE, cutA: 0.4 };
    const moved = customersView(applied.document, { query: query({ rule, moved: 'up' }), cache: createViewCache() });
    expect(moved.inForce).toEqual({ on: day('2026-01-01'), reason: 'year' });
    expect(moved.moves).toEqual([{ from: 'B', to: 'A', customers: 2 }]);
    expect(moved.rows.map(({ before, tier }) => [before, tier])).toEqual([
      ['B', 'A'],
      ['B', 'A'],
    ]);
    const still = customersView(applied.document, { query: query({ moved: 'down' }), cache: createViewCache() });
    expect([still.moves, still.matching]).toEqual([[], 0]);
  });

  test('cuts by score and by sales, and lets crossed cuts stand as one', () => {
    const cutBy = (rule: object) =>
      customersView(document, { query: query({ rule: { ...DEFAULT_TIER_RULE, ...rule } }), cache }).tiers.map(
        ({ customers }) => customers,
      );
    expect(cutBy({ by: 'value', cutA: 6400, cutB: 900 })).toEqual([3, 5, 2]);
    expect(cutBy({ by: 'score', cutA: 101, cutB: 0 })).toEqual([0, 10, 0]);
    expect(cutBy({ by: 'value', cutA: 900, cutB: 6400 })).toEqual([8, 0, 2]);
  });

  test('finds names whatever case and width, and Chinese ones by how they are read', () => {
    const workspace = createWorkspace('2026-01-01');
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(
        ['Firm 07', '七公司'].map((customer) => ({ on: '2025-03-05', amount: 10, customer })),
        { coverage: { from: '2024-01-01', to: '2025-12-31' } },
      ),
    );
    const reading = () => ({ full: 'qigongsi', initials: 'qgs' });
    const names = (search: string, read: Reading | null = reading) =>
      customersView(workspace.document, {
        query: query({ search }),
        cache: createViewCache(),
        reading: read,
      }).rows.map(({ name }) => name);
    expect(names('ＦＩＲＭ 07')).toEqual(['Firm 07']);
    expect(names('07 firm')).toEqual(['Firm 07']);
    expect(names('qgs', null)).toEqual([]);
    expect(names('qgs')).toEqual(['七公司']);
    expect(names('QiGong')).toEqual(['七公司']);
  });

  test('windows the sorted rows and says how many there are', () => {
    const page = customersView(document, {
      query: query({ sort: { by: 'name', descending: false }, first: 3, count: 2 }),
      cache,
    });
    expect(page.rows.map(({ name }) => name)).toEqual(['Firm 04', 'Firm 05']);
    expect(page.matching).toBe(10);
    const tierB = customersView(document, { query: query({ tier: 'B' }), cache });
    expect(tierB.rows.map(({ tier }) => tier)).toEqual(['B', 'B', 'B']);
  });

  test('shows what a draft rule would move, and saves nothing', () => {
    const rule = { ...DEFAULT_TIER_RULE, cutA: 0.1, cutB: 0.6 };
    const draft = customersView(document, { query: query({ rule }), cache });
    expect(draft.draft).toBe(true);
    expect(draft.moves).toEqual([
      { from: 'A', to: 'B', customers: 1 },
      { from: 'C', to: 'B', customers: 1 },
    ]);
    expect(customersView(document, { query: query(), cache }).tiers[0].customers).toBe(2);
  });
});

test('a pin stands above the rule and says what the rule would do', () => {
  const workspace = tenCustomers();
  const code =
    workspace.document.members.get('customer')?.byCode.findIndex((member) => member?.name === 'Firm 01') ?? 0;
  workspace.run({ name: 'customers/pinTier', customer: code, tier: 'A', reason: 'owner' });
  const view = customersView(workspace.document, { query: query({ tier: 'A' }), cache: createViewCache() });
  expect(view.rows.find(({ name }) => name === 'Firm 01')).toMatchObject({ tier: 'A', pinned: true, ruleTier: 'C' });
});

test('influence counts where it is known', () => {
  const { document } = createSmallPlan();
  const view = customersView(document, { query: query(), cache: createViewCache() });
  expect(view.missingParts).toEqual([]);
  // Acme and Cedar sell alike; only Acme's influence is known, and its weight counts for Acme alone.
  const score = (name: string) => view.rows.find((row) => row.name === name)?.score ?? 0;
  expect(score('Acme')).toBeCloseTo((score('Cedar') * 80 + 50 * 20) / 100, 9);
});

test('who has no cell of the matrix is counted by why', () => {
  const workspace = createWorkspace('2026-01-01');
  const lines: OrderLine[] = [
    { on: '2024-02-01', amount: 100, customer: 'Steady' },
    { on: '2025-11-01', amount: 100, customer: 'Steady' },
    { on: '2025-10-01', amount: 100, customer: 'Newcomer' },
    { on: '2024-03-01', amount: 100, customer: 'Gone' },
    { on: '2025-11-02', amount: -50, customer: 'Returns only' },
    { on: '2025-11-03', amount: 0, customer: 'Free goods' },
  ];
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, { coverage: { from: '2024-01-01', to: '2025-12-31' } }),
  );
  const view = customersView(workspace.document, { query: query(), cache: createViewCache() });
  expect(view.outside).toEqual({ new: 1, lapsed: 1, none: 2 });
  // New and lapsed customers have sales to score by: only those without any have no tier.
  expect(view.unscored).toBe(2);
});

test('the pooled member of a plan is no customer, and without orders there is nobody', () => {
  const small = createSmallPlan();
  expect(customersView(small.document, { query: query(), cache: createViewCache() }).customers).toBe(3);
  const empty = customersView(createWorkspace('2026-01-01').document, { query: query(), cache: createViewCache() });
  expect(empty).toMatchObject({ asOf: null, customers: 0, rfm: null, rows: [] });
});

test('the sample and its English twin have the same tiers and scores', () => {
  const [chinese, english] = (['zh-CN', 'en'] as const).map((language) => {
    const { batch } = createSample({ language, seed: 2026, scale: 1 });
    const workspace = createWorkspace('2026-08-20');
    workspace.run({ name: 'orders/import', draft: 'd' }, batch);
    return customersView(workspace.document, { query: query({ count: 1000 }), cache: createViewCache() });
  });
  expect(english.tiers).toEqual(chinese.tiers);
  expect(english.rfm).toEqual(chinese.rfm);
  expect(english.rows.map(({ code, score, tier }) => [code, score, tier])).toEqual(
    chinese.rows.map(({ code, score, tier }) => [code, score, tier]),
  );
  expect(chinese.customers).toBeGreaterThan(200);
});
