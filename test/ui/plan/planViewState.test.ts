import { expect, test } from 'vitest';
import { companionsShown } from '~/ui/pages/plan/planViewState';

test('goals stand beside the target from the first one below the total, until somebody chooses otherwise', () => {
  expect(companionsShown(null, false)).toEqual(['lastYear', 'growth']);
  expect(companionsShown(null, true)).toEqual(['lastYear', 'growth', 'goal']);
  expect(companionsShown(['growth'], true)).toEqual(['growth']);
  expect(companionsShown([], true)).toEqual([]);
});
