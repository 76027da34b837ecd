import type { CellDelta, ChangeSet } from '~/domain/change';
import { ok, type Result } from '~/domain/result';
import { copyDocument } from '~/plan/copyDocument';
import type { OpenPlan, PlanDocument } from '~/plan/document';
import { type Direction, replay, segmentsNeeded } from '~/plan/replay';
import { leavesMembers, sharedRecords } from '~/plan/sharedMembers';
import { loadSegments } from '~/storage/load';
import { openStoredPlan } from './openStored';
import { type Deed, readChanges } from './readChanges';
import type { Session } from './session';

/** A copy of the document that is moved through the journal, and where in it it stands. Nothing of it is ever stored. */
export interface PastCopy {
  document: PlanDocument;
  plan: string;
  seq: number;
  /** Lines and values of generations that were left on the way: they are come back to as they were. */
  parked: Map<number, OpenPlan>;
  /** Only this column is kept, where only one is asked about. */
  column: string | undefined;
}

/** A copy that stands at the newest entry; null where no plan is open. */
export function createPastCopy(live: Session, column?: string): PastCopy | null {
  const { document, steps } = live;
  if (!document.open) return null;
  return {
    document: copyDocument(document, column),
    plan: document.open.id,
    seq: steps.length,
    parked: new Map(),
    column,
  };
}

/** A generation that was left is stored whole: no entry is replayed on it. */
const AS_STORED = Number.MAX_SAFE_INTEGER;

/** Entries that are read at once. */
const CHUNK = 64;

/** Brings a copy to how the plan stood after entry `to`, from wherever it stands: by stored values, entry by entry. */
export async function movePastCopy(live: Session, copy: PastCopy, to: number): Promise<Result<null>> {
  while (copy.seq !== to) {
    const isBack = to < copy.seq;
    const count = Math.min(CHUNK, Math.abs(to - copy.seq));
    const steps = isBack
      ? live.steps.slice(copy.seq - count, copy.seq).reverse()
      : live.steps.slice(copy.seq, copy.seq + count);
    const deeds = await readChanges(live, steps);
    if (!deeds.ok) return deeds;
    const passed = await pass(live, copy, { deeds: deeds.value, isBack });
    if (!passed.ok) return passed;
  }
  return ok(null);
}

async function pass(
  live: Session,
  copy: PastCopy,
  { deeds, isBack }: { deeds: Deed[]; isBack: boolean },
): Promise<Result<null>> {
  const ways = lastSwaps(deeds, copy.column).map((deed) => ({
    ...deed,
    direction: isBack ? opposite(deed.direction) : deed.direction,
  }));
  const needed = ways.flatMap(({ change, direction }) => segmentsNeeded(change, direction));
  if (needed.length > 0) await live.queue.settled();
  const segments = await loadSegments(live.database, [...new Set(needed)]);
  if (!segments.ok) return segments;
  for (const { step, change, direction } of ways) {
    replay(copy.document, sharedChange(live, copy, { step, change, direction }), {
      direction,
      segments: segments.value,
    });
    copy.seq = isBack ? step.seq - 1 : step.seq;
    const turn = change.cells.find((cell) => cell.kind === 'generation' && cell.plan === copy.plan);
    if (turn?.kind !== 'generation') continue;
    const [from, to] = direction === 'forward' ? [turn.from, turn.to] : [turn.to, turn.from];
    const crossed = await cross(live, copy, { from, to });
    if (!crossed.ok) return crossed;
  }
  return ok(null);
}

/** Where other plans share the members, an undo was more than the entry turned round, and so is looking past it. */
function sharedChange(live: Session, { document }: PastCopy, { step, change, direction }: Deed): ChangeSet {
  const turned = step.undoes === undefined ? undefined : live.steps[step.undoes - 1];
  const leave = direction === 'back' && turned !== undefined && leavesMembers(live.steps, turned, step.seq);
  return { records: sharedRecords(document.records, change.records, { direction, leave }), cells: change.cells };
}

/** Leaves one generation of lines for another: one that was here before as it was left, else as it is stored. */
async function cross(live: Session, copy: PastCopy, { from, to }: { from: number; to: number }): Promise<Result<null>> {
  const { document } = copy;
  if (document.open) copy.parked.set(from, document.open);
  document.open = copy.parked.get(to) ?? null;
  const plan = document.records.plan.get(copy.plan);
  if (document.open || to === 0 || !plan) return ok(null);
  await live.queue.settled();
  const opened = await openStoredPlan(live.database, document, { plan, checkpoint: AS_STORED });
  return opened.ok ? ok(null) : opened;
}

/**
 * Of several big edits on the way only the last one of a stretch of lines has to be read: it overwrites those before it.
 * Deltas of columns that are not kept fall away too.
 */
function lastSwaps(deeds: Deed[], column: string | undefined): Deed[] {
  const seen = new Set<string>();
  const kept: Deed[] = [];
  for (const deed of [...deeds].reverse()) {
    const cells: CellDelta[] = [];
    for (const delta of deed.change.cells) {
      if ('column' in delta && column !== undefined && delta.column !== column) continue;
      if (delta.kind !== 'segments') {
        cells.push(delta);
        continue;
      }
      const slot = `${delta.plan}|${delta.generation}|${delta.column}|${delta.period}`;
      const replaced = delta.replaced.filter(({ no }) => !seen.has(`${slot}|${no}`));
      for (const { no } of replaced) seen.add(`${slot}|${no}`);
      if (replaced.length > 0) cells.push({ ...delta, replaced });
    }
    kept.push({ ...deed, change: { records: deed.change.records, cells } });
  }
  return kept.reverse();
}

const opposite = (direction: Direction): Direction => (direction === 'forward' ? 'back' : 'forward');
