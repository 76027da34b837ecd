import { expect, test } from 'vitest';
import { CALENDAR_YEAR } from '~/domain/calendar';
import type { ShapeView } from '~/domain/shape';
import { MAIN_TREE, treeChoices, withTree } from '~/ui/pages/plan/view/treeChoices';

const dimension = (id: string, hierarchies: ShapeView['dimensions'][number]['hierarchies']) => ({
  ...{ id, title: '', inPlan: true, members: 1, pooled: 0 },
  hierarchies,
});
const main = { id: 'h1', title: '', levels: ['seller'], main: true };
const shape: ShapeView = {
  dimensions: [
    dimension('seller', [main, { id: 'h2', title: 'Teams', levels: ['team', 'seller'], main: false }]),
    dimension('region', [{ ...main, id: 'h3' }]),
  ],
  ...{ calendar: CALENDAR_YEAR, firstYear: 2027, years: 1, measures: [], basis: 'ordered', taxIncluded: true },
};

test('a dimension with one tree leaves no choice; the main one needs no name', () => {
  expect(treeChoices(shape, 'region', undefined)).toBeNull();
  expect(treeChoices(null, 'seller', undefined)).toBeNull();
  expect(treeChoices(shape, 'seller', undefined)).toEqual({
    trees: [
      { id: MAIN_TREE, title: '' },
      { id: 'h2', title: 'Teams' },
    ],
    chosen: MAIN_TREE,
  });
});

test('a view that names a tree that went follows the main one', () => {
  expect(treeChoices(shape, 'seller', 'h2')?.chosen).toBe('h2');
  expect(treeChoices(shape, 'seller', 'gone')?.chosen).toBe(MAIN_TREE);
});

test('choosing the main tree names none', () => {
  expect(withTree({ product: 'h9' }, 'seller', 'h2')).toEqual({ product: 'h9', seller: 'h2' });
  expect(withTree({ product: 'h9', seller: 'h2' }, 'seller', null)).toEqual({ product: 'h9' });
});
