import { describe, expect, it } from 'vitest';
import { type ColumnData, copyColumn, HELD, selectionTotals } from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { editMargins, type MarginsEdit, revertEdit, setHeld } from '~/engine/targets';
import { samplePlan } from '../samplePlan';

/** Rows by region of the sample, columns by period. */
function gridOf(seed: number, periods = 4) {
  const plan = samplePlan(seed, { periods });
  const { lines, column } = plan;
  const rows: { first: number; end: number }[] = [];
  for (let i = 0; i < lines.count; i++) {
    if (i === 0 || lines.codes[0][i] !== lines.codes[0][i - 1]) rows.push({ first: i, end: i + 1 });
    else rows[rows.length - 1].end = i + 1;
  }
  const rowSum = (r: number) => selectionTotals(column, { rows: rows[r], periods: plan.periods }).sum;
  const all = { first: 0, end: lines.count };
  const colSum = (p: number) => selectionTotals(column, { rows: all, periods: [p] }).sum;
  return { plan, lines, column, rows, rowSum, colSum };
}

/** Far faster than a deep comparison. */
const isSame = (a: ColumnData, b: ColumnData): boolean =>
  a.value.every((value, p) => value.every((v, i) => Object.is(v, b.value[p][i]) && a.state[p][i] === b.state[p][i]));

type Grid = ReturnType<typeof gridOf>;

const marginsOf = ({ lines, column, rows, plan }: Grid, rowTotals: number[], colTotals: number[]): MarginsEdit => ({
  lines,
  column,
  rows: rows.map((own, r) => ({ rows: own, total: rowTotals[r] })),
  columns: plan.periods.map((p) => ({ periods: [p], total: colTotals[p] })),
});

/** Totals near the present ones that agree. */
function someTotals(grid: Grid, factor: () => number): { rowTotals: number[]; colTotals: number[] } {
  const rowTotals = grid.rows.map((_, r) => Math.round(grid.rowSum(r) * factor()));
  const total = rowTotals.reduce((a, b) => a + b, 0);
  const weights = grid.plan.periods.map((p) => grid.colSum(p) * factor());
  const size = weights.reduce((a, b) => a + b, 0);
  const colTotals = weights.map((w) => Math.floor((w * total) / size));
  colTotals[0] += total - colTotals.reduce((a, b) => a + b, 0);
  return { rowTotals, colTotals };
}

