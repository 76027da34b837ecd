import { expect, test } from 'vitest';
import type { ValueQuery } from '~/domain/customerValue';
import type { NextQuery } from '~/domain/nextProduct';
import { must, testHost } from './support/host';

const VALUE: ValueQuery = {
  model: 'bgNbd',
  months: 12,
  discount: 0.1,
  list: 'all',
  tier: null,
  search: '',
  sort: { by: 'worth', descending: true },
  first: 0,
  count: 20,
};
const NEXT: NextQuery = {
  by: 'customer',
  level: null,
  months: 24,
  least: 10,
  seller: null,
  tier: null,
  item: null,
  search: '',
  list: 'calls',
  sort: { by: 'expected', descending: true },
  first: 0,
  count: 20,
};
const WORDS = {
  customer: 'Customer',
  tier: 'Tier',
  seller: 'Seller',
  lastOrder: 'Last',
  product: 'Product',
  expected: 'Expected',
  bought: 'Bought',
  confidence: 'Confidence',
  lift: 'Lift',
  cases: 'Cases',
};

test('customers are valued and called in the pool once, and answered from what is kept after that', async () => {
  const { host, events } = await testHost();
  must(await host.openSample({ language: 'en', seed: 7, scale: 1 }, 'open'));
  const jobs = () => events.flatMap((event) => (event.kind === 'job' ? [event.job.id] : []));
  const value = must(await host.value(VALUE, 'v1'));
  expect(value.customers).toBeGreaterThan(100);
  expect(value.rows).toHaveLength(20);
  expect(value.totals?.worth ?? 0).toBeGreaterThan(0);
  expect(Math.abs((value.check?.predicted ?? 0) / (value.check?.actual ?? 1) - 1)).toBeLessThan(0.15);
  must(await host.value({ ...VALUE, first: 20 }, 'v2'));
  expect(jobs()).toContain('v1');
  expect(jobs()).not.toContain('v2');

  const next = must(await host.nextProducts(NEXT, 'n1'));
  expect(next.rules).toBeGreaterThan(0);
  expect(next.calls.length).toBeGreaterThan(0);
  expect(next.calls.every(({ alive }) => alive !== null)).toBe(true);
  must(await host.nextProducts({ ...NEXT, first: 20 }, 'n2'));
  expect(jobs()).toContain('n1');
  expect(jobs()).not.toContain('n2');

  const csv = must(await host.callList(NEXT, WORDS, 'c1'));
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFFCustomer,Tier,Seller,Last,Product,Expected,Bought,Confidence,Lift,Cases');
  expect(lines).toHaveLength(next.matching + 1);
  expect(lines[1]).toContain(next.calls[0].name);
});

test('without a workspace both say so', async () => {
  const { host } = await testHost();
  for (const answer of [await host.value(VALUE, 'v'), await host.nextProducts(NEXT, 'n')]) {
    expect(answer.ok ? null : answer.issues[0].code).toBe('plan/notOpen');
  }
});
