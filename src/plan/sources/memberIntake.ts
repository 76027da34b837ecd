import type { RecordsDiff } from '~/domain/change';
import { type DimensionId, foldKey, type Hierarchy, type Member, type MemberCode, memberId } from '~/domain/dimension';
import type { BatchDimension, BatchMember } from '~/domain/order';
import { membersOf, type PlanDocument } from '../document';
import { hierarchyOf, levelKey, type Members } from '../members';
import { added, updated } from '../records';

/** Members on their way in: several batches of one import share them, and nothing is changed before all are known. */
export interface MemberIntake {
  /** Matches or makes the members of a batch; answers the workspace's code per entry. */
  take(batch: BatchDimension): Uint32Array;
  /** Whether a dimension has members, those that were taken in just now included. */
  has(dimension: DimensionId): boolean;
  /** Entries of a batch that nobody answers to yet, by index: asked before it is taken. */
  unknown(batch: BatchDimension): number[];
  /** What the batches so far did to a member. */
  standing(dimension: DimensionId, code: MemberCode): 'new' | 'changed' | 'same';
  /** What all batches changed, as one diff. */
  records(): RecordsDiff;
}

interface Growing {
  members: Members;
  hierarchy: Hierarchy | null;
  levels: string[];
  parent: number[];
  keys: Map<string, MemberCode>;
  fresh: Map<MemberCode, Member>;
  changed: Map<MemberCode, Member>;
  moved: boolean;
  next: MemberCode;
}

/**
 * Matches by folded name, then by other spellings, at the level an entry says (level '' = at any, from the leaves up); new
 * ones get the next codes. A member that was only known by its key takes the name a list gives it. Parents that are new fill
 * the workspace's own hierarchy; a plan's copy is not touched. A member named by two batches is one member.
 */
export function createMemberIntake(document: PlanDocument): MemberIntake {
  const growing = new Map<DimensionId, Growing>();

  const stateOf = (dimension: DimensionId, levels: readonly string[]): Growing => {
    const known = growing.get(dimension);
    if (known) {
      known.levels = mergedLevels(known.levels, levels);
      return known;
    }
    const members = membersOf(document, dimension);
    const hierarchy = hierarchyOf(document.records, null, dimension);
    const state: Growing = {
      members,
      hierarchy,
      levels: hierarchy ? mergedLevels(hierarchy.levels, levels) : [...levels],
      parent: hierarchy ? Array.from(hierarchy.parent) : [0],
      keys: new Map(),
      fresh: new Map(),
      changed: new Map(),
      moved: !hierarchy,
      next: members.next,
    };
    growing.set(dimension, state);
    return state;
  };

  return {
    take(batch) {
      // A dimension that was never heard of is not made by a table that names none of its members.
      if (batch.members.length <= 1 && !growing.has(batch.dimension) && batch.levels.length === 0) {
        return new Uint32Array(batch.members.length);
      }
      const state = stateOf(batch.dimension, batch.levels);
      const codes = new Uint32Array(batch.members.length);
      batch.members.forEach((entry, i) => {
        if (i > 0) codes[i] = takeMember(state, batch.dimension, entry);
      });
      batch.members.forEach((entry, i) => {
        const above = codes[entry.parent];
        if (i === 0 || above === 0 || above === codes[i] || (state.parent[codes[i]] ?? 0) !== 0) return;
        state.parent[codes[i]] = above;
        state.moved = true;
      });
      return codes;
    },
    has(dimension) {
      const state = growing.get(dimension);
      return (state?.next ?? membersOf(document, dimension).next) > 1;
    },
    unknown(batch) {
      const state = growing.get(batch.dimension) ?? {
        members: membersOf(document, batch.dimension),
        keys: new Map<string, MemberCode>(),
        levels: hierarchyOf(document.records, null, batch.dimension)?.levels ?? [],
      };
      return batch.members.flatMap((entry, i) => (i > 0 && find(state, entry) === undefined ? [i] : []));
    },
    standing(dimension, code) {
      const state = growing.get(dimension);
      return state?.fresh.has(code) ? 'new' : state?.changed.has(code) ? 'changed' : 'same';
    },
    records: () => [...growing].flatMap(([dimension, state]) => recordsOf(dimension, state)),
  };
}

