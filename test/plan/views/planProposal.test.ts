import { describe, expect, test } from 'vitest';
import type { OrderBatch } from '~/domain/order';
import { createSample } from '~/plan/sample/createSample';
import { planProposal } from '~/plan/views/planProposal';
import { SMALL_LINES } from '../support/smallPlan';
import {
  batchOf,
  createWorkspace,
  day,
  everyMonth,
  type OrderLine,
  type SmallWorkspace,
  settingsOf,
} from '../support/smallWorkspace';

const today = day('2026-07-16');

function workspaceOf(lines: readonly OrderLine[], from: string, to: string): SmallWorkspace {
  const workspace = createWorkspace('2026-07-16');
  workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage: { from, to } }));
  return workspace;
}

const reasons = (proposal: ReturnType<typeof planProposal>) =>
  Object.fromEntries(proposal.dimensions.map(({ id, recommended, reason }) => [id, [recommended, reason]]));

describe('the proposal', () => {
  const { document } = workspaceOf(SMALL_LINES, '2023-01-01', '2026-07-15');
  const proposal = planProposal(document, {}, { today });

  test('takes the dimensions that occur, and settlement method and sales mode always', () => {
    expect(reasons(proposal)).toEqual({
      region: [true, 'repeats'],
      seller: [true, 'repeats'],
      customer: [true, 'repeats'],
      salesMode: [true, 'noData'],
      settlementMethod: [true, 'noData'],
    });
    expect(proposal.settings.dimensions).toEqual(['region', 'seller', 'customer', 'salesMode', 'settlementMethod']);
    expect(proposal.settings.keyCustomers).toBeNull();
  });

  test('counts the lines that the base gives, and how full they are', () => {
    // Ann-Acme, Bob-Birch, Cid-Cedar out of 2 × 3 × 3.
    expect(proposal).toMatchObject({ lines: 3, leafValues: 36, singleSales: 0 });
    expect(proposal.density).toBeCloseTo(3 / 18, 12);
  });

  test('plans the first year that has hardly begun, from the latest twelve months when last year is not over', () => {
    expect(proposal.settings).toMatchObject({ fiscalYear: 2027, base: 'lastTwelveMonths', target: 30_000 });
    const [lastYear, lastTwelve, expected] = proposal.bases;
    expect(lastYear).toMatchObject({ kind: 'lastYear', total: 15_000, estimate: 30_000, unknownMonths: 6 });
    expect(lastTwelve).toMatchObject({ from: '2025-07', to: '2026-06', total: 30_000, unknownMonths: 0 });
    expect(expected).toMatchObject({ kind: 'actualPlusForecast', unknownMonths: 0, forecastMonths: 6 });
  });

  test('grows from last year where all of it is known', () => {
    expect(planProposal(document, { fiscalYear: 2026 }, { today }).settings).toMatchObject({
      base: 'lastYear',
      target: 30_000,
    });
  });

  test('keeps what the user has settled', () => {
    const own = planProposal(
      document,
      { dimensions: ['seller'], base: 'lastYear', target: 5, fiscalYear: 2026 },
      { today },
    );
    expect(own.settings).toMatchObject({ dimensions: ['seller'], base: 'lastYear', target: 5 });
    expect(own).toMatchObject({ lines: 3, density: 1 });
  });
});

describe('the grain', () => {
  test('leaves customers out where most of them bought once', () => {
    const lines = Array.from(
      { length: 30 },
      (_, i): OrderLine => ({ on: '2025-05-05', amount: 100, region: i % 2 ? 'N' : 'S', customer: `c${i}` }),
    );
    const { document } = workspaceOf([...lines, { ...lines[0], on: '2025-06-06' }], '2025-01-01', '2025-12-31');
    const proposal = planProposal(document, {}, { today });
    expect(reasons(proposal).customer).toEqual([false, 'buysOnce']);
    expect(proposal.settings.dimensions).not.toContain('customer');
  });

  test('leaves customers out above two thousand, and a dimension of one member', () => {
    const lines = Array.from(
      { length: 4002 },
      (_, i): OrderLine => ({ on: `2025-0${1 + (i % 2)}-05`, amount: 100, region: 'All', customer: `c${i >> 1}` }),
    );
    const { document } = workspaceOf(lines, '2025-01-01', '2025-12-31');
    expect(reasons(planProposal(document, {}, { today }))).toMatchObject({
      customer: [false, 'tooMany'],
      region: [false, 'single'],
    });
  });

  test('keeps twenty customers by name where there are more, the others as one per seller', () => {
    const lines = Array.from({ length: 30 }, (_, i) =>
      everyMonth('2025-1', '2025-12', { amount: 100 + i, seller: i % 2 ? 'Ann' : 'Bob', customer: `c${i}` }),
    ).flat();
    const { document } = workspaceOf(lines, '2025-01-01', '2025-12-31');
    const proposal = planProposal(document, {}, { today });
    expect(proposal.settings.keyCustomers).toBe(20);
    expect(proposal.lines).toBe(22);
  });
});

test('without orders there is only what people type', () => {
  const { document } = createWorkspace('2026-07-16');
  const proposal = planProposal(document, { members: { region: ['N', 'S'], product: ['P', 'Q', 'R'] } }, { today });
  expect(proposal).toMatchObject({ lines: 6, density: null, singleSales: null, profileYears: 0 });
  expect(proposal.settings).toMatchObject({ base: 'none', fiscalYear: 2027, target: 0 });
  expect(proposal.bases.every(({ total }) => total === null)).toBe(true);
});

test('months before the orders began are unknown: a year of ten months is estimated, not taken for twelve', () => {
  const line = { amount: 1000, region: 'N', seller: 'A' };
  const { document } = workspaceOf(everyMonth('2025-3', '2025-12', line), '2025-03-01', '2025-12-31');
  const { bases, settings } = planProposal(document, {}, { today });
  expect(bases[0]).toMatchObject({ kind: 'lastYear', total: 10_000, estimate: 12_000, unknownMonths: 2 });
  expect(settings).toMatchObject({ fiscalYear: 2026, target: 12_000 });
});

test('the sample plan has the lines that were proposed, from a base that is the sum of its orders', () => {
  const { batch, plan } = createSample({ language: 'zh-CN', seed: 2026, scale: 1 });
  const workspace = createWorkspace('2026-08-20');
  workspace.run({ name: 'orders/import', draft: 'd' }, batch);
  const proposal = planProposal(workspace.document, plan, { today: day('2026-08-20') });
  workspace.run({ name: 'plan/create', settings: { ...settingsOf({}), ...plan } });
  expect(workspace.document.open?.lines.count).toBe(proposal.lines);
  expect(proposal.bases[0].total).toBe(soldIn(batch, '2025-01-01', '2025-12-31'));
  expect(proposal.profileYears).toBe(2);
});

function soldIn({ segments }: OrderBatch, from: string, to: string): number {
  let sum = 0;
  for (const { count, day: days, amount } of segments) {
    for (let i = 0; i < count; i += 1) sum += days[i] >= day(from) && days[i] <= day(to) ? amount[i] : 0;
  }
  return sum;
}

test('with half a year of orders only, the rest of the year is foretold', () => {
  const line = { amount: 1000, region: 'N', seller: 'A' };
  const { document } = workspaceOf(everyMonth('2026-1', '2026-6', line), '2026-01-01', '2026-06-30');
  const { bases, settings } = planProposal(document, {}, { today });
  expect(settings).toMatchObject({ fiscalYear: 2027, base: 'actualPlusForecast' });
  expect(bases[2]).toMatchObject({ unknownMonths: 0, forecastMonths: 6 });
});
