import { describe, expect, test } from 'vitest';
import type { At } from '~/domain/cell';
import { monthPeriodAt } from '~/domain/period';
import { salesTable } from '~/plan/outlooks/salesTable';
import { nodeSales, spanSales } from '~/plan/views/nodeSales';
import { planOf, randomOrders } from '../support/shapePlan';
import { batchOf, createWorkspace, settingsOf } from '../support/smallWorkspace';

/** Products in a tree, customers planned by two key ones and a pool; orders that lack some dimensions. */
function pooledShop() {
  const workspace = createWorkspace('2026-01-16');
  const lines = randomOrders(5, 400).map((line, i) => {
    if (i % 11 === 0) return { ...line, customer: undefined };
    return i % 13 === 0 ? { ...line, product: undefined } : line;
  });
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, {
      coverage: { from: '2024-01-01', to: '2025-12-20' },
      trees: [
        {
          dimension: 'product',
          levels: ['category', 'item'],
          parents: { Pen: 'Write', Ink: 'Write', Pad: 'Write', Cup: 'Drink', Mug: 'Drink' },
        },
      ],
    }),
  );
  workspace.run({
    name: 'plan/create',
    settings: settingsOf({
      dimensions: ['region', 'seller', 'product', 'customer'],
      keyCustomers: 2,
      target: 900_000,
    }),
  });
  return workspace;
}

/** Every address of these dimensions, all members and *unassigned* among them. */
function everyAddress(document: ReturnType<typeof pooledShop>['document'], dimensions: readonly string[]): At[] {
  return dimensions.reduce<At[]>(
    (all, dimension) => {
      const { next } = document.members.get(dimension) ?? { next: 1 };
      const named = all.flatMap((at) => Array.from({ length: next }, (_, code) => ({ ...at, [dimension]: code })));
      return all.concat(named);
    },
    [{}],
  );
}

const FIRST = (2024 - 1970) * 12;
const MONTHS = Array.from({ length: 24 }, (_, m) => monthPeriodAt(FIRST + m));

describe('the sales of many nodes read at once', () => {
  const workspace = pooledShop();
  const { document } = workspace;
  const plan = planOf(workspace);
  const ats = [...everyAddress(document, ['region', 'product']), ...everyAddress(document, ['seller', 'customer'])];
  const table = salesTable(document, plan, { ats, spans: MONTHS });

  test('are those of every node by itself, pools, trees and unassigned members included', () => {
    expect(ats.length).toBeGreaterThan(80);
    for (const at of ats) {
      const query = { at, firstMonth: FIRST, months: 24 };
      expect(nodeSales(document, plan, { ...query, table }), JSON.stringify(at)).toEqual(
        nodeSales(document, plan, query),
      );
    }
  });

  test('add up over the members of a dimension', () => {
    const total = nodeSales(document, plan, { at: {}, firstMonth: FIRST, months: 24, table });
    const { next } = document.members.get('seller') ?? { next: 0 };
    const parts = Array.from({ length: next }, (_, seller) =>
      nodeSales(document, plan, { at: { seller }, firstMonth: FIRST, months: 24, table }),
    );
    total.whole.forEach((amount, m) => {
      if (amount !== null) expect(parts.reduce((sum, { whole }) => sum + (whole[m] ?? 0), 0)).toBe(amount);
    });
  });

  test('are read from the orders where the table does not cut, or does not know the node', () => {
    const spans = [{ from: MONTHS[3].from + 4, to: MONTHS[5].to - 2 }];
    const some: At[] = [{}, { region: 1 }, { region: 1, seller: 2, product: 3 }];
    for (const at of some) {
      expect(spanSales(document, plan, { at, spans, table })).toEqual(spanSales(document, plan, { at, spans }));
    }
  });

  test('of nothing asked is an empty table', () => {
    expect(salesTable(document, plan, { ats: [], spans: [] }).sums).toHaveLength(0);
    expect(salesTable(document, null, { ats: [{}], spans: MONTHS }).sums.some((amount) => amount > 0)).toBe(true);
  });
});
