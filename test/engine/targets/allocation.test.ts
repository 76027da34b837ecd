import { expect, it } from 'vitest';
import { createRandom } from '~/engine/numeric';
import { checkAllocationTree, EDITS_PER_TREE, emptyTally } from '../allocationCase';

it('20,000 random edits in random trees are exact, keep holds and limits, and do not depend on order', () => {
  const tally = emptyTally();
  const random = createRandom(2027);
  for (let i = 0; i < 20_000 / EDITS_PER_TREE; i++) {
    try {
      checkAllocationTree(random, tally);
    } catch (error) {
      throw new Error(`tree ${i}: ${String(error)}`, { cause: error });
    }
  }
  expect(tally.done).toBeGreaterThan(12_000);
  expect(tally.refused).toBeGreaterThan(1_000);
  expect(tally.reference).toBeGreaterThan(3_000);
  expect(tally.permuted).toBeGreaterThan(1_000);
  expect(tally.bound).toBeGreaterThan(500);
  expect(tally.negative).toBeGreaterThan(500);
  expect(tally.large).toBeGreaterThan(500);
});
