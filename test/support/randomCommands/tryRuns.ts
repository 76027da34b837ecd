import { isEqual, randomRun } from './randomRun';

export interface Tried {
  /** What did not come back as it was, by seed, with what was done. */
  broken: string[];
  /** Runs that changed nothing in the end. */
  unmoved: number;
  /** Names of commands that were carried out at least once. */
  done: Set<string>;
}

/** Runs of 1 to twice the mean length, one per seed. */
export function tryRuns({ from, count, mean }: { from: number; count: number; mean: number }): Tried {
  const tried: Tried = { broken: [], unmoved: 0, done: new Set() };
  for (let seed = from; seed < from + count; seed += 1) {
    const length = 1 + ((seed * 7919) % (2 * mean - 1));
    try {
      const run = randomRun(seed, length);
      for (const name of run.done) tried.done.add(name);
      if (!isEqual(run.undone, run.before)) tried.broken.push(`${seed} not undone: ${run.done.join()}`);
      else if (!isEqual(run.redone, run.after)) tried.broken.push(`${seed} not redone: ${run.done.join()}`);
      if (isEqual(run.after, run.before)) tried.unmoved += 1;
    } catch (error) {
      tried.broken.push(`${seed} failed: ${error instanceof Error ? error.message : error}`);
    }
  }
  return tried;
}
