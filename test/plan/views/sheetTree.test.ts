import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { atOfRow, CELL_BLANK, CELL_HELD_ALL } from '~/domain/sheet';
import { rowCount } from '~/engine/cube/index';
import { rowsAt } from '~/plan/resolve';
import { nodesAt } from '~/plan/views/nodesAt';
import { createSheet, sheetRows } from '~/plan/views/sheet';
import { MAX_OPEN_ROWS, nodeOfRow, openLevel, revealRow, toggleRow } from '~/plan/views/sheetTree';
import { createPivotPlan } from '../support/pivotPlan';
import { createWorkspace, settingsOf } from '../support/smallWorkspace';

/** 4 × 128 × 100 lines: more than a sheet opens at once. */
function largePlan() {
  const workspace = createWorkspace('2026-07-16');
  const names = (word: string, count: number) => Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
  const members = { region: names('region', 4), product: names('product', 128), seller: names('seller', 100) };
  const settings = settingsOf({ base: 'none', target: 1_000_000_000, dimensions: Object.keys(members), members });
  workspace.run({ name: 'plan/create', settings });
  const made = createSheet(
    workspace.document,
    { dimensions: settings.dimensions, column: WORKING_TARGET, open: [] },
    1,
  );
  if (!made.ok) throw new Error('no sheet');
  return { ...workspace, sheet: made.value };
}

describe('rows of a sheet', () => {
  it('open and close by level, each time as a new version', () => {
    const pivot = createPivotPlan(3);
    const sheet = pivot.sheet({});
    const depths = (): number => sheet.nodes.reduce((most, node) => Math.max(most, sheet.view.depth[node]), 0);
    for (const [level, deepest] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [9, sheet.view.levels.length],
      [0, 1],
    ]) {
      const { version } = sheet;
      openLevel(sheet, level);
      expect(depths()).toBe(deepest);
      expect(sheet.version).toBe(version + 1);
    }
    expect(sheet.ids).toHaveLength(1 + sheet.view.childCount[0]);
  });

  it('have ids that lead back to their nodes and to exactly their lines', () => {
    const pivot = createPivotPlan(4);
    const sheet = pivot.sheet({ dimensions: ['seller', 'product'] });
    const { open } = pivot.document;
    if (!open) throw new Error('no plan');
    sheet.ids.forEach((id, row) => {
      const node = sheet.nodes[row];
      expect(nodeOfRow(sheet.view, id)).toBe(node);
      expect(nodesAt(sheet.view, atOfRow(id))).toContain(node);
      const lines = sheet.view.cellStart[sheet.view.endCell[node]] - sheet.view.cellStart[sheet.view.firstCell[node]];
      expect(rowCount(rowsAt(pivot.document, open, atOfRow(id)))).toBe(lines);
    });
    expect(nodeOfRow(sheet.view, 'seller:99')).toBeNull();
    expect(nodeOfRow(sheet.view, 'region:1')).toBeNull();
    expect(nodesAt(sheet.view, { region: 1 })).toEqual([]);
    expect(nodesAt(sheet.view, { seller: 99 })).toEqual([]);
  });

  it('stop at 50,000, say so, and still reveal a row beyond', () => {
    const { document, sheet } = largePlan();
    openLevel(sheet, 9);
    expect(sheet.nodes).toHaveLength(MAX_OPEN_ROWS);
    expect(sheetRows(document, sheet)).toMatchObject({ isCut: true, totalRows: 4 + 4 * 128 + 4 * 128 * 100 });
    const node = sheet.view.count - 1;
    const last = `region:${sheet.view.code[4]}/product:${sheet.view.code[4 + 4 * 128]}/seller:${sheet.view.code[node]}`;
    expect(nodeOfRow(sheet.view, last)).toBe(node);
    expect(sheet.ids).not.toContain(last);
    revealRow(sheet, last);
    expect(sheet.ids).toContain(last);
    expect(sheetRows(document, sheet).isCut).toBe(false);
    toggleRow(sheet, 'region:1', true);
    expect(sheet.ids).toContain(last);
  });
});

describe('an edit on a filtered sheet', () => {
  it('moves what is shown and nothing else', () => {
    const pivot = createPivotPlan(5);
    for (const hold of [...pivot.document.records.hold.values()]) pivot.run({ name: 'holds/remove', hold: hold.id });
    const filters = [{ dimension: 'seller', members: [1] }];
    const year = (query: object): number[] => {
      const sheet = pivot.sheet(query);
      const { values } = pivot.block(sheet);
      const f = sheet.fields.findIndex(({ kind }) => kind === 'year');
      return [values[f], sheet.nodes.length];
    };
    const others = [{ dimension: 'seller', members: [0, 2, 3, 4] }];
    const [before] = year({ filters: others });
    const periods = pivot.plan.periods.map(({ id }) => id);
    const cell = { column: WORKING_TARGET, at: {}, periods, within: filters };
    pivot.run({ name: 'targets/setCell', cell, amount: 777_777 });
    expect(year({ filters })[0]).toBe(777_777);
    expect(year({ filters: others })[0]).toBe(before);
    expect(year({})[0]).toBe(777_777 + before);
  });

  it('finds its goal and typed cells by the filter they were given under', () => {
    const pivot = createPivotPlan(6);
    const filters = [{ dimension: 'seller', members: [2, 1] }];
    const periods = pivot.plan.periods.map(({ id }) => id);
    const within = [{ dimension: 'seller', members: [1, 2] }];
    pivot.run({ name: 'goals/set', cell: { column: WORKING_TARGET, at: {}, periods, within }, amount: 55 });
    const goalOf = (query: object): number | null => {
      const sheet = pivot.sheet(query);
      const block = pivot.block(sheet);
      const f = sheet.fields.findIndex(({ kind }) => kind === 'goal');
      return (block.flags[f] & CELL_BLANK) === 0 ? block.values[f] : null;
    };
    expect(goalOf({ filters })).toBe(55);
    expect(goalOf({ filters: [{ dimension: 'seller', members: [1] }] })).toBeNull();
    expect(goalOf({})).toBe(1_000_003);
  });
});

it('what a member’s dates keep shut is shown as held', () => {
  const pivot = createPivotPlan(7);
  const { document, plan } = pivot;
  const code = document.open?.lines.codes[0][0] ?? 0;
  for (const hold of [...document.records.hold.values()]) pivot.run({ name: 'holds/remove', hold: hold.id });
  const from = plan.periods[3].from;
  pivot.run({ name: 'members/setDates', dimension: 'region', code, from, to: null, rampMonths: 0 });
  const sheet = pivot.sheet({ dimensions: ['region'] });
  const block = pivot.block(sheet);
  const width = sheet.fields.length;
  const held = (row: number, field: string): boolean => {
    const f = sheet.fields.findIndex(({ id }) => id === field);
    return (block.flags[row * width + f] & CELL_HELD_ALL) !== 0;
  };
  const row = sheet.ids.indexOf(`region:${code}`);
  expect([held(row, 'm:2026-03'), held(row, 'm:2026-04'), held(row, 'q:2026-Q1'), held(row, 'y:2026')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(sheet.ids.length).toBeGreaterThan(2);
  expect(held(row === 1 ? 2 : 1, 'm:2026-03')).toBe(false);
});
