import { expect, test } from 'vitest';
import type { ForecastTreeView } from '~/domain/forecastTree';
import {
  figureOf,
  lockedAhead,
  markOf,
  meanMoved,
  treeColumns,
  treeFigure,
} from '../../../src/ui/pages/forecast/tree/treeFigures';
import { nodeKey, treeRows } from '../../../src/ui/pages/forecast/tree/treeRows';

const none = Number.NaN;
const node = (parent: number, depth: number, hasChildren: boolean, at: ForecastTreeView['nodes'][number]['at']) => ({
  at,
  label: '',
  parent,
  depth,
  hasChildren,
  months: 24,
});

/** A whole of two regions and what was sold beside them, over two periods, the first of which is over. */
const view: ForecastTreeView = {
  draft: 'd',
  method: 'mintShrink',
  depth: 1,
  levels: [],
  asOf: null,
  periods: ['2027-01', '2027-02'],
  quarters: [{ id: '2027-Q1', first: 0, last: 1 }],
  firstOpen: 1,
  nodes: [
    node(-1, 0, true, {}),
    node(0, 1, false, { region: 1 }),
    node(0, 1, false, { region: 2 }),
    node(0, 1, false, null),
  ],
  base: Float64Array.of(10, 20, 4, 10, 5, 8, 1, 0),
  reconciled: Float64Array.of(10, 20, 4, 12, 5, 8, 1, 0),
  target: Float64Array.of(9, 19, 4, none, none, none, none, none),
  locked: Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0),
  lower: new Float64Array(4),
  upper: new Float64Array(4),
  chance: new Float64Array(4),
  silent: 0,
  conflicts: 0,
};
const YEAR = { first: 0, last: 1 };

test('a figure is a sum over its periods; a target counts what is said of it, and is blank where nothing is', () => {
  expect(treeFigure(view, 0, YEAR)).toEqual({ base: 30, reconciled: 30, target: 28 });
  expect(treeFigure(view, 1, YEAR)).toEqual({ base: 14, reconciled: 16, target: 4 });
  expect(treeFigure(view, 2, YEAR).target).toBeNull();
  expect(figureOf(treeFigure(view, 0, YEAR), 'gap')).toBe(2);
  expect(figureOf(treeFigure(view, 2, YEAR), 'gap')).toBeNull();
});

test('columns are the year, its quarters or its periods', () => {
  expect(treeColumns(view, 'year')).toEqual([{ id: 'year', ...YEAR }]);
  expect(treeColumns(view, 'quarter')).toEqual(view.quarters);
  expect(treeColumns(view, 'month').map(({ id }) => id)).toEqual(view.periods);
});

test('what is over is actual, what is locked of the rest is marked, and counts once', () => {
  expect(markOf(view, 1, { first: 0, last: 0 })).toBe('actual');
  expect(markOf(view, 1, YEAR)).toBe('locked');
  expect(markOf(view, 0, YEAR)).toBeNull();
  expect(lockedAhead(view)).toBe(12);
  expect(lockedAhead({ ...view, locked: Uint8Array.of(0, 1, 0, 1, 0, 1, 0, 1) })).toBe(20);
});

test('nodes were moved by a share of their own forecasts', () => {
  expect(meanMoved(view)).toBeCloseTo(2 / 58, 12);
});

test('rows are the nodes whose parents are open, and keep their keys', () => {
  expect(treeRows(view, () => false)).toEqual([0]);
  expect(treeRows(view, (n) => n === 0)).toEqual([0, 1, 2, 3]);
  expect(new Set([0, 1, 2, 3].map((n) => nodeKey(view, n))).size).toBe(4);
});