function takeMember(state: Growing, dimension: DimensionId, entry: BatchMember): MemberCode {
  const known = find(state, entry);
  if (known !== undefined) {
    const old = state.fresh.get(known) ?? state.changed.get(known) ?? state.members.byCode[known];
    const now = old && withNews(old, entry);
    if (old && now !== undefined && now !== old) {
      (state.fresh.has(known) ? state.fresh : state.changed).set(known, now);
      noteKeys(state, now);
    }
    return known;
  }
  const code = state.next;
  state.next += 1;
  const level = entry.level || (state.levels.at(-1) ?? dimension);
  if (!state.levels.includes(level)) state.levels.push(level);
  const member: Member = {
    id: memberId(dimension, code),
    dimension,
    code,
    key: foldKey(entry.name),
    name: entry.name,
    aliases: entry.aliases ?? [],
    level,
    attributes: entry.attributes ?? {},
  };
  state.fresh.set(code, member);
  noteKeys(state, member);
  return code;
}

function find(
  { members, keys, levels }: Pick<Growing, 'members' | 'keys' | 'levels'>,
  entry: BatchMember,
): MemberCode | undefined {
  const wanted = entry.level === '' ? [...levels].reverse() : [entry.level];
  for (const text of [entry.name, ...(entry.aliases ?? [])]) {
    const key = foldKey(text);
    for (const level of wanted) {
      const full = levelKey(level, key);
      const code = keys.get(full) ?? members.byKey.get(full);
      if (code !== undefined) return code;
    }
  }
  return undefined;
}

function noteKeys({ keys }: Growing, { level, key, aliases, code }: Member): void {
  for (const text of [key, ...aliases.map(foldKey)]) {
    const full = levelKey(level, text);
    if (!keys.has(full)) keys.set(full, code);
  }
}

/** A known member with what an import adds to it; the same object where that is nothing. */
function withNews(member: Member, entry: BatchMember): Member {
  const attributes = { ...member.attributes, ...entry.attributes };
  // So far only its key was known: the list says who it is.
  const named = (entry.aliases ?? []).some((alias) => foldKey(alias) === member.key) && entry.level !== '';
  const name = named ? entry.name : member.name;
  const others = [...(named ? [member.name] : []), entry.name, ...(entry.aliases ?? [])];
  const fresh = others.filter((text) => foldKey(text) !== foldKey(name));
  const known = new Set(member.aliases.map(foldKey));
  const aliases = [...member.aliases, ...new Set(fresh.filter((text) => !known.has(foldKey(text))))];
  const same =
    name === member.name &&
    aliases.length === member.aliases.length &&
    Object.entries(attributes).every(([id, value]) => member.attributes[id] === value);
  return same ? member : { ...member, name, key: foldKey(name), attributes, aliases };
}

function recordsOf(dimension: DimensionId, state: Growing): RecordsDiff {
  const { members, hierarchy, levels } = state;
  const records: RecordsDiff = [...state.fresh.values()].map((member) => added('member', member));
  for (const [code, now] of state.changed) {
    const old = members.byCode[code];
    if (old) records.push(updated('member', old, now));
  }
  const grown = state.next !== members.next || levels.length !== (hierarchy?.levels.length ?? 0);
  if ((!state.moved && !grown) || (state.next === 1 && !hierarchy)) return records;
  const parent = new Uint32Array(state.next);
  state.parent.forEach((above, code) => {
    if (code < parent.length) parent[code] = above;
  });
  const now: Hierarchy = { id: hierarchy?.id ?? `workspace:${dimension}`, plan: null, dimension, levels, parent };
  records.push(hierarchy ? updated('hierarchy', hierarchy, now) : added('hierarchy', now));
  return records;
}

const mergedLevels = (old: readonly string[], fresh: readonly string[]): string[] => [
  ...fresh.filter((level) => !old.includes(level)),
  ...old,
];
