import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
import { must, testHost } from './support/host';

const sample = { language: 'en', seed: 1, scale: 1 } as const;

describe('plan host', () => {
  it('opens the sample as a plan whose parents are the sums of their children', async () => {
    const { host } = await testHost();
    const status = must(await host.openSample(sample, 'j1'));
    expect(status.plan?.periods).toHaveLength(12);
    const dimensions = status.plan?.dimensions.slice(0, 3) ?? [];
    const rows = must(await host.openSheet({ dimensions, column: WORKING_TARGET, open: null }));
    const block = must(await host.sheetBlock({ sheet: rows.sheet, first: 0, count: 500 }));
    const width = rows.fields.length;
    expect(rows.ids[0]).toBe('all');
    const regions = rows.ids.flatMap((_id, row) => (rows.level[row] === 1 ? [row] : []));
    for (let f = 0; f < 17; f += 1) {
      const sum = regions.reduce((all, row) => all + block.values[row * width + f], 0);
      expect(sum).toBe(block.values[f]);
    }
  });

  it('gives every number back after edit, undo, redo and reload', async () => {
    const { host, again } = await testHost();
    const status = must(await host.openSample(sample, 'j1'));
    const plan = status.plan;
    if (!plan) throw new Error('no plan');
    const query = { dimensions: plan.dimensions.slice(0, 3), column: WORKING_TARGET, open: null };
    const rows = must(await host.openSheet(query));
    const window = { sheet: rows.sheet, first: 0, count: 100 };
    const before = must(await host.sheetBlock(window));
    const cell = { column: WORKING_TARGET, at: atOfRow(rows.ids[1]), periods: [plan.periods[2].id] };
    const patch = must(await host.dispatch({ name: 'targets/setCell', cell, amount: 123_456_789 }, window));
    expect(patch.effect.leaves).toBeGreaterThan(1);
    const width = rows.fields.length;
    expect(patch.block?.values[width + 2]).toBe(123_456_789);
    const undone = must(await host.undo(window));
    expect([...(undone.block?.values ?? [])]).toEqual([...before.values]);
    const redone = must(await host.redo(window));
    expect([...(redone.block?.values ?? [])]).toEqual([...(patch.block?.values ?? [])]);
    expect((await host.settle()).save).toBe('saved');
    // Keys held down: nothing waits for the answer before it.
    const rush = await Promise.all([host.undo(window), host.redo(window), host.undo(window), host.redo(window)]);
    expect(rush.map((result) => result.ok)).toEqual([true, true, true, true]);
    const id = status.workspace?.id ?? '';
    await host.closeWorkspace();
    const second = (await again()).host;
    must(await second.openWorkspace(id));
    const reopened = must(await second.openSheet(query));
    const after = must(await second.sheetBlock({ sheet: reopened.sheet, first: 0, count: 100 }));
    expect([...after.values]).toEqual([...(patch.block?.values ?? [])]);
    must(await second.undo(null));
    const back = must(await second.sheetBlock({ sheet: reopened.sheet, first: 0, count: 100 }));
    expect([...back.values]).toEqual([...before.values]);
  });
});
