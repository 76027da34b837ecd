import { describe, expect, it } from 'vitest';
import { copyColumn, selectionTotals, selectLines } from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { editTotal, type HeldTotal } from '~/engine/targets';
import { samplePlan } from '../samplePlan';

/** Every region's year and every month of the whole are held: rows and columns of a grid. */
function crossed(seed: number) {
  const plan = samplePlan(seed, { periods: 4, blanks: 0.02 });
  const { lines, column } = plan;
  const under = (code: number) => Uint8Array.from({ length: 6 }, (_, c) => (c === code ? 1 : 0));
  const regions = [1, 2, 3, 4].map((code) => selectLines(lines, [{ column: 0, under: under(code) }]));
  const selections = [
    ...regions.map((rows) => ({ rows, periods: plan.periods })),
    ...plan.periods.map((period) => ({ rows: { first: 0, end: lines.count }, periods: [period] })),
  ];
  const heldTotals: HeldTotal[] = selections.map((selection, h) => ({
    id: `hold ${h}`,
    selection,
    amount: selectionTotals(column, selection).sum,
  }));
  return { plan, lines, column, regions, heldTotals };
}

describe('held totals that cross each other', () => {
  it('as all rows and all months are kept together when a cell below them is edited', () => {
    const random = createRandom(81);
    for (let round = 0; round < 60; round++) {
      const { plan, lines, column, regions, heldTotals } = crossed(round);
      const edit = { rows: regions[Math.floor(random() * 4)], periods: [Math.floor(random() * 4)] };
      const total = Math.round(selectionTotals(column, edit).sum * (0.7 + 0.6 * random()));
      const before = copyColumn(column);
      const done = editTotal({ lines, column, edit, total, heldTotals });
      if (!done.ok) throw new Error(`round ${round}: ${JSON.stringify(done.issues)}`);
      expect(selectionTotals(column, edit).sum).toBe(total);
      for (const { selection, amount } of heldTotals) expect(selectionTotals(column, selection).sum).toBe(amount);
      let moved = 0;
      for (const p of plan.periods)
        for (let i = 0; i < lines.count; i++)
          if (column.value[p][i] !== before.value[p][i] || column.state[p][i] !== before.state[p][i]) moved++;
      expect(done.value.moved).toBe(moved);
    }
  });

  it('nested in each other on one side are kept as well', () => {
    const { plan, lines, column, regions, heldTotals } = crossed(5);
    const first = {
      rows: selectLines(lines, [
        { column: 0, under: Uint8Array.of(0, 1) },
        { column: 2, under: Uint8Array.of(0, 1, 1) },
      ]),
      periods: plan.periods,
    };
    const nested = [...heldTotals, { id: 'nested', selection: first, amount: selectionTotals(column, first).sum }];
    const edit = { rows: regions[1], periods: [2] };
    const total = selectionTotals(column, edit).sum + 500;
    const done = editTotal({ lines, column, edit, total, heldTotals: nested });
    expect(done.ok).toBe(true);
    for (const { selection, amount } of nested) expect(selectionTotals(column, selection).sum).toBe(amount);
  });

  it('that cannot all be kept refuse the edit and change nothing', () => {
    const { lines, column, regions, heldTotals } = crossed(6);
    const before = copyColumn(column);
    const edit = { rows: regions[0], periods: [0] };
    const total = heldTotals[0].amount + 1;
    expect(editTotal({ lines, column, edit, total, heldTotals }).ok).toBe(false);
    expect(column).toEqual(before);
  });
});
