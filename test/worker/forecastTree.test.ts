import { describe, expect, test } from 'vitest';
import { type ForecastTreeQuery, type ForecastTreeView, TREE_METHODS } from '~/domain/forecastTree';
import { WORKING_TARGET } from '~/domain/plan';
import { must, testHost } from './support/host';

const QUERY: ForecastTreeQuery = { method: 'mintShrink', depth: 2, keepLocked: true };

/** The worst gap between a node and its children, over all periods. */
function worstGap({ nodes, periods, reconciled }: ForecastTreeView): number {
  const width = periods.length;
  const sums = new Float64Array(reconciled.length);
  nodes.forEach(({ parent }, node) => {
    if (parent >= 0) for (let p = 0; p < width; p += 1) sums[parent * width + p] += reconciled[node * width + p];
  });
  let worst = 0;
  nodes.forEach(({ hasChildren }, node) => {
    for (let p = 0; hasChildren && p < width; p += 1) {
      const at = node * width + p;
      worst = Math.max(worst, Math.abs(reconciled[at] - sums[at]));
    }
  });
  return worst;
}

const rowOf = (view: ForecastTreeView, values: Float64Array, node: number): number[] =>
  Array.from(values.subarray(node * view.periods.length, (node + 1) * view.periods.length));

async function openSample() {
  const { host } = await testHost();
  must(await host.openSample({ language: 'en', seed: 7, scale: 1 }, 'open'));
  return host;
}

describe('the tree of forecasts of the sample', () => {
  const sample = openSample();

  test('adds up exactly by every method, and keeps what has come', async () => {
    const host = await sample;
    const node = must(await host.forecast({ at: {} }, 'root'));
    for (const method of TREE_METHODS) {
      const view = must(await host.forecastTree({ ...QUERY, method }, `tree-${method}`));
      expect(worstGap(view)).toBe(0);
      expect(view.reconciled.every((amount) => Number.isInteger(amount) && amount >= 0)).toBe(true);
      expect(view.conflicts).toBe(0);
      const base = rowOf(view, view.base, 0);
      expect(base.reduce((sum, amount) => sum + amount, 0)).toBe(node.year?.forecast);
      expect(rowOf(view, view.reconciled, 0).slice(0, view.firstOpen)).toEqual(base.slice(0, view.firstOpen));
      if (method === 'topDown') expect(rowOf(view, view.reconciled, 0)).toEqual(base);
    }
  });

  test('takes locked amounts as given, at a leaf of the tree and as a total above it', async () => {
    const host = await sample;
    const plain = must(await host.forecastTree({ ...QUERY, keepLocked: false }, 'plain'));
    const [one, other] = plain.nodes.flatMap(({ at, depth }) => (at && depth === 1 ? [at] : []));
    const leaf = plain.nodes.find(({ at, parent }) => at && plain.nodes[parent]?.at === other)?.at ?? {};
    const ahead = plain.periods.slice(plain.firstOpen);
    const hold = (at: typeof one, kind: 'freeze' | 'total') =>
      host.dispatch({ name: 'holds/add', cell: { column: WORKING_TARGET, at, periods: ahead }, kind }, null);
    must(await hold(leaf, 'freeze'));
    must(await hold(one, 'total'));
    const held = must(await host.forecastTree(QUERY, 'held'));
    expect(worstGap(held)).toBe(0);
    const place = (at: typeof one) => held.nodes.findIndex((node) => JSON.stringify(node.at) === JSON.stringify(at));
    const [frozen, totalled] = [place(leaf), place(one)];
    const from = held.firstOpen;
    expect(rowOf(held, held.reconciled, frozen).slice(from)).toEqual(rowOf(held, held.target, frozen).slice(from));
    const sum = (values: number[]) => values.slice(from).reduce((all, amount) => all + amount, 0);
    expect(sum(rowOf(held, held.reconciled, totalled))).toBe(sum(rowOf(held, held.target, totalled)));
    expect(Array.from(held.locked.subarray(frozen * held.periods.length)).slice(from, held.periods.length)).toEqual(
      ahead.map(() => 1),
    );
    const free = must(await host.forecastTree({ ...QUERY, keepLocked: false }, 'free'));
    expect(free.reconciled).toEqual(plain.reconciled);
    expect(free.locked.includes(1)).toBe(false);
  });

  test('becomes a scenario of its own, to the minor unit, and goes again by undo', async () => {
    const host = await sample;
    const view = must(await host.forecastTree({ ...QUERY, depth: 1 }, 'draft'));
    const put = await host.dispatch({ name: 'forecast/toScenario', draft: 'draft', title: 'As foretold' }, null);
    const { plan } = must(put).status;
    expect(plan?.scenarios).toHaveLength(2);
    const column = { ...WORKING_TARGET, scenario: plan?.scenarios[1] ?? '' };
    const dimensions = plan?.dimensions ?? [];
    const sheet = must(await host.openSheet({ dimensions, column, open: null }));
    const block = must(await host.sheetBlock({ sheet: sheet.sheet, first: 0, count: 1 }));
    expect(block.values).toContain(rowOf(view, view.reconciled, 0).reduce((sum, amount) => sum + amount, 0));
    expect(must(await host.undo(null)).status.plan?.scenarios).toHaveLength(1);
    expect(await host.dispatch({ name: 'forecast/toScenario', draft: 'gone', title: 'x' }, null)).toMatchObject({
      issues: [{ code: 'forecast/draftGone' }],
    });
  });

  test('gives every node a range round its middle and a chance of its target', async () => {
    const host = await sample;
    const view = must(await host.forecastTree({ ...QUERY, depth: 1 }, 'one'));
    expect(Math.max(...view.nodes.map(({ depth }) => depth))).toBe(1);
    view.nodes.forEach((_, node) => {
      const year = rowOf(view, view.reconciled, node).reduce((all, amount) => all + amount, 0);
      const target = rowOf(view, view.target, node).reduce((all, amount) => all + amount, 0);
      expect(view.lower[node]).toBeLessThanOrEqual(year);
      expect(view.upper[node]).toBeGreaterThanOrEqual(year);
      expect(view.chance[node] > 0.5).toBe(year > target);
    });
  });
});

test('a plan without orders has no tree of forecasts, and says so', async () => {
  const { host } = await testHost();
  must(await host.createWorkspace({ name: 'empty', currency: 'CNY' }));
  expect(await host.forecastTree(QUERY, 'none')).toMatchObject({ ok: false, issues: [{ code: 'plan/notOpen' }] });
});
