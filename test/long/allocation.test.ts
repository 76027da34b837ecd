import { expect, it } from 'vitest';
import { createRandom } from '~/engine/numeric';
import { checkAllocationTree, EDITS_PER_TREE, emptyTally } from '../engine/allocationCase';

const CASES = Number(process.env.ALLOCATION_CASES ?? 1_000_000);

it(`${CASES} random edits in random trees are exact, keep holds and limits, and do not depend on order`, {
  timeout: 3_600_000,
}, () => {
  const tally = emptyTally();
  const random = createRandom(1999);
  for (let i = 0; i < CASES / EDITS_PER_TREE; i++) {
    try {
      checkAllocationTree(random, tally);
    } catch (error) {
      throw new Error(`tree ${i}: ${String(error)}`, { cause: error });
    }
  }
  console.log(JSON.stringify(tally));
  expect(tally.done).toBeGreaterThan(CASES / 2);
});
