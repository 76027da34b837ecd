import { expect, it } from 'vitest';
import { troubledRows } from '~/domain/onPurpose';

it('counts as trouble only what nobody wanted left out', () => {
  expect(troubledRows({})).toBe(0);
  expect(troubledRows({ 'import/filteredOut': 4562, 'import/alreadyThere': 185, 'import/badDate': 3 })).toBe(3);
});
