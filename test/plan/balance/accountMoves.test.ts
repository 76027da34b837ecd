import { describe, expect, it } from 'vitest';
import { accountMoves } from '~/plan/balance/accountMoves';
import { soldBySeller } from '~/plan/capacity/soldBySeller';
import { codeOf } from '../support/shapePlan';
import { batchOf, createWorkspace, day } from '../support/smallWorkspace';

describe('customers that could change hands', () => {
  it('are never larger than what is missing, though their seller could spare them', () => {
    const lines = Array.from({ length: 12 }, (_, m) => `2025-${m + 1}-15`).flatMap((on) => [
      { on, amount: 40_000, seller: 'Ann', customer: 'Acme' },
      { on, amount: 9_000, seller: 'Ann', customer: 'Birch' },
      { on, amount: 10_000, seller: 'Bob', customer: 'Cedar' },
      { on, amount: 10_000, seller: 'Cid', customer: 'Dune' },
      { on, amount: 10_000, seller: 'Dee', customer: 'Elm' },
      { on, amount: 10_000, seller: 'Eve', customer: 'Fir' },
    ]);
    const workspace = createWorkspace('2026-01-16');
    const coverage = { from: '2025-01-01', to: '2025-12-31' };
    workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage }));
    const sold = soldBySeller(workspace.document, day('2026-01-16'));
    if (!sold) throw new Error('nothing was sold');
    const holders = ['Ann', 'Bob', 'Cid', 'Dee', 'Eve'].map((name, i) => ({
      seller: codeOf(workspace, 'seller', name),
      now: 1_000_000,
      expected: i === 0 ? 1_480_000 : 880_000,
    }));
    const { moves, expected } = accountMoves(workspace.document, holders, sold);
    // Ann has 480,000 too much and each of the others 120,000 too little: of hers only Birch is no larger than that.
    expect(moves.map(({ name, fromName, amount }) => [name, fromName, amount])).toEqual([['Birch', 'Ann', 108_000]]);
    expect([...expected.values()].reduce((sum, amount) => sum + amount, 0)).toBe(5_000_000);
  });
});
