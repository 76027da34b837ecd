import { expect, it } from 'vitest';
import { tryRuns } from '../support/randomCommands/tryRuns';

it('10,000 runs of random commands are undone and redone byte for byte', () => {
  expect(tryRuns({ from: 1, count: 10_000, mean: 50 }).broken).toEqual([]);
});
