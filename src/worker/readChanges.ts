import type { ChangeSet } from '~/domain/change';
import type { Step } from '~/domain/journal';
import { ok, type Result } from '~/domain/result';
import type { Direction } from '~/plan/replay';
import { loadChanges } from '~/storage/loadChanges';
import type { Session } from './session';

/** What an entry did to the plan: an undo did what it turned the other way round. */
export interface Deed {
  step: Step;
  change: ChangeSet;
  direction: Direction;
}

/** What these entries did, in the order asked for: from memory where it is known, the rest from the journal in one go. */
export async function readChanges(session: Session, steps: readonly Step[]): Promise<Result<Deed[]>> {
  const sourceOf = (step: Step): number => step.undoes ?? step.redoes ?? step.seq;
  const missing = [...new Set(steps.map(sourceOf))].filter((seq) => !session.recent.has(seq));
  if (missing.length > 0) await session.queue.settled();
  const loaded = await loadChanges(session.database, missing);
  if (!loaded.ok) return loaded;
  const deeds: Deed[] = [];
  for (const step of steps) {
    const change = session.recent.get(sourceOf(step)) ?? loaded.value.get(sourceOf(step));
    if (!change) throw new RangeError(`entry ${sourceOf(step)} was not read`);
    deeds.push({ step, change, direction: step.undoes === undefined ? 'forward' : 'back' });
  }
  return ok(deeds);
}
