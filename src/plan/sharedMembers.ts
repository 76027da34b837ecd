import type { RecordChange, RecordsDiff } from '~/domain/change';
import type { Hierarchy, Member } from '~/domain/dimension';
import type { Step } from '~/domain/journal';
import { historyOf } from './history';
import { type Records, updated } from './records';
import type { Direction } from './replay';

/** Scopes that are no plan's. */
const NO_PLAN: readonly string[] = ['workspace', 'setup', 'view'];

/**
 * Whether taking an entry back must leave the members it brought, because other plans of the workspace were worked on since
 * and may name them: their codes are then given to nobody else. Read from the journal alone, so that a replay of the undo
 * decides as the undo did. `before` is the number of the undo.
 */
export function leavesMembers(steps: readonly Step[], target: Step, before: number): boolean {
  const since = steps.slice(target.seq, before - 1).filter(({ scope }) => !NO_PLAN.includes(scope));
  // Nothing of its own plan that came later can still stand: undo goes from the newest on.
  if (target.scope !== 'workspace') return since.some(({ scope }) => scope !== target.scope);
  const until = steps.slice(0, before - 1);
  const done = since.filter(({ undoes, redoes }) => undoes === undefined && redoes === undefined);
  return [...new Set(done.map(({ scope }) => scope))].some((plan) => {
    const { undone } = historyOf(until, plan);
    return done.some((step) => step.scope === plan && !undone.has(step.seq));
  });
}

/**
 * The records of an entry as they are turned where other plans share the workspace: members that must stay are archived
 * instead of removed and come back as they are, and of the workspace's trees only those places go back that are still as
 * the entry left them. Everything else is turned as it is stored.
 */
export function sharedRecords(
  records: Records,
  diff: RecordsDiff,
  { direction, leave }: { direction: Direction; leave: boolean },
): RecordsDiff {
  return diff.map((change): RecordChange => {
    if (change.type === 'member' && change.from === null && change.to) {
      const present = records.member.get(change.id);
      if (!present || (direction === 'back' && !leave)) return change;
      return updated('member', { ...present, archived: true }, withoutArchive(present));
    }
    if (change.type === 'hierarchy' && change.to?.plan === null) {
      const present = records.hierarchy.get(change.id);
      if (!present || (direction === 'back' && !leave)) return change;
      return direction === 'back'
        ? updated('hierarchy', placesMoved(present, change.to, change.from), present)
        : updated('hierarchy', present, grownPlaces(placesMoved(present, change.from, change.to), change));
    }
    return change;
  });
}

function withoutArchive(member: Member): Member {
  const { archived: _archived, ...others } = member;
  return others;
}

/** A tree of now with the places that differ between two states of it moved, where they are as in the first one still. */
function placesMoved(present: Hierarchy, before: Hierarchy | null, after: Hierarchy | null): Hierarchy {
  const parent = present.parent.slice();
  const known = Math.min(before?.parent.length ?? 0, after?.parent.length ?? 0, parent.length);
  for (let code = 1; code < known; code += 1) {
    const to = after?.parent[code] ?? 0;
    if (to !== before?.parent[code] && parent[code] === before?.parent[code]) parent[code] = to;
  }
  return { ...present, parent };
}

/** The same with the members and levels an entry brought, where the tree does not know them yet. */
function grownPlaces(tree: Hierarchy, { from, to }: { from: Hierarchy | null; to: Hierarchy | null }): Hierarchy {
  const brought = to?.parent ?? new Uint32Array(0);
  const parent = new Uint32Array(Math.max(tree.parent.length, brought.length));
  parent.set(tree.parent);
  for (let code = from?.parent.length ?? 0; code < brought.length; code += 1) parent[code] ||= brought[code];
  const asBefore = from !== null && from.levels.join('\n') === tree.levels.join('\n');
  return { ...tree, parent, levels: asBefore && to ? to.levels : tree.levels };
}
