import { describe, expect, it } from 'vitest';
import { memberName } from '~/plan/document';
import { ownersNow } from '~/plan/ownersNow';
import { batchOf, createWorkspace } from './support/smallWorkspace';

describe('whose a customer is today', () => {
  it('is who wrote its newest order; of two on a day the later line counts; no order is unassigned', () => {
    const workspace = createWorkspace('2026-01-01');
    const batch = batchOf(
      [
        { on: '2025-03-01', amount: 1, customer: 'Acme', seller: 'Ann', region: 'North' },
        { on: '2025-01-01', amount: 1, customer: 'Acme', seller: 'Bob', region: 'South' },
        { on: '2025-02-01', amount: 1, customer: 'Birch', seller: 'Ann', region: 'North' },
        { on: '2025-02-01', amount: 1, customer: 'Birch', seller: 'Bob', region: 'South' },
      ],
      { coverage: { from: '2025-01-01', to: '2025-12-31' } },
    );
    workspace.run({ name: 'orders/import', draft: 'd' }, batch);
    const { document } = workspace;
    const owners = ownersNow(document);
    const named = (dimension: string) =>
      Array.from(owners.get(dimension) ?? [], (code) => memberName(document, dimension, code));
    expect(named('seller')).toEqual(['', 'Ann', 'Bob']);
    expect(named('region')).toEqual(['', 'North', 'South']);
    expect([...(ownersNow(document, ['salesMode']).get('salesMode') ?? [])]).toEqual([0, 0, 0]);
  });
});
