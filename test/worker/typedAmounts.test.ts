import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { typedAmounts } from '~/worker/typedAmounts';

const cell = { column: WORKING_TARGET, at: { region: 3 }, periods: ['2026-01', '2026-02'] };

describe('what a person typed', () => {
  it('is the amount of a cell, of a spread, of each period of a series and of each cell of a block that has one', () => {
    expect(typedAmounts({ name: 'targets/setCell', args: { cell, amount: 5 } })).toEqual([{ cell, amount: 5 }]);
    const spread = { cell, amount: null, basis: { kind: 'equal' }, unit: 1 };
    expect(typedAmounts({ name: 'targets/spread', args: spread })).toEqual([]);
    expect(typedAmounts({ name: 'targets/spread', args: { ...spread, amount: 7 } })).toEqual([{ cell, amount: 7 }]);
    const series = { kind: 'growth', from: 100, rate: 0.5 };
    expect(typedAmounts({ name: 'targets/setSeries', args: { cell, series } })).toEqual([
      { cell: { ...cell, periods: ['2026-01'] }, amount: 100 },
      { cell: { ...cell, periods: ['2026-02'] }, amount: 150 },
    ]);
    const cells = [
      { cell, amount: 1 },
      { cell: { ...cell, at: {} }, amount: null },
    ];
    expect(typedAmounts({ name: 'targets/setCells', args: { origin: 'paste', cells } })).toEqual([{ cell, amount: 1 }]);
  });

  it('is both margins, each at its own cell, and nothing of other commands', () => {
    const args = {
      column: WORKING_TARGET,
      rows: [{ at: { region: 3 }, total: 30 }],
      periods: [
        { periods: ['2026-01'], total: 10 },
        { periods: ['2026-02'], total: 20 },
      ],
    };
    expect(typedAmounts({ name: 'targets/setMargins', args })).toEqual([
      { cell, amount: 30 },
      { cell: { column: WORKING_TARGET, at: {}, periods: ['2026-01'] }, amount: 10 },
      { cell: { column: WORKING_TARGET, at: {}, periods: ['2026-02'] }, amount: 20 },
    ]);
    expect(typedAmounts({ name: 'targets/clearCell', args: { cell } })).toEqual([]);
    expect(typedAmounts({ name: 'plan/rename', args: null })).toEqual([]);
  });
});
