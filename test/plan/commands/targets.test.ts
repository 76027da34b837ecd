import { describe, expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { selectionTotals } from '~/engine/cube/index';
import { selectionOf } from '~/plan/resolve';
import { runCommand } from '~/plan/run';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const yearOf = (small: SmallPlan) => small.plan.periods.map((period) => period.id);

const cellOf = (small: SmallPlan, names: Record<string, string>, periods = yearOf(small)): CellRef => ({
  column: WORKING_TARGET,
  at: small.at(names),
  periods,
});

function sumAt(small: SmallPlan, cell: CellRef): number {
  const column = small.document.open?.columns.get(columnKey(WORKING_TARGET));
  if (!column) throw new Error('no column');
  return selectionTotals(column, selectionOf(small.document, small.plan, cell)).sum;
}

const attempt = (small: SmallPlan, command: Parameters<typeof runCommand>[1]) =>
  runCommand(small.document, command, { today: day('2026-07-16'), now: '', seq: 99, batchOf: () => null });

describe('typing into a cell', () => {
  it('moves the leaves below in proportion and leaves the rest alone', () => {
    const small = createSmallPlan();
    const north = cellOf(small, { region: 'North' });
    small.run({ name: 'targets/setCell', cell: north, amount: 43_200 });
    expect(sumAt(small, cellOf(small, { seller: 'Ann' }))).toBe(28_800);
    expect(sumAt(small, cellOf(small, { seller: 'Bob' }))).toBe(14_400);
    expect(sumAt(small, cellOf(small, { seller: 'Cid' }))).toBe(14_400);
  });

  it('keeps a frozen seller to the cent and gives the others the rest', () => {
    const small = createSmallPlan();
    const ann = cellOf(small, { seller: 'Ann' });
    small.run({ name: 'holds/add', cell: ann, kind: 'freeze' });
    small.run({ name: 'targets/setCell', cell: cellOf(small, {}), amount: 57_600 });
    expect(sumAt(small, ann)).toBe(14_400);
    expect(sumAt(small, cellOf(small, {}))).toBe(57_600);
  });

  it('lets siblings absorb an edit below a held total', () => {
    const small = createSmallPlan();
    const north = cellOf(small, { region: 'North' });
    small.run({ name: 'holds/add', cell: north, kind: 'total' });
    small.run({ name: 'targets/setCell', cell: cellOf(small, { seller: 'Ann' }), amount: 20_000 });
    expect(sumAt(small, north)).toBe(21_600);
    expect(sumAt(small, cellOf(small, { seller: 'Bob' }))).toBe(1600);
  });

  it('refuses what holds make impossible, with the shortfall and their names, and changes nothing', () => {
    const small = createSmallPlan();
    small.run({ name: 'holds/add', cell: cellOf(small, { seller: 'Ann' }), kind: 'freeze' });
    const before = sumAt(small, cellOf(small, {}));
    const refused = attempt(small, {
      name: 'targets/setCell',
      cell: cellOf(small, { region: 'North' }),
      amount: 10_000,
    });
    expect(refused.ok).toBe(false);
    if (refused.ok) return;
    expect(refused.issues[0]).toMatchObject({ code: 'target/heldShortfall', params: { amount: 4400 } });
    expect(String(refused.issues[0].params?.holds)).toContain('Ann');
    expect(sumAt(small, cellOf(small, {}))).toBe(before);
  });

  it('adds the line a cell without any speaks of, and clears to blank, not to zero', () => {
    const small = createSmallPlan();
    const odd = cellOf(small, { region: 'South', seller: 'Ann' }, ['2026-03']);
    const applied = small.run({ name: 'targets/setCell', cell: odd, amount: 500 });
    expect(applied.outcome.linesAdded?.count).toBe(1);
    expect(sumAt(small, odd)).toBe(500);
    small.run({ name: 'targets/clearCell', cell: odd });
    const column = small.document.open?.columns.get(columnKey(WORKING_TARGET));
    if (!column) throw new Error('no column');
    expect(selectionTotals(column, selectionOf(small.document, small.plan, odd))).toMatchObject({ sum: 0, spoken: 0 });
  });

  it('spreads what a goal leaves open until the rollup meets it', () => {
    const small = createSmallPlan();
    const north = cellOf(small, { region: 'North' });
    small.run({ name: 'goals/set', cell: north, amount: 30_000 });
    small.run({ name: 'targets/fillUnallocated', cell: north });
    expect(sumAt(small, north)).toBe(30_000);
  });
});

describe('holds', () => {
  it('are released where they were put, and named when they come from above', () => {
    const small = createSmallPlan();
    const north = cellOf(small, { region: 'North' });
    small.run({ name: 'holds/add', cell: north, kind: 'freeze' });
    const ann = cellOf(small, { seller: 'Ann' });
    const fromBelow = attempt(small, { name: 'holds/release', cell: ann });
    expect(fromBelow).toMatchObject({ ok: false, issues: [{ code: 'hold/heldFromAbove' }] });
    small.run({ name: 'holds/release', cell: north });
    expect(small.document.records.hold.size).toBe(0);
  });

  it('of a single leaf live in the leaf and survive a re-spread', () => {
    const small = createSmallPlan();
    const leaf = cellOf(small, { region: 'North', seller: 'Bob' }, ['2026-05']);
    const amount = sumAt(small, leaf);
    small.run({ name: 'holds/add', cell: leaf, kind: 'freeze' });
    expect(small.document.records.hold.size).toBe(0);
    small.run({ name: 'targets/setCell', cell: cellOf(small, {}), amount: 99_999 });
    expect(sumAt(small, leaf)).toBe(amount);
    small.run({ name: 'holds/release', cell: leaf });
    small.run({ name: 'targets/setCell', cell: cellOf(small, {}), amount: 36_000 });
    expect(sumAt(small, cellOf(small, {}))).toBe(36_000);
  });

  it('of a blank total are refused: there is nothing to keep', () => {
    const small = createSmallPlan();
    const north = cellOf(small, { region: 'North' });
    small.run({ name: 'targets/clearCell', cell: north });
    expect(attempt(small, { name: 'holds/add', cell: north, kind: 'total' })).toMatchObject({
      ok: false,
      issues: [{ code: 'hold/needsLeafValues' }],
    });
  });
});