describe('both margins', () => {
  it('are exact on rows and periods together, held leaves stay, and an undo is the state before', () => {
    const random = createRandom(71);
    let done = 0;
    for (let round = 0; round < 200; round++) {
      const grid = gridOf(round);
      const { column, lines } = grid;
      for (let i = 0; i < 15; i++) column.state[Math.floor(random() * 4)][Math.floor(random() * lines.count)] |= HELD;
      const before = copyColumn(column);
      const { rowTotals, colTotals } = someTotals(grid, () => 0.8 + 0.4 * random());
      const result = editMargins(marginsOf(grid, rowTotals, colTotals));
      if (!result.ok) {
        expect(isSame(column, before)).toBe(true);
        continue;
      }
      done++;
      expect(grid.rows.map((_, r) => grid.rowSum(r))).toEqual(rowTotals);
      expect(grid.plan.periods.map((p) => grid.colSum(p))).toEqual(colTotals);
      let touched = 0;
      before.state.forEach((state, p) => {
        state.forEach((bits, i) => {
          if ((bits & HELD) !== 0 && column.value[p][i] !== before.value[p][i]) touched++;
        });
      });
      expect(touched).toBe(0);
      revertEdit(column, result.value);
      expect(isSame(column, before)).toBe(true);
    }
    expect(done).toBeGreaterThan(150);
  });

  it('that do not sum to the same are refused with both sums', () => {
    const grid = gridOf(1);
    const rowTotals = grid.rows.map(() => 10);
    expect(editMargins(marginsOf(grid, rowTotals, [1, 2, 3, 4]))).toEqual({
      ok: false,
      issues: [{ code: 'margins/differ', params: { amount: 10 * grid.rows.length, bound: 10 } }],
    });
  });

  it('made impossible by holds name a smallest set of them, and change nothing', () => {
    const grid = gridOf(3);
    const { column, rows, plan } = grid;
    const before = copyColumn(column);
    const rowTotals = rows.map((_, r) => grid.rowSum(r));
    const colTotals = plan.periods.map((p) => grid.colSum(p));
    // The first row shall fall, but three of its four months are frozen, as is another row that does not matter.
    const fall = selectionTotals(column, { rows: rows[0], periods: [3] }).sum + 1;
    rowTotals[0] -= fall;
    rowTotals[1] += fall;
    const frozen = [
      { id: 'other', rows: rows[2], periods: [0] },
      { id: 'first', rows: rows[0], periods: [0, 1] },
      { id: 'third', rows: rows[0], periods: [2] },
    ];
    const result = editMargins({ ...marginsOf(grid, rowTotals, colTotals), frozen });
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'margins/infeasible' }] });
    if (result.ok) return;
    const named = String(result.issues[0].params?.holds).split(', ');
    expect(named).not.toContain('other');
    expect(named.length).toBeGreaterThan(0);
    expect(isSame(column, before)).toBe(true);
    const released = frozen.filter((hold) => hold.id !== named[0]);
    expect(editMargins({ ...marginsOf(grid, rowTotals, colTotals), frozen: released }).ok).toBe(true);
  });

  it('against a held total that they decide themselves name it', () => {
    const grid = gridOf(4);
    const { rows, plan } = grid;
    const rowTotals = rows.map((_, r) => grid.rowSum(r));
    const colTotals = plan.periods.map((p) => grid.colSum(p));
    const heldTotals = [{ id: 'row', selection: { rows: rows[0], periods: plan.periods }, amount: rowTotals[0] }];
    const same = marginsOf(grid, rowTotals, colTotals);
    expect(editMargins({ ...same, heldTotals }).ok).toBe(true);
    rowTotals[0] += 7;
    rowTotals[1] -= 7;
    expect(editMargins({ ...marginsOf(grid, rowTotals, colTotals), heldTotals })).toEqual({
      ok: false,
      issues: [{ code: 'margins/infeasible', params: { missing: 7, holds: 'row' } }],
    });
  });

  it('open empty cells only where nothing else meets them, and say so', () => {
    const grid = gridOf(5, 2);
    const { column, rows, lines } = grid;
    for (let i = rows[0].first; i < rows[0].end; i++) {
      column.value[1][i] = 0;
      column.state[1][i] = 0;
    }
    const rowTotals = rows.map((_, r) => grid.rowSum(r));
    const colTotals = [grid.colSum(0), grid.colSum(1)];
    const kept = editMargins(marginsOf(grid, rowTotals, colTotals));
    expect(kept.ok && kept.value.equalSpread).toBe(false);
    expect(column.state[1].subarray(rows[0].first, rows[0].end).every((bits) => bits === 0)).toBe(true);
    // All else is held: the first row must go into its empty month.
    setHeld(column, { rows: { first: rows[0].end, end: lines.count }, periods: [0, 1] }, true);
    const opened = editMargins(marginsOf(grid, rowTotals, [colTotals[0] - 5, colTotals[1] + 5]));
    expect(opened.ok && opened.value.equalSpread).toBe(true);
    expect(selectionTotals(column, { rows: rows[0], periods: [1] }).sum).toBe(5);
  });

  it('takes negative plans as well, and refuses mixed signs', () => {
    const grid = gridOf(6);
    for (const value of grid.column.value) for (let i = 0; i < value.length; i++) value[i] = -value[i] + 0;
    const { rowTotals, colTotals } = someTotals(grid, () => 1.1);
    expect(editMargins(marginsOf(grid, rowTotals, colTotals)).ok).toBe(true);
    expect(grid.rows.map((_, r) => grid.rowSum(r))).toEqual(rowTotals);
    grid.column.value[0][0] = 500;
    grid.column.state[0][0] = 1;
    const totals = {
      rows: grid.rows.map((_, r) => grid.rowSum(r)),
      cols: grid.plan.periods.map((p) => grid.colSum(p)),
    };
    expect(editMargins(marginsOf(grid, totals.rows, totals.cols))).toMatchObject({
      issues: [{ code: 'target/mixedSigns' }],
    });
  });
});
