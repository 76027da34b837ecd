import type { FactSegment } from '~/domain/fact';
import type { OrderBatch } from '~/domain/order';
import type { PackBatch, TableBatch } from '~/domain/pack';
import { MORE_ORDERS } from './moreOrders';

/** A pack by the number its draft ends with: the same number is the same pack, neighbours share keys and names. */
export function madePack(draft: string): PackBatch {
  const n = Number(draft.split(' ').at(-1)) || 0;
  return {
    orders:
      n % 3 === 0 ? { batch: ordersOf(n), rule: n % 5 === 4 ? 'replace' : n % 5 === 3 ? 'onlyNew' : 'update' } : null,
    tables: [...(n % 2 === 0 ? [customersOf(n)] : []), receivablesOf(n), visitsOf(n)],
    profiles: [{ id: `headers ${n % 4}`, kinds: ['receivables'], fields: {}, key: {} }],
  };
}

function ordersOf(n: number): OrderBatch {
  const segments = MORE_ORDERS.segments.map((segment) => ({
    ...segment,
    amount: segment.amount.map((amount, i) => (i % 2 === 0 ? amount + (n % 4) : amount)),
  }));
  return { ...MORE_ORDERS, segments, identity: 'line' };
}

const report = (kind: TableBatch['report']['kind'], kept: number): TableBatch['report'] => ({
  kind,
  name: kind,
  asOf: null,
  from: null,
  to: null,
  rowsIn: kept,
  kept,
  reported: 0,
  byReason: {},
  amount: null,
  whole: false,
});

const names = (n: number) => ['', 'Acme', `Customer ${n % 5}`, `Customer ${(n + 1) % 5}`];

const batch = (n: number, level: string) => ({
  dimension: 'customer',
  levels: level === '' ? [] : [level],
  members: names(n).map((name) => ({ name, level, parent: 0 })),
});

const customersOf = (n: number): TableBatch => ({
  table: 'customers',
  rule: 'update',
  key: ['key'],
  dimensions: [
    {
      ...batch(n, 'customer'),
      members: names(n).map((name, i) => ({
        name,
        level: 'customer',
        parent: 0,
        ...(i > 0 ? { aliases: [`C${i}${n % 5}`], attributes: { industry: `industry ${n % 3}` } } : {}),
      })),
    },
  ],
  segments: [],
  rows: new Uint32Array(),
  report: report('customers', 3),
});

function receivablesOf(n: number): TableBatch {
  const segment: FactSegment = {
    kind: 'receivables',
    count: 3,
    keys: [],
    numbers: { amount: Float64Array.of(100 + n, 200, 300), due: Float64Array.of(20_000, Number.NaN, 20_100 + (n % 3)) },
    codes: { customer: Uint32Array.of(1, 2, 3) },
    texts: { invoice: { at: Uint32Array.of(1, 2, 2), values: ['', `F${n % 4}`, 'F9'] } },
  };
  return {
    table: 'receivables',
    rule: n % 2 === 0 ? 'replace' : 'update',
    key: ['invoice', 'customer'],
    dimensions: [batch(n, '')],
    segments: [segment],
    rows: Uint32Array.of(2, 3, 4),
    report: { ...report('receivables', 3), amount: 600 + n, whole: n % 2 === 0 },
  };
}

function visitsOf(n: number): TableBatch {
  const segment: FactSegment = {
    kind: 'visits',
    count: 2,
    keys: [],
    numbers: { day: Float64Array.of(20_000 + (n % 7), 20_001) },
    codes: { customer: Uint32Array.of(1, 2) },
    texts: { result: { at: Uint32Array.of(0, 1), values: ['', `said ${n % 3}`] } },
  };
  return {
    table: 'visits',
    rule: 'update',
    key: [],
    dimensions: [batch(n, '')],
    segments: [segment],
    rows: Uint32Array.of(2, 3),
    report: { ...report('visits', 2), to: 20_001 + (n % 7) },
  };
}
