import { expect, it } from 'vitest';
import { readMutatedBooks } from '../../support/hostileFiles/mutatedBooks';

it('400 spoilt books end in sheets or in a reason', async () => {
  const { wrong, read, refused } = await readMutatedBooks(1, 400);
  expect(wrong).toEqual([]);
  // Neither all sound nor all broken at the door: the readers themselves were met.
  expect(read).toBeGreaterThan(40);
  expect(refused).toBeGreaterThan(40);
});
