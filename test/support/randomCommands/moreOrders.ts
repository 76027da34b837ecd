import { batchOf, everyMonth } from '../../plan/support/smallWorkspace';

/** What a random import brings: months that overlap, a region and a seller that are new. */
export const MORE_ORDERS = batchOf(
  everyMonth('2026-5', '2026-7', { amount: 777, region: 'East', seller: 'Dee', customer: 'Acme' }),
  {
    coverage: { from: '2023-01-01', to: '2026-07-20' },
    name: 'more.csv',
  },
);
