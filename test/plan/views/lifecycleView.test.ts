import { describe, expect, it } from 'vitest';
import { isoDate } from '~/domain/period';
import { DEFAULT_LIFECYCLE_RULE, LIFECYCLE_STAGES } from '~/domain/segmentation';
import { lifecycleView, stageChanges } from '~/plan/views/lifecycleView';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine } from '../support/smallWorkspace';

/** Acme buys every month, Birch stopped a year and a half ago, Cedar is new in December, Dune was silent from May on. */
function fourFirms() {
  const lines: OrderLine[] = [];
  for (let month = 1; month <= 12; month += 1) {
    for (const year of [2024, 2025]) lines.push({ on: `${year}-${month}-10`, amount: 100, customer: 'Acme' });
    if (month <= 6) lines.push({ on: `2024-${month}-12`, amount: 40, customer: 'Birch' });
    lines.push({ on: `2024-${month}-14`, amount: 30, customer: 'Dune' });
    if (month <= 5) lines.push({ on: `2025-${month}-14`, amount: 60, customer: 'Dune' });
  }
  lines.push({ on: '2025-12-05', amount: 500, customer: 'Cedar' });
  const workspace = createWorkspace('2026-01-05');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, { coverage: { from: '2023-01-01', to: '2025-12-31' } }),
  );
  return workspace;
}

const ask = { rule: null, on: null, months: 3 };

describe('stages of life on screen', () => {
  const { document } = fourFirms();
  const cache = createViewCache();
  const view = lifecycleView(document, cache, ask);

  it('count every customer once with its sales of twelve months', () => {
    const told = Object.fromEntries(view.stages.map(({ stage, customers, sales }) => [stage, [customers, sales]]));
    expect(told).toEqual({
      prospect: [0, 0],
      new: [1, 500],
      growing: [0, 0],
      mature: [1, 1200],
      declining: [0, 0],
      dormant: [1, 300],
      lost: [1, 0],
    });
    expect(view.customers).toBe(4);
    expect(view.comparable).toBe(true);
  });

  it('stand at the ends of the months before and on the day itself', () => {
    expect(view.series.map(({ on }) => isoDate(on))).toEqual(['2025-09-30', '2025-10-31', '2025-11-30', '2025-12-31']);
    expect(view.series.map(({ customers }) => customers.reduce((sum, n) => sum + n, 0))).toEqual([4, 4, 4, 4]);
  });

  it('say who moved since the month end before', () => {
    const stage = (name: (typeof LIFECYCLE_STAGES)[number]) => LIFECYCLE_STAGES.indexOf(name);
    expect(view.moves?.[stage('prospect')][stage('new')]).toBe(1);
    expect(view.moves?.flat().reduce((sum, n) => sum + n, 0)).toBe(4);
    const changed = stageChanges(document, cache, { ...ask, from: null, to: null, first: 0, count: 10 });
    expect(changed.rows.map(({ name, from, to, sales }) => [name, from, to, sales])).toEqual([
      ['Cedar', 'prospect', 'new', 500],
    ]);
    expect(stageChanges(document, cache, { ...ask, from: 'new', to: null, first: 0, count: 10 }).total).toBe(0);
  });

  it('look at any day as if it were the last, within what is covered', () => {
    const june = lifecycleView(document, createViewCache(), { ...ask, on: day('2025-06-30') });
    const stages = Object.fromEntries(june.stages.map(({ stage, customers }) => [stage, customers]));
    // Cedar had not ordered; Acme and Dune had begun a year and a half before; Birch was silent for a year.
    expect(stages).toMatchObject({ prospect: 1, growing: 2, mature: 0, lost: 1 });
    expect(isoDate(lifecycleView(document, cache, { ...ask, on: day('2030-01-01') }).asOf ?? 0)).toBe('2025-12-31');
  });

  it('follow a rule that is tried out, and say that it is one', () => {
    const rule = { ...DEFAULT_LIFECYCLE_RULE, dormantDays: 300, lostDays: 900 };
    const tried = lifecycleView(document, cache, { ...ask, rule });
    expect([view.draft, tried.draft]).toEqual([false, true]);
    expect(tried.stages.find(({ stage }) => stage === 'lost')?.customers).toBe(0);
    expect(lifecycleView(document, cache, { ...ask, rule: { ...DEFAULT_LIFECYCLE_RULE } }).draft).toBe(false);
  });

  it('are empty without orders', () => {
    const empty = createWorkspace('2026-01-05');
    expect(lifecycleView(empty.document, createViewCache(), ask)).toMatchObject({
      asOf: null,
      customers: 0,
      series: [],
    });
    expect(
      stageChanges(empty.document, createViewCache(), { ...ask, from: null, to: null, first: 0, count: 5 }).total,
    ).toBe(0);
  });
});
