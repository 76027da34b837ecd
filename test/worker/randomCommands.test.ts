import { expect, it } from 'vitest';
import { storedRun } from './support/storedRun';

it('20 random runs survive a reload, are undone and redone after it, and every past state is found again', async () => {
  const done = new Set<string>();
  let entries = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const names = await storedRun(seed);
    entries += names.length;
    for (const name of names) done.add(name);
  }
  expect(entries).toBeGreaterThan(200);
  // Among them changes of shape, whole columns and blocks.
  expect([...done].filter((name) => /^(dimensions|members|time)\//.test(name)).length).toBeGreaterThan(2);
  expect([...done]).toEqual(expect.arrayContaining(['scenarios/add', 'targets/setCells', 'targets/setCell']));
}, 600_000);
