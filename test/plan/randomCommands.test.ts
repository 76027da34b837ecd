import { describe, expect, it } from 'vitest';
import { effect } from '~/i18n/en/effect';
import { EXEMPT, GENERATORS } from '../support/randomCommands/randomCommand';
import { isEqual, randomRun } from '../support/randomCommands/randomRun';

const SEQUENCES = 120;
const MEAN = 50;

describe('random commands over a small plan', () => {
  it('every command has a generator, or a reason why it has none', () => {
    const known = new Set([...Object.keys(GENERATORS), ...Object.keys(EXEMPT)]);
    // The dictionary must name every command, so it is the full list of them.
    expect(Object.keys(effect.command).filter((name) => !known.has(name))).toEqual([]);
  });

  it('any run of commands undone gives the bytes before, redone the bytes after; a refused one leaves no mark', () => {
    const done = new Map<string, number>();
    const refused = new Map<string, number>();
    let same = 0;
    for (let seed = 1; seed <= SEQUENCES; seed += 1) {
      const run = randomRun(seed, 1 + Math.floor((((seed * 7919) % 1000) / 1000) * MEAN * 2));
      for (const name of run.done) done.set(name, (done.get(name) ?? 0) + 1);
      for (const name of run.refused) refused.set(name, (refused.get(name) ?? 0) + 1);
      if (!isEqual(run.undone, run.before)) throw new Error(`run ${seed} is not undone: ${run.done.join()}`);
      if (!isEqual(run.redone, run.after)) throw new Error(`run ${seed} is not redone: ${run.done.join()}`);
      if (isEqual(run.after, run.before)) same += 1;
    }
    expect(same).toBeLessThan(SEQUENCES / 10);
    const never = Object.keys(GENERATORS).filter((name) => !done.has(name) && !refused.has(name));
    expect(never).toEqual([]);
    // A generator whose commands are always refused tests nothing.
    expect(Object.keys(GENERATORS).filter((name) => !done.has(name))).toEqual([]);
  }, 120_000);
});
