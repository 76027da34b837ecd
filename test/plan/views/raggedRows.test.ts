import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { ALL_ROWS, atOfRow } from '~/domain/sheet';
import { rowCount } from '~/engine/cube/index';
import { rowsAt } from '~/plan/resolve';
import { nodesAt } from '~/plan/views/nodesAt';
import { rowPaths } from '~/plan/views/rowPaths';
import { createSheet, type Sheet, sheetRows } from '~/plan/views/sheet';
import { openLevel } from '~/plan/views/sheetTree';
import { batchOf, createWorkspace, everyMonth, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const NAMES = ['Oil', 'Gear', 'Loose', 'Alone', 'Bolt'];

/** Products of which some have a category and others stand by themselves; '' has no product at all. */
function ragged(parents: Record<string, string>, names: readonly string[] = NAMES): SmallWorkspace {
  const workspace = createWorkspace('2026-07-16');
  const lines = names.flatMap((product, i) =>
    everyMonth('2025-1', '2026-6', { amount: 100 * (i + 1), product, region: i % 2 ? 'North' : 'South' }),
  );
  const trees = [{ dimension: 'product', levels: ['category', 'product'], parents }];
  const coverage = { from: '2025-01-01', to: '2026-06-30' };
  workspace.run({ name: 'orders/import', draft: 'd' }, batchOf(lines, { coverage, trees }));
  workspace.run({
    name: 'plan/create',
    settings: settingsOf({ target: 100_000, dimensions: ['product', 'region'], base: 'lastTwelveMonths' }),
  });
  return workspace;
}

function openAll({ document }: SmallWorkspace, dimensions = ['product', 'region']): Sheet {
  const made = createSheet(document, { dimensions, column: WORKING_TARGET, open: null }, 1);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  openLevel(made.value, 9);
  return made.value;
}

/** Lines that a row sums, and lines that its address names. */
function linesOf({ document }: SmallWorkspace, sheet: Sheet, row: number): [number, number] {
  const { open } = document;
  if (!open) throw new Error('no plan');
  const node = sheet.nodes[row];
  const { view } = sheet;
  const summed = view.cellStart[view.endCell[node]] - view.cellStart[view.firstCell[node]];
  return [summed, rowCount(rowsAt(document, open, atOfRow(sheet.ids[row])))];
}

describe('rows of a tree in which not everything has a parent', () => {
  it('are addressed by what they sum, on every level, in any order of dimensions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', 'Lubes', 'Parts'), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (categories, turned) => {
          const named = NAMES.flatMap((name, i) => (categories[i] ? [[name, categories[i]] as const] : []));
          const workspace = ragged(Object.fromEntries(named));
          const sheet = openAll(workspace, turned ? ['region', 'product'] : ['product', 'region']);
          for (let row = 0; row < sheet.nodes.length; row += 1) {
            const [summed, addressed] = linesOf(workspace, sheet, row);
            expect([sheet.ids[row], addressed]).toEqual([sheet.ids[row], summed]);
          }
        },
      ),
      { seed: 5, numRuns: 25 },
    );
  });

  it('stand for themselves where they have no parent; only what has no product is unassigned', () => {
    const workspace = ragged({ Oil: 'Lubes' }, ['Oil', 'Loose']);
    const sheet = openAll(workspace);
    const { ids, labels, level } = sheetRows(workspace.document, sheet);
    const named = Array.from(ids, (_, row) => [level[row], labels[row]]).filter(([at]) => at === 1);
    expect(named.map(([, label]) => label).sort()).toEqual(['Loose', 'Lubes']);
    expect(ids.filter((id) => atOfRow(id).product === 0)).toEqual([]);
  });

  it('take what is typed into them', () => {
    const workspace = ragged({ Oil: 'Lubes' });
    const sheet = openAll(workspace);
    const rows = sheetRows(workspace.document, sheet);
    const row = rows.labels.indexOf('Loose');
    const lines = workspace.document.open?.lines.count;
    const periods = ['2026-03'];
    const cell = { column: WORKING_TARGET, at: atOfRow(rows.ids[row]), periods };
    workspace.run({ name: 'targets/setCell', cell, amount: 777 });
    expect(workspace.document.open?.lines.count).toBe(lines);
    const after = openAll(workspace);
    const node = after.nodes[row];
    const march = after.fields.find(({ periods: own }) => own.join() === '2026-03');
    expect(march?.kind).toBe('month');
    expect(after.accumulator.sum[2].slice(after.view.firstCell[node], after.view.endCell[node])).toEqual(
      Float64Array.of(777),
    );
  });

  it('are found again by their address, and by the path that a list of locks gives', () => {
    const workspace = ragged({ Oil: 'Lubes' });
    const sheet = openAll(workspace, ['product']);
    const { open } = workspace.document;
    if (!open) throw new Error('no plan');
    sheet.ids.forEach((id, row) => {
      const at = atOfRow(id);
      expect(nodesAt(sheet.view, at)).toContain(sheet.nodes[row]);
      if (id !== ALL_ROWS) expect(sheet.ids).toContain(rowPaths(workspace.document, open, at).product);
    });
  });
});
