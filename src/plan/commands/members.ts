import type { CellDelta, RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import type { Hierarchy, Member, MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { BASELINE, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { appendLines, type LineTable, SPOKEN } from '~/engine/cube/index';
import { noEffect, type Outcome, recordsOnly } from '../context';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { hierarchiesOf, hierarchyOf, levelKey, underNode } from '../members';
import { brokenTotals, totalHeld } from '../naming';
import { grownTree, newMembers, ownHierarchy, placed, withParents, workspaceTree } from '../newMembers';
import { added, updated } from '../records';
import { requirePlan } from '../resolve';
import { withChanges } from '../staged';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * New members of a dimension at a level of one of its trees, below a parent (0 = at the top). They are the workspace's:
 * its tree and the plan's take them at the same place. A new leaf gets one blank line, so that there is a row to type
 * into; its other dimensions are those that all lines beside it share, else *unassigned*.
 */
export function addMembers(document: PlanDocument, command: Of<'members/add'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { dimension, names, level, parent } = command;
  const own = ownHierarchy(document, plan.id, dimension);
  const trees = own.isNew ? [own.hierarchy] : hierarchiesOf(document.records, plan.id, dimension);
  const tree = trees.find(({ levels }) => levels.includes(level));
  if (!tree) return fail(issue('hierarchy/unknown'));
  if (parent !== 0 && !isAbove(tree, membersOf(document, dimension).byCode[parent]?.level, level)) {
    return fail(issue('member/level'));
  }
  const fresh = newMembers(document, dimension, { names, level });
  if (!fresh.ok) return fresh;
  if (fresh.value.length === 0) return fail(issue('member/unknown'));
  const codes = fresh.value.map((member) => member.code);
  const isMain = tree.title === undefined;
  const common = isMain ? hierarchyOf(document.records, null, dimension) : null;
  const grown = withParents(grownTree(document, tree), codes, () => parent);
  const records: RecordsDiff = [
    ...fresh.value.map((member) => added('member', member)),
    own.isNew ? added('hierarchy', grown) : updated('hierarchy', tree, grown),
    ...(common ? placed(document, [common], { codes, parentOf: () => parent }) : isMain ? workspaceTree(grown) : []),
  ];
  const place = open.lines.dimensions.indexOf(dimension);
  if (!isMain || place < 0 || level !== tree.levels.at(-1)) return ok(recordsOnly(records));
  const { next } = membersOf(document, dimension);
  const beside = parent === 0 ? new Uint8Array(next).fill(1) : underNode(tree, parent, next);
  const tuple = sharedTuple(open.lines, place, beside);
  return ok(withLines({ open, plan, records }, tuple, { place, codes }));
}

const isAbove = (tree: Hierarchy, upper: string | undefined, lower: string): boolean =>
  upper !== undefined && tree.levels.includes(upper) && tree.levels.indexOf(upper) < tree.levels.indexOf(lower);

/** Per dimension the one member that all lines of a branch have; 0 where they differ or there are none. */
function sharedTuple({ codes, count }: LineTable, place: number, under: Uint8Array): number[] {
  return codes.map((column, d) => {
    if (d === place) return 0;
    let shared = -1;
    for (let position = 0; position < count; position += 1) {
      if (under[codes[place][position]] !== 1) continue;
      if (shared >= 0 && shared !== column[position]) return 0;
      shared = column[position];
    }
    return Math.max(0, shared);
  });
}

function withLines(
  { open, plan, records }: { open: OpenPlan; plan: Plan; records: RecordsDiff },
  tuple: number[],
  { place, codes }: { place: number; codes: MemberCode[] },
): Outcome {
  const columns = tuple.map((code, d) => Uint32Array.from(codes, (own) => (d === place ? own : code)));
  const first = appendLines(open.lines, [...open.columns.values()], columns);
  const delta: CellDelta = {
    kind: 'lines',
    plan: plan.id,
    group: open.group,
    generation: plan.generation,
    first,
    codes: columns,
  };
  return {
    change: { records, cells: [delta] },
    edits: [],
    linesAdded: { first, count: codes.length },
    effect: { ...noEffect, linesAdded: codes.length },
  };
}

/**
 * Puts members below another parent in one tree of the plan (0 = at the top); with scope `workspace` also for plans to
 * come. No leaf value moves: sums of the branches follow, past facts too, as they are read through the plan's own tree. A
 * locked total whose sum would change refuses.
 */
export function moveMembers(document: PlanDocument, command: Of<'members/move'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const { dimension, codes, to } = command;
  const tree = document.records.hierarchy.get(command.hierarchy);
  if (!tree || tree.plan !== plan.id || tree.dimension !== dimension) return fail(issue('hierarchy/unknown'));
  const { byCode, next } = membersOf(document, dimension);
  if (codes.length === 0 || codes.some((code) => code === 0 || !byCode[code])) return fail(issue('member/unknown'));
  if (to !== 0) {
    if (!byCode[to]) return fail(issue('member/unknown'));
    if (codes.some((code) => underNode(tree, code, next)[to] === 1)) return fail(issue('member/cycle'));
    if (codes.some((code) => !isAbove(tree, byCode[to]?.level, byCode[code]?.level ?? ''))) {
      return fail(issue('member/level'));
    }
  }
  const common = command.scope === 'workspace' ? hierarchyOf(document.records, null, dimension) : null;
  const records = placed(document, [tree, common], { codes, parentOf: () => to });
  const broken = brokenTotals(withChanges(document, records), plan);
  return broken.length > 0 ? fail(totalHeld(document, broken)) : ok(recordsOnly(records));
}

/**
 * Takes members out of every choice, or brings them back. Numbers under one in the open plan refuse it (the frozen base
 * apart): they are moved, merged or cleared first. A name that somebody else has taken meanwhile refuses the way back.
 */
export function archiveMembers(document: PlanDocument, command: Of<'members/archive'>): Result<Outcome> {
  const { dimension, codes, archived } = command;
  const members = membersOf(document, dimension);
  const found = codes.flatMap((code) => members.byCode[code] ?? []);
  if (codes.length === 0 || found.length !== codes.length) return fail(issue('member/unknown'));
  if (archived) {
    const used = found.find((member) => hasNumbers(document, member));
    if (used) return fail(issue('member/inUse', { name: used.name }));
  } else {
    const taken = found.find((member) => {
      const owner = members.byKey.get(levelKey(member.level, member.key));
      return owner !== undefined && owner !== member.code;
    });
    if (taken) return fail(issue('member/duplicateKey', { name: taken.name }));
  }
  const changed = found.filter((member) => (member.archived === true) !== archived);
  return ok(recordsOnly(changed.map((member) => updated('member', member, withArchived(member, archived)))));
}

function withArchived(member: Member, archived: boolean): Member {
  const { archived: _was, mergedInto: _into, ...others } = member;
  return archived ? { ...member, archived } : others;
}

/** Whether anybody has spoken at a member or below it in any column but the frozen base. */
function hasNumbers({ open, records, members }: PlanDocument, { dimension, code }: Member): boolean {
  const place = open?.lines.dimensions.indexOf(dimension) ?? -1;
  if (!open || place < 0) return false;
  const tree = hierarchyOf(records, open.id, dimension);
  const under = underNode(tree, code, members.get(dimension)?.next ?? 1);
  const columns = [...open.columns].filter(([key]) => key.split('/')[1] !== BASELINE.layer);
  for (let position = 0; position < open.lines.count; position += 1) {
    if (under[open.lines.codes[place][position]] !== 1) continue;
    if (columns.some(([, { state }]) => state.some((bits) => (bits[position] & SPOKEN) !== 0))) return true;
  }
  return false;
}
