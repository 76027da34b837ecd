import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine, type SmallWorkspace } from './smallWorkspace';

/** Known from 2024-01-01 to 2025-12-31; amounts are minor units. */
export const SHOP_LINES: OrderLine[] = [
  // Acme in 2025: 300 on two days in three orders of two categories, 30 came back; 200 in 2024.
  { on: '2024-05-01', amount: 200, customer: 'Acme', product: 'Tea', seller: 'Ann', region: 'Kent', order: 1 },
  { on: '2025-02-01', amount: 100, customer: 'Acme', product: 'Tea', seller: 'Ann', region: 'Kent', order: 2 },
  { on: '2025-02-01', amount: 50, customer: 'Acme', product: 'Coffee', seller: 'Ann', region: 'Kent', order: 3 },
  { on: '2025-12-01', amount: 150, customer: 'Acme', product: 'Bread', seller: 'Bob', region: 'Kent', order: 4 },
  { on: '2025-12-20', amount: -30, customer: 'Acme', product: 'Bread', seller: 'Bob', region: 'Kent', order: 5 },
  // Nothing before 2025.
  { on: '2025-06-30', amount: 80, customer: 'Birch', product: 'Cake', seller: 'Ann', region: 'Essex', order: 6 },
  // Nothing since 2024.
  { on: '2024-01-31', amount: 500, customer: 'Cedar', product: 'Tea', seller: 'Cid', region: 'Fife', order: 7 },
];

/** Three customers of two products' categories; Birch's record names Cid, its orders name Ann. */
export function smallShop(lines = SHOP_LINES, coverage = { from: '2024-01-01', to: '2025-12-31' }): SmallWorkspace {
  const workspace = createWorkspace('2026-01-05');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, {
      coverage,
      trees: [
        {
          dimension: 'product',
          levels: ['category', 'product'],
          parents: { Tea: 'Drinks', Coffee: 'Drinks', Bread: 'Food', Cake: 'Food' },
        },
        { dimension: 'region', levels: ['land', 'region'], parents: { Kent: 'South', Essex: 'South', Fife: 'North' } },
        {
          dimension: 'customer',
          levels: ['customer'],
          parents: {},
          attributes: { Acme: { industry: 'Retail', size: 3 }, Birch: { industry: 'Trade', seller: 'cid' } },
        },
      ],
    }),
  );
  return workspace;
}

export const codeOf = ({ document }: SmallWorkspace, name: string, dimension = 'customer'): number =>
  document.members.get(dimension)?.byCode.findIndex((member) => member?.name === name) ?? -1;

export const sceneOf = ({ document }: SmallWorkspace, today = day('2026-01-05')) => ({
  document,
  cache: createViewCache(),
  today,
});
