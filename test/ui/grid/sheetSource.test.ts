import { expect, test } from 'vitest';
import { ok } from '~/domain/result';
import type { SheetBlock, SheetRows } from '~/domain/sheet';
import type { Patch } from '~/state/protocol';
import { createSheetSource } from '~/ui/grid/sheetSource';

const rows: SheetRows = {
  sheet: 1,
  version: 1,
  fields: [{ id: 'y:2027', kind: 'year', periods: [], editable: true }],
  ids: ['all', 'a', 'b'],
  labels: ['', 'A', 'B'],
  level: Uint8Array.of(0, 1, 1),
  flags: new Uint8Array(3),
  totalRows: 2,
};

const blockOf = (revision: number, values: number[]): SheetBlock => ({
  sheet: 1,
  version: 1,
  revision,
  first: 0,
  count: values.length,
  values: Float64Array.from(values),
  flags: new Uint16Array(values.length),
  footer: { allocated: null, goal: null, unallocated: null, hasNodeGoals: false, holds: 0, notInPlan: 0 },
});

test('an edit names the rows it moved, and the row of what is not given out', async () => {
  const source = createSheetSource({
    openSheet: async () => ok(rows),
    toggleRow: async () => ok(rows),
    revealRow: async () => ok(rows),
    openLevel: async () => ok(rows),
    sheetBlock: async () => ok(blockOf(1, [3, 1, 2])),
  });
  await source.open({
    dimensions: ['region'],
    column: { scenario: 'base', layer: 'target', measure: 'sales' },
    open: null,
  });
  await expect.poll(() => source.cells.read('a', 0)?.value).toBe(1);
  source.apply({ rows: null, block: blockOf(2, [6, 4, 2]) } as unknown as Patch);
  expect([...(source.numbers().rows ?? [])].sort()).toEqual(['a', 'all', 'unallocated']);
  expect(source.numbers().moved).toBe(true);
  source.dispose();
});
