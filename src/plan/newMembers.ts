import type { RecordsDiff } from '~/domain/change';
import { type DimensionId, foldKey, type Hierarchy, type Member, type MemberCode, memberId } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { membersOf, type PlanDocument } from './document';
import { hierarchyOf, levelKey } from './members';
import { added, updated } from './records';

/**
 * Members with these names at a level, with the next free codes in the order of the names. Blank names are left out; a
 * name that is taken at this level, or is there twice, is refused by name.
 */
export function newMembers(
  document: PlanDocument,
  dimension: DimensionId,
  { names, level }: { names: readonly string[]; level: string },
): Result<Member[]> {
  const known = membersOf(document, dimension);
  const keys = new Set<string>();
  const members: Member[] = [];
  for (const name of names.map((text) => text.trim()).filter((text) => text !== '')) {
    const key = foldKey(name);
    if (keys.has(key) || known.byKey.has(levelKey(level, key))) return fail(issue('member/duplicateKey', { name }));
    keys.add(key);
    const code = known.next + members.length;
    members.push({ id: memberId(dimension, code), dimension, code, key, name, aliases: [], level, attributes: {} });
  }
  return ok(members);
}

/** A tree with parents for some codes, as wide as the largest of them. */
export function withParents(
  hierarchy: Hierarchy,
  codes: readonly MemberCode[],
  parentOf: (code: MemberCode) => MemberCode,
): Hierarchy {
  const parent = new Uint32Array(Math.max(hierarchy.parent.length, ...codes.map((code) => code + 1)));
  parent.set(hierarchy.parent);
  for (const code of codes) parent[code] = parentOf(code);
  return { ...hierarchy, parent };
}

/**
 * The main tree of a plan as wide as the dimension: members that came since it was made take the parent they have in the
 * workspace, as `plan/alignLines` gives it to them. Any other tree is answered as it is.
 */
export function grownTree(document: PlanDocument, tree: Hierarchy): Hierarchy {
  const common = hierarchyOf(document.records, null, tree.dimension);
  const { next } = membersOf(document, tree.dimension);
  if (tree.plan === null || tree.title !== undefined || !common || tree.parent.length >= next) return tree;
  const parent = new Uint32Array(next);
  parent.set(common.parent.subarray(0, next));
  parent.set(tree.parent);
  return { ...tree, parent };
}

/** Members take their place in trees, all given ones by the same rule. */
export const placed = (
  document: PlanDocument,
  trees: readonly (Hierarchy | null)[],
  { codes, parentOf }: { codes: readonly MemberCode[]; parentOf: (tree: Hierarchy) => MemberCode },
): RecordsDiff =>
  trees.flatMap((tree) =>
    tree
      ? [
          updated(
            'hierarchy',
            tree,
            withParents(grownTree(document, tree), codes, () => parentOf(tree)),
          ),
        ]
      : [],
  );

/** The plan's main tree of a dimension and whether it must still be added: a copy of the workspace's, or a flat one. */
export function ownHierarchy(
  document: PlanDocument,
  plan: string,
  dimension: DimensionId,
): { hierarchy: Hierarchy; isNew: boolean } {
  const own = hierarchyOf(document.records, plan, dimension);
  if (own) return { hierarchy: own, isNew: false };
  const source = hierarchyOf(document.records, null, dimension);
  const parent = new Uint32Array(Math.max(membersOf(document, dimension).next, source?.parent.length ?? 1));
  if (source) parent.set(source.parent);
  const levels = source?.levels ?? [dimension];
  return { hierarchy: { id: `${plan}:${dimension}`, plan, dimension, levels, parent }, isNew: true };
}

/** A tree of the workspace for a dimension that has none yet. */
export const workspaceTree = (hierarchy: Hierarchy): RecordsDiff => [
  added('hierarchy', {
    id: `workspace:${hierarchy.dimension}`,
    plan: null,
    dimension: hierarchy.dimension,
    levels: hierarchy.levels,
    parent: hierarchy.parent.slice(),
  }),
];
