import { describe, expect, test } from 'vitest';
import type { OrderBatch } from '~/domain/order';
import { membersOf } from '~/plan/document';
import { ladderView } from '~/plan/views/ladderView';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, everyMonth, type SmallWorkspace } from '../support/smallWorkspace';

/** Two customers, a piece for 100 a month in 2025; the list price is 125. */
function workspace(): SmallWorkspace {
  const made = createWorkspace('2026-01-05');
  const lines = ['Acme', 'Bolt'].flatMap((customer) =>
    everyMonth('2025-1', '2025-12', { amount: 100, product: 'Pump', customer }),
  );
  const batch: OrderBatch = batchOf(lines, { coverage: { from: '2025-01-01', to: '2025-12-31' } });
  for (const segment of batch.segments) segment.quantity = new Float64Array(segment.count).fill(1);
  made.run({ name: 'orders/import', draft: 'made up' }, batch);
  const pump = membersOf(made.document, 'product').byCode.find((one) => one?.name === 'Pump')?.code ?? 0;
  const prices = [{ key: null, values: { product: pump, day: day('2025-01-01'), amount: 125 } }];
  made.run({ name: 'facts/put', kind: 'listPrices', rows: prices });
  return made;
}

const codeOf = ({ document }: SmallWorkspace, name: string): number =>
  membersOf(document, 'customer').byCode.find((one) => one?.name === name)?.code ?? 0;

const book = (made: SmallWorkspace, name: string, on: string, amount: number): void => {
  const values = { customer: codeOf(made, name), day: day(on), title: on, amount, paid: 0 };
  made.run({ name: 'facts/put', kind: 'rebates', rows: [{ key: null, values }] });
};

const netOf = (made: SmallWorkspace): [name: string, net: number | null][] =>
  ladderView(made.document, {
    query: {
      search: '',
      first: 0,
      count: 9,
      from: null,
      to: null,
      by: 'customer',
      sort: { by: 'sales', descending: true },
    },
    cache: createViewCache(),
    revision: made.document.factsVersion,
  })
    .rows.map(({ name, net }): [string, number | null] => [name, net])
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe('rebates that were booked', () => {
  test('come off the price where no programme speaks for the customer, in the days that are shown', () => {
    const made = workspace();
    book(made, 'Acme', '2025-06-30', 120);
    book(made, 'Acme', '2024-12-31', 999);
    expect(netOf(made)).toEqual([
      ['Acme', 1080],
      ['Bolt', 1200],
    ]);
  });

  test('are not counted again where a programme pays the same customer', () => {
    const made = workspace();
    book(made, 'Acme', '2025-06-30', 120);
    book(made, 'Bolt', '2025-06-30', 60);
    made.run({
      name: 'rebates/set',
      programme: {
        id: '',
        title: 'Year',
        from: day('2025-01-01'),
        to: day('2025-12-31'),
        on: 'volume',
        steps: [{ at: 0, rate: 0.05 }],
        tiers: null,
        customers: [codeOf(made, 'Acme')],
      },
    });
    expect(netOf(made)).toEqual([
      ['Acme', 1140],
      ['Bolt', 1140],
    ]);
  });
});
