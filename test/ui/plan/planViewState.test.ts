import { expect, test } from 'vitest';
import { companionsShown, createPlanViewState } from '~/ui/pages/plan/planViewState';

test('goals stand beside the target from the first one below the total, until somebody chooses otherwise', () => {
  expect(companionsShown(null, false)).toEqual(['lastYear', 'growth', 'trend']);
  expect(companionsShown(null, true)).toEqual(['lastYear', 'growth', 'goal', 'trend']);
  expect(companionsShown(['growth'], true)).toEqual(['growth']);
  expect(companionsShown([], true)).toEqual([]);
});

test('the first rows are the first dimensions that tell members apart, and at least one', () => {
  const rowsOf = (
    members: Record<string, number>,
    dimensions = ['region', 'mode', 'product', 'seller', 'customer'],
  ) => {
    const { view } = createPlanViewState({ id: 'p', dimensions, members });
    expect([...view().dimensions, ...view().hidden].sort()).toEqual([...dimensions].sort());
    return view().dimensions;
  };
  expect(rowsOf({})).toEqual(['region', 'mode', 'product']);
  expect(rowsOf({ region: 10, mode: 1, product: 5 })).toEqual(['region', 'product', 'seller']);
  expect(rowsOf({ region: 1, mode: 1 }, ['region', 'mode'])).toEqual(['region']);
});
