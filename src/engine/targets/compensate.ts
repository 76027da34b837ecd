import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type LeafChange, overlap, type Selection, selectionSize, selectionTotals } from '../cube';
import type { HeldTotal } from './bounds';
import { compensateJointly } from './compensateJointly';
import { fixLeaves, forkMask } from './freeMask';
import { undoChanges } from './leafAccess';
import { spreadLimited } from './spreadLimited';
import type { PartContext } from './spreadPart';

/**
 * Lets the other free leaves under each held total that an edit has moved take up the difference, pro rata, the
 * smallest hold first. The edited leaves stay, and so does everything under a hold that is kept: what crosses two holds
 * moves only when both need it. Where holds cross so that none can be kept alone (all rows and all months), all absorb
 * together (`compensateJointly`). Every held total is exact afterwards, or all changes are taken back and the holds named.
 */
export function compensate(
  context: PartContext,
  { heldTotals, edited }: { heldTotals: HeldTotal[]; edited: Selection[] },
): Result<LeafChange[]> {
  const { column } = context;
  const holds = [...heldTotals].sort(
    (a, b) => selectionSize(a.selection) - selectionSize(b.selection) || (a.id < b.id ? -1 : 1),
  );
  const drift = ({ selection, amount }: HeldTotal): number => amount - selectionTotals(column, selection).sum;
  const changes: LeafChange[] = [];
  for (let round = 0; round <= holds.length; round++) {
    const drifts = holds.map(drift);
    const broken = holds.filter((_, h) => drifts[h] !== 0);
    if (broken.length === 0) return ok(changes);
    const kept = holds.filter((_, h) => drifts[h] === 0);
    let reason: Issue | null = null;
    let absorbed = false;
    for (const hold of broken) {
      const answer = absorb(context, { hold, kept, edited });
      if (answer.ok) {
        changes.push(...answer.value);
        absorbed = true;
        break;
      }
      reason ??= explain(answer.issues[0], hold, drifts[holds.indexOf(hold)]);
    }
    if (absorbed || !reason) continue;
    undoChanges(column, changes);
    const jointly = compensateJointly(context, { heldTotals, edited });
    return jointly ? ok(jointly) : fail(reason);
  }
  const left = holds.filter((hold) => drift(hold) !== 0);
  if (left.length === 0) return ok(changes);
  const amount = Math.max(...left.map((hold) => Math.abs(drift(hold))));
  undoChanges(column, changes);
  const jointly = compensateJointly(context, { heldTotals, edited });
  return jointly
    ? ok(jointly)
    : fail(issue('target/totalHeld', { amount, holds: left.map((hold) => hold.id).join(', ') }));
}

/** Why a hold cannot be kept, in its own name: no sibling may move, or those that may cannot take so much. */
const explain = (cause: Issue, hold: HeldTotal, missing: number): Issue =>
  cause.code === 'target/nothingFree'
    ? issue('target/totalHeld', { amount: Math.abs(missing), holds: hold.id })
    : issue(cause.code, { ...cause.params, holds: hold.id });

/** One hold's own siblings of the edit take up what is missing. */
function absorb(
  context: PartContext,
  options: { hold: HeldTotal; kept: HeldTotal[]; edited: Selection[] },
): Result<LeafChange[]> {
  const { hold, kept, edited } = options;
  const mask = forkMask(context.mask);
  const around = [...edited, ...kept.map((other) => other.selection)];
  for (const selection of around) if (overlap(selection, hold.selection) > 0) fixLeaves(mask, selection);
  const spread = spreadLimited(
    { ...context, mask, method: { kind: 'proportional' }, limits: undefined },
    { selection: hold.selection, total: hold.amount },
  );
  return spread.ok ? ok(spread.value.changes) : spread;
}
