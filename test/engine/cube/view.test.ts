import { describe, expect, it } from 'vitest';
import {
  accumulate,
  appendLines,
  buildView,
  nodeRows,
  nodeTotals,
  rollup,
  rowCount,
  rowList,
  selectionTotals,
  updateAccumulator,
  type View,
} from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { clearLeaves, editTotal, type LeafEdit, revertEdit, setHeld } from '~/engine/targets';
import { CATEGORY, MAIN, PRODUCT, REGION, SELLER, samplePlan } from '../samplePlan';

const VIEWS = [MAIN, [SELLER, PRODUCT], [CATEGORY], [], [PRODUCT, REGION, SELLER]];

const pathOf = (view: View, node: number): number[] =>
  node === 0 ? [] : [...pathOf(view, view.parent[node]), view.code[node]];

describe('buildView', () => {
  it.each(VIEWS.map((levels) => ({ levels })))(
    'every line lies under exactly the nodes its codes name: $levels.length levels',
    ({ levels }) => {
      const { lines } = samplePlan(11);
      const view = buildView(lines, levels);
      for (let node = 0; node < view.count; node++) {
        const path = pathOf(view, node);
        expect(path.length).toBe(view.depth[node]);
        const expected = [...Array(lines.count).keys()].filter((i) =>
          path.every((code, d) => levels[d].ancestorOf[lines.codes[levels[d].column][i]] === code),
        );
        expect(Array.from(rowList(nodeRows(view, node)))).toEqual(expected);
      }
      const paths = Array.from({ length: view.count }, (_, node) => pathOf(view, node).join());
      expect(new Set(paths).size).toBe(view.count);
    },
  );

  it('needs no permutation for the main hierarchy, and one once lines stand in the tail', () => {
    const { lines, column } = samplePlan(12);
    expect(buildView(lines, MAIN).perm).toBeNull();
    expect(buildView(lines, [SELLER]).perm).not.toBeNull();
    appendLines(lines, [column], [Uint32Array.of(1), Uint32Array.of(1), Uint32Array.of(0)]);
    expect(buildView(lines, MAIN).perm).not.toBeNull();
  });

  it('puts siblings in the given rank and children of a node side by side', () => {
    const { lines } = samplePlan(13);
    const rankOf = Uint32Array.of(9, 3, 1, 0, 2);
    const view = buildView(lines, [{ ...REGION, rankOf }, PRODUCT]);
    const regions = Array.from({ length: view.childCount[0] }, (_, i) => view.code[view.firstChild[0] + i]);
    expect(regions).toEqual([3, 2, 4, 1]);
    for (let node = 1; node < view.count; node++) {
      const parent = view.parent[node];
      expect(node - view.firstChild[parent]).toBeLessThan(view.childCount[parent]);
    }
  });

  it('leaves masked lines out, and shows a lone root for none', () => {
    const { lines, column } = samplePlan(14);
    const mask = Uint8Array.from({ length: lines.count }, (_, i) => (lines.codes[2][i] === 2 ? 1 : 0));
    const view = buildView(lines, MAIN, mask);
    expect(rowCount(nodeRows(view, 0))).toBe(mask.reduce((a, b) => a + b, 0));
    const none = buildView(lines, MAIN, new Uint8Array(lines.count));
    expect([none.count, none.cells, rowCount(nodeRows(none, 0))]).toEqual([1, 0, 0]);
    expect(nodeTotals(accumulate(none, column), 0, [0, 1])).toEqual({ sum: 0, spoken: 0, held: 0, leaves: 0 });
  });
});

describe('totals of a view', () => {
  it('a node shows the sum of its leaves, over any set of periods, and the rollup shows the same', () => {
    const { lines, column } = samplePlan(15);
    setHeld(column, { rows: Uint32Array.of(0, 3, 7), periods: [1] }, true);
    for (const levels of VIEWS) {
      const view = buildView(lines, levels);
      const accumulator = accumulate(view, column);
      const sheet = rollup(accumulator);
      for (let node = 0; node < view.count; node++) {
        const rows = nodeRows(view, node);
        expect(nodeTotals(accumulator, node, [0, 2])).toEqual(selectionTotals(column, { rows, periods: [0, 2] }));
        const at = node * sheet.periods + 1;
        const month = selectionTotals(column, { rows, periods: [1] });
        expect([sheet.sum[at], sheet.spoken[at], sheet.held[at]]).toEqual([month.sum, month.spoken, month.held]);
      }
    }
  });

  it('kept by deltas is summed from scratch, bit for bit, through any edits and their undo', () => {
    const plan = samplePlan(16);
    const { lines, column } = plan;
    const random = createRandom(17);
    const mask = Uint8Array.from({ length: lines.count }, () => (random() < 0.7 ? 1 : 0));
    const views = [...VIEWS.map((levels) => buildView(lines, levels)), buildView(lines, MAIN, mask)];
    const open = views.map((view) => accumulate(view, column));
    const follow = (edit: LeafEdit): void => {
      for (const accumulator of open) updateAccumulator(accumulator, column, edit);
      expect(open).toEqual(views.map((view) => accumulate(view, column)));
    };
    for (let round = 0; round < 150; round++) {
      const view = views[Math.floor(random() * views.length)];
      const rows = nodeRows(view, Math.floor(random() * view.count));
      const periods = plan.periods.filter(() => random() < 0.6);
      const edit = { rows, periods };
      const kind = random();
      if (kind < 0.2) follow(setHeld(column, edit, random() < 0.3));
      else {
        const done =
          kind < 0.35
            ? clearLeaves({ lines, column, edit })
            : editTotal({ lines, column, edit, total: Math.floor(random() * 1_000_000) });
        if (!done.ok) continue;
        follow(done.value);
        if (random() < 0.4) follow(revertEdit(column, done.value));
      }
    }
  });
});
