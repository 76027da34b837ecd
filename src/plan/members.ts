import type { RecordsDiff } from '~/domain/change';
import { type DimensionId, foldKey, type Hierarchy, type Member, type MemberCode } from '~/domain/dimension';
import type { Records } from './records';

/** The members of one dimension, by code and by every key they answer to. */
export interface Members {
  dimension: DimensionId;
  byCode: (Member | undefined)[];
  byKey: Map<string, MemberCode>;
  /** One more than the largest code ever given: codes are not reused. */
  next: MemberCode;
}

export type MemberIndex = Map<DimensionId, Members>;

export const createMembers = (dimension: DimensionId): Members => ({
  dimension,
  byCode: [],
  byKey: new Map(),
  next: 1,
});

/** Keeps the index in step with a diff that was applied to the records. */
export function indexMembers(index: MemberIndex, diff: RecordsDiff): void {
  for (const change of diff) {
    if (change.type !== 'member') continue;
    const member = change.to ?? change.from;
    if (!member) continue;
    let members = index.get(member.dimension);
    if (!members) {
      members = createMembers(member.dimension);
      index.set(member.dimension, members);
    }
    if (change.from) for (const key of keysOf(change.from)) members.byKey.delete(key);
    if (change.to) {
      members.byCode[member.code] = change.to;
      if (!change.to.archived) for (const key of keysOf(change.to)) members.byKey.set(key, member.code);
    } else {
      delete members.byCode[member.code];
    }
    if (member.code >= members.next) members.next = member.code + 1;
  }
}

const keysOf = (member: Member): string[] => [
  levelKey(member.level, member.key),
  ...member.aliases.map((alias) => levelKey(member.level, foldKey(alias))),
];

/** A name may stand for a category and for an item of it, so keys are told apart by level. */
export const levelKey = (level: string, key: string): string => `${level}\u0000${key}`;

/** The hierarchy of a dimension as a plan keeps it, or the workspace's own where `plan` is null. */
export function hierarchyOf(records: Records, plan: string | null, dimension: DimensionId): Hierarchy | null {
  for (const hierarchy of records.hierarchy.values()) {
    if (hierarchy.plan === plan && hierarchy.dimension === dimension) return hierarchy;
  }
  return null;
}

/**
 * For each level of a hierarchy from the top: member code → code of its ancestor at that level; a member above the level
 * or without an ancestor there counts as its own highest known ancestor or as *unassigned*.
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
