import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { type Column, WORKING_TARGET } from '~/domain/plan';
import { compareColumns } from '~/plan/views/comparison';
import { scenarioView } from '~/plan/views/scenarioView';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

const STRETCH: Column = { ...WORKING_TARGET, layer: 'stretch' };
const year = (small: SmallPlan) => small.plan.periods.map((period) => period.id);
const cellOf = (
  small: SmallPlan,
  column: Column,
  names: Record<string, string> = {},
  periods = year(small),
): CellRef => ({
  column,
  at: small.at(names),
  periods,
});

function compared(small: SmallPlan, names: Record<string, string> = {}, dimension = 'region', periods = year(small)) {
  const view = compareColumns(small.document, {
    left: WORKING_TARGET,
    right: STRETCH,
    at: small.at(names),
    dimension,
    periods,
  });
  if (!view.ok) throw new Error(JSON.stringify(view.issues));
  return view.value;
}

/** The stretch is the target plus ten percent, but Cid's is half as much again. */
function withStretch(): SmallPlan {
  const small = createSmallPlan();
  small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cellOf(small, STRETCH), percent: 110 });
  small.run({ name: 'targets/setCell', cell: cellOf(small, STRETCH, { seller: 'Cid' }), amount: 21_600 });
  return small;
}

describe('comparing two columns', () => {
  it('takes the difference apart by the next members, the largest first', () => {
    const view = compared(withStretch());
    expect(view.total).toEqual({ left: 36_000, right: 45_360 });
    expect(view.parts.map(({ label, left, right }) => [label, left, right])).toEqual([
      ['South', 14_400, 21_600],
      ['North', 21_600, 23_760],
    ]);
    expect(view.leaves).toBe(36);
  });

  it('goes on below a node, in another dimension, over some months', () => {
    const view = compared(withStretch(), { region: 'North' }, 'seller', ['2026-01', '2026-02']);
    expect(view.parts.map(({ label }) => label)).toEqual(['Ann', 'Bob']);
    expect(view.parts[0].at).toMatchObject({ ...view.parts[1].at, seller: view.parts[0].at.seller });
    expect(view.leaves).toBe(4);
  });

  it('tells blank from zero, and nothing at all from both', () => {
    const small = createSmallPlan();
    const january = cellOf(small, STRETCH, { seller: 'Ann' }, ['2026-01']);
    small.run({ name: 'targets/setCell', cell: january, amount: 0 });
    small.run({ name: 'targets/clearCell', cell: { ...january, column: WORKING_TARGET } });
    const view = compared(small, { seller: 'Ann' }, 'region', ['2026-01']);
    expect(view.parts).toMatchObject([{ label: 'North', left: null, right: 0 }]);
    expect(view.leaves).toBe(1);
    expect(compared(small, { seller: 'Cid' }).total).toEqual({ left: 14_400, right: null });
  });

  it('has parts that sum to the totals, whatever was typed where', () => {
    const names: Record<string, string>[] = [
      {},
      { region: 'North' },
      { seller: 'Ann' },
      { seller: 'Bob' },
      { seller: 'Cid' },
    ];
    const edit = fc.tuple(fc.nat(4), fc.nat(11), fc.integer({ min: -1e9, max: 1e9 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const small = createSmallPlan();
        for (const [who, month, amount, stretch] of edits) {
          const cell = cellOf(small, stretch ? STRETCH : WORKING_TARGET, names[who], [year(small)[month]]);
          small.run({ name: 'targets/setCell', cell, amount, method: 'equal' });
        }
        for (const dimension of ['region', 'seller']) {
          const { parts, total } = compared(small, {}, dimension);
          const sum = (side: 'left' | 'right') => parts.reduce((all, part) => all + (part[side] ?? 0), 0);
          expect([sum('left'), sum('right')]).toEqual([total.left ?? 0, total.right ?? 0]);
        }
      }),
      { seed: 7, numRuns: 12 },
    );
  });

  it('refuses scenarios and dimensions that are not there', () => {
    const small = createSmallPlan();
    const query = { left: WORKING_TARGET, right: STRETCH, at: {}, dimension: 'region', periods: year(small) };
    expect(compareColumns(small.document, { ...query, right: { ...STRETCH, scenario: 'x' } })).toMatchObject({
      issues: [{ code: 'scenario/unknown' }],
    });
    expect(compareColumns(small.document, { ...query, dimension: 'product' })).toMatchObject({
      issues: [{ code: 'dimension/unknown' }],
    });
  });
});

describe('the list of scenarios', () => {
  it('shows what is said in each, in reading order, and the issues newest first', () => {
    const small = withStretch();
    small.run({ name: 'plan/issue' });
    small.run({ name: 'scenarios/add', title: 'Bold', from: 'base' });
    small.run({ name: 'plan/issue', reason: 'again' });
    const view = scenarioView(small.document);
    if (!view.ok) throw new Error('no view');
    const [base, bold] = view.value.scenarios;
    expect(base.heads.map(({ column, total, leaves }) => [column.layer, total, leaves])).toEqual([
      ['target', 36_000, 36],
      ['stretch', 45_360, 36],
      ['issued', 36_000, 36],
      ['baseline', 30_000, 36],
    ]);
    expect(base).toMatchObject({ scenario: 'base', title: '', createdAt: null });
    expect(bold).toMatchObject({ title: 'Bold', heads: base.heads.map(({ total, leaves }) => ({ total, leaves })) });
    expect(view.value.issues.map(({ no }) => no)).toEqual([2, 1]);
  });
});
