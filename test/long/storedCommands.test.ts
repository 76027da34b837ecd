import 'fake-indexeddb/auto';
import { it } from 'vitest';
import { storedRun } from '../worker/support/storedRun';

it('200 random runs survive a reload and are undone and redone after it', async () => {
  for (let seed = 1001; seed <= 1200; seed += 1) await storedRun(seed);
});
