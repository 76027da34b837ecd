import { expect, test } from 'vitest';
import { customerPurchases } from '~/engine/customers/index';
import { buildFactTable } from '~/engine/kpi/index';

/** Lines as [customer, day, amount]. */
const table = (lines: [number, number, number][]) =>
  buildFactTable(
    [
      {
        count: lines.length,
        day: Int32Array.from(lines, ([, day]) => day),
        codes: { customer: Uint32Array.from(lines, ([customer]) => customer) },
        amount: Float64Array.from(lines, ([, , amount]) => amount),
        quantity: null,
        order: Float64Array.from(lines, (_, i) => i + 1),
        row: Float64Array.from(lines, (_, i) => i + 1),
      },
    ],
    { dimensions: ['customer'] },
  );

test('a purchase is a day: two orders of one day are one, a return is none but lowers the money', () => {
  const bought = customerPurchases(
    table([
      [1, 100, 50],
      [1, 100, 70],
      [1, 114, 300],
      [1, 114, 100],
      [1, 120, -40],
      [1, 128, 240],
      [2, 110, 90],
      [3, 105, -10],
      [0, 100, 999],
    ]),
    { customers: 5, asOf: 135 },
  );
  expect(Array.from(bought.code)).toEqual([1, 2]);
  expect(Array.from(bought.frequency)).toEqual([2, 0]);
  expect(Array.from(bought.recency)).toEqual([4, 0]);
  expect(Array.from(bought.age)).toEqual([5, 25 / 7]);
  expect(Array.from(bought.monetary)).toEqual([(400 - 40 + 240) / 2, 0]);
  expect(Array.from(bought.lastDay)).toEqual([128, 110]);
});

test('what comes after the history counts apart, up to its own end', () => {
  const facts = table([
    [1, 100, 5],
    [1, 110, 5],
    [1, 121, 5],
    [1, 121, 5],
    [1, 122, -5],
    [1, 131, 5],
    [2, 125, 5],
  ]);
  const bought = customerPurchases(facts, { customers: 3, asOf: 120, until: 130 });
  expect(Array.from(bought.code)).toEqual([1]);
  expect(Array.from(bought.frequency)).toEqual([1]);
  expect(Array.from(bought.later)).toEqual([1]);
  expect(customerPurchases(table([]), { customers: 3, asOf: 120 }).code.length).toBe(0);
});
