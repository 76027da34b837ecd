import type { RecordsDiff } from '~/domain/change';
import { type DimensionId, foldKey, type Hierarchy, type Member, type MemberCode } from '~/domain/dimension';
import type { Records } from './records';

/** The members of one dimension, by code and by every key they answer to. */
export interface Members {
  dimension: DimensionId;
  byCode: (Member | undefined)[];
  byKey: Map<string, MemberCode>;
  /** One more than the largest code: codes of members that were once there are not reused. */
  next: MemberCode;
}

export type MemberIndex = Map<DimensionId, Members>;

export const createMembers = (dimension: DimensionId): Members => ({
  dimension,
  byCode: [],
  byKey: new Map(),
  next: 1,
});

/** Keeps the index in step with a diff that was applied to the records; the order of its changes does not matter. */
export function indexMembers(index: MemberIndex, diff: RecordsDiff): void {
  for (const change of diff) {
    if (change.type !== 'member' || !change.from) continue;
    const { byKey } = membersIn(index, change.from.dimension);
    for (const key of keysOf(change.from)) if (byKey.get(key) === change.from.code) byKey.delete(key);
  }
  for (const change of diff) {
    const member = change.type === 'member' ? (change.to ?? change.from) : null;
    if (change.type !== 'member' || !member) continue;
    const members = membersIn(index, member.dimension);
    if (change.to) {
      members.byCode[member.code] = change.to;
      if (!change.to.archived) for (const key of keysOf(change.to)) members.byKey.set(key, member.code);
    } else {
      delete members.byCode[member.code];
    }
    if (member.code >= members.next) members.next = member.code + 1;
  }
  for (const change of diff)
    if (change.type === 'member' && !change.to && change.from) forget(index, change.from.dimension);
}

/**
 * Codes that an undo gave back are free again, as after a reload: nothing that still counts names them, as members that
 * other plans may use are left, archived (`sharedMembers`). A dimension without any member is not known any more.
 */
function forget(index: MemberIndex, dimension: DimensionId): void {
  const members = index.get(dimension);
  if (!members) return;
  while (members.next > 1 && !members.byCode[members.next - 1]) members.next -= 1;
  members.byCode.length = Math.min(members.byCode.length, members.next);
  if (members.next === 1) index.delete(dimension);
}

function membersIn(index: MemberIndex, dimension: DimensionId): Members {
  const known = index.get(dimension);
  if (known) return known;
  const members = createMembers(dimension);
  index.set(dimension, members);
  return members;
}

const keysOf = (member: Member): string[] => [
  levelKey(member.level, member.key),
  ...member.aliases.map((alias) => levelKey(member.level, foldKey(alias))),
];

/** A name may stand for a category and for an item of it, so keys are told apart by level. */
export const levelKey = (level: string, key: string): string => `${level}\u0000${key}`;

/**
 * The main hierarchy of a dimension as a plan keeps it, or the workspace's own where `plan` is null; with an id, that one
 * if it is a tree of this plan over this dimension, else the main one.
 */
export function hierarchyOf(
  records: Records,
  plan: string | null,
  dimension: DimensionId,
  id?: string,
): Hierarchy | null {
  const named = id === undefined ? undefined : records.hierarchy.get(id);
  if (named && named.plan === plan && named.dimension === dimension) return named;
  for (const hierarchy of records.hierarchy.values()) {
    if (hierarchy.plan === plan && hierarchy.dimension === dimension && hierarchy.title === undefined) return hierarchy;
  }
  return null;
}

/** All trees of a plan over a dimension, the main one first. */
export function hierarchiesOf(records: Records, plan: string | null, dimension: DimensionId): Hierarchy[] {
  const all = [...records.hierarchy.values()].filter((tree) => tree.plan === plan && tree.dimension === dimension);
  return all.sort((a, b) => Number(a.title !== undefined) - Number(b.title !== undefined));
}

/** The tree in which an inner node lives: the main one, unless only another one has its level. */
export function hierarchyOfNode(
  records: Records,
  plan: string | null,
  { members, node }: { members: Members; node: MemberCode },
): Hierarchy | null {
  const trees = hierarchiesOf(records, plan, members.dimension);
  const level = members.byCode[node]?.level;
  return trees.find((tree) => level !== undefined && tree.levels.includes(level)) ?? trees[0] ?? null;
}

/**
 * For each level of a hierarchy from the top: member code → code of its ancestor at that level, itself at its own;
 * *unassigned* where it has none, or stands above the level itself.
 */
export function ancestorsByLevel(hierarchy: Hierarchy, members: Members): Uint32Array[] {
  const depth = hierarchy.levels.length;
  const result = hierarchy.levels.map(() => new Uint32Array(members.next));
  const levelOf = new Map(hierarchy.levels.map((level, index) => [level, index]));
  for (let code = 1; code < members.next; code += 1) {
    const member = members.byCode[code];
    if (!member) continue;
    result[levelOf.get(member.level) ?? depth - 1][code] = code;
    let node = code;
    for (let up = 0; up < depth; up += 1) {
      const parent = hierarchy.parent[node] ?? 0;
      if (parent === 0) break;
      const level = levelOf.get(members.byCode[parent]?.level ?? '');
      if (level !== undefined) result[level][code] = parent;
      node = parent;
    }
  }
  return result;
}

/**
 * The rows of a tree: for each level from the top, member code → the member that stands for it there; null for a level on
 * which nobody stands (never the last one). Where it has no ancestor, that is the highest of those below the level, and under its own level
 * itself: so the address of every row covers what the row sums, which *unassigned* would not.
 */
export function rowsByLevel(hierarchy: Hierarchy, members: Members): (Uint32Array | null)[] {
  const levels = ancestorsByLevel(hierarchy, members);
  const rows = levels.map((codes) => codes.slice());
  for (let code = 1; code < members.next; code += 1) {
    let below = 0;
    for (let level = rows.length - 1; level >= 0; level -= 1) {
      const own = levels[level][code];
      if (own !== 0) below = own;
      else rows[level][code] = below;
    }
    for (let level = 1; level < rows.length; level += 1) {
      if (rows[level][code] === 0) rows[level][code] = rows[level - 1][code];
    }
  }
  return rows.map((codes, level) =>
    level === rows.length - 1 || levels[level].some((code) => code !== 0) ? codes : null,
  );
}

/** By member code: 1 where the member is `node` or lies below it. Unassigned contains only itself. */
export function underNode(hierarchy: Hierarchy | null, node: MemberCode, next: number): Uint8Array {
  const under = new Uint8Array(Math.max(next, node + 1, 1));
  under[node] = 1;
  if (node === 0 || !hierarchy) return under;
  for (let code = 1; code < under.length; code += 1) {
    let up = code;
    for (let steps = 0; steps <= hierarchy.levels.length && up !== 0; steps += 1) {
      if (up === node) {
        under[code] = 1;
        break;
      }
      up = hierarchy.parent[up] ?? 0;
    }
  }
  return under;
}
