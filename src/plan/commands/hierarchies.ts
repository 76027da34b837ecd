import type { Command } from '~/domain/command';
import type { Hierarchy, MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { hierarchiesOf, hierarchyOf } from '../members';
import { brokenTotals, namesMember, totalHeld, withoutNaming } from '../naming';
import { ownHierarchy } from '../newMembers';
import { added, removed, updated } from '../records';
import { requirePlan } from '../resolve';
import { withChanges } from '../staged';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * A second tree over a dimension beside the main one (items by brand beside items by category): its upper levels from the
 * top, the leaves are those of the main tree. Nobody has a place in it yet: members of its levels are added and leaves
 * moved below them. A level may belong to one tree only, so that an address tells which tree it means.
 */
export function addHierarchy(
  document: PlanDocument,
  command: Of<'hierarchies/add'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const { dimension } = command;
  if (!plan.dimensions.includes(dimension)) return fail(issue('dimension/unknown', { dimension }));
  const { hierarchy: main, isNew } = ownHierarchy(document, plan.id, dimension);
  const leaf = main.levels.at(-1) ?? dimension;
  const upper = command.levels.map((level) => level.trim()).filter((level) => level !== '' && level !== leaf);
  const title = command.title.trim();
  if (upper.length === 0 || title === '') return fail(issue('hierarchy/unknown'));
  const trees = hierarchiesOf(document.records, plan.id, dimension);
  const taken = upper.find(
    (level, i) =>
      upper.indexOf(level) !== i || main.levels.includes(level) || trees.some((t) => t.levels.includes(level)),
  );
  const name = taken ?? (trees.some((tree) => tree.title === title) ? title : undefined);
  if (name !== undefined) return fail(issue('member/duplicateKey', { name }));
  const tree: Hierarchy = {
    id: `${plan.id}:${dimension}:${newId('t', context)}`,
    plan: plan.id,
    dimension,
    title,
    levels: [...upper, leaf],
    parent: new Uint32Array(membersOf(document, dimension).next),
  };
  return ok(recordsOnly([...(isNew ? [added('hierarchy', main)] : []), added('hierarchy', tree)]));
}

/**
 * Takes a second tree away; the main one cannot go. Holds, goals, limits and notes at its inner nodes go with it into the
 * journal entry, a locked total there refuses. Its members stay, as they are the workspace's.
 */
export function removeHierarchy(document: PlanDocument, command: Of<'hierarchies/remove'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const tree = document.records.hierarchy.get(command.hierarchy);
  if (!tree || tree.plan !== plan.id || tree.title === undefined) return fail(issue('hierarchy/unknown'));
  const upper = new Set(tree.levels.slice(0, -1));
  const inner = new Set<MemberCode>();
  for (const member of membersOf(document, tree.dimension).byCode) {
    if (member && upper.has(member.level)) inner.add(member.code);
  }
  const gone = withoutNaming(document, plan, namesMember(tree.dimension, inner));
  return gone.ok ? ok(recordsOnly([...gone.value, removed('hierarchy', tree)])) : gone;
}

/**
 * Takes the workspace's tree of a dimension anew: members that moved or came there since the plan was made move here. What
 * only the plan has (pooled members) keeps its place. No leaf value moves; a locked total whose sum would change refuses,
 * and so does a member that would lie below itself.
 */
export function adoptHierarchy(document: PlanDocument, command: Of<'plan/adoptHierarchy'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const { dimension } = command;
  const common = hierarchyOf(document.records, null, dimension);
  if (!common) return fail(issue('hierarchy/unknown'));
  const { hierarchy: own, isNew } = ownHierarchy(document, plan.id, dimension);
  const parent = new Uint32Array(
    Math.max(own.parent.length, common.parent.length, membersOf(document, dimension).next),
  );
  const pooled = new Set(plan.pools.map((pool) => (pool.dimension === dimension ? pool.member : -1)));
  for (let code = 1; code < parent.length; code += 1) {
    const above = common.parent[code] ?? 0;
    parent[code] = above === 0 && (pooled.has(code) || code >= common.parent.length) ? (own.parent[code] ?? 0) : above;
  }
  const tree: Hierarchy = { ...own, levels: common.levels, parent };
  if (hasCycle(parent)) return fail(issue('member/cycle'));
  const records = [isNew ? added('hierarchy', tree) : updated('hierarchy', own, tree)];
  const broken = brokenTotals(withChanges(document, records), plan);
  return broken.length > 0 ? fail(totalHeld(document, broken)) : ok(recordsOnly(records));
}

function hasCycle(parent: Uint32Array): boolean {
  for (let code = 1; code < parent.length; code += 1) {
    let up = parent[code];
    for (let steps = 0; up !== 0; steps += 1) {
      if (up === code || steps > parent.length) return true;
      up = parent[up] ?? 0;
    }
  }
  return false;
}
