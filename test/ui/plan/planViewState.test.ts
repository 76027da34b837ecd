import { expect, test } from 'vitest';
import { companionsShown } from '~/ui/pages/plan/planViewState';

test('goals stand beside the target from the first one below the total, until somebody chooses otherwise', () => {
  expect(companionsShown(null, false)).toEqual(['lastYear', 'growth', 'trend']);
  expect(companionsShown(null, true)).toEqual(['lastYear', 'growth', 'goal', 'trend']);
  expect(companionsShown(['growth'], true)).toEqual(['growth']);
  expect(companionsShown([], true)).toEqual([]);
});
