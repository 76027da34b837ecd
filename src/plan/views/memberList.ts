import { type DimensionId, foldKey, type Hierarchy, type Member, type MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { MembersQuery, MembersView, ShapeMember } from '~/domain/shape';
import { membersOf, openedPlan, orderSegments, type PlanDocument } from '../document';
import { hierarchyOf } from '../members';
import { searchWords } from './nameIndex';
import { treeOf } from './nodeFilters';

/**
 * The members of a dimension as a tree lays them: parents before children, siblings in order of creation, members of other
 * trees and *unassigned* left out, archived ones last among their siblings. A search keeps members whose name or alias has
 * every word, without their parents. Lines and orders count the member and what lies under it. Answers a window and the
 * number of all that match.
 */
export function memberList(document: PlanDocument, query: MembersQuery): Result<MembersView> {
  const plan = openedPlan(document);
  const { dimension, hierarchy: wanted } = query;
  if (!document.members.has(dimension)) return ok({ members: [], total: 0 });
  const named = wanted === null ? null : hierarchyOf(document.records, plan?.id ?? null, dimension, wanted);
  if (wanted !== null && named?.id !== wanted) return fail(issue('hierarchy/unknown'));
  const tree = named ?? treeOf(document, plan, dimension);
  const listed = inTreeOrder(membersOf(document, dimension).byCode, tree).filter(matching(query.search));
  const window = listed.slice(Math.max(0, query.first), Math.max(0, query.first) + Math.max(0, query.count));
  const lines = rolledUp(tree, lineCounts(document, dimension));
  const orders = rolledUp(tree, orderCounts(document, dimension));
  return ok({
    members: window.map((member): ShapeMember => {
      const { code, name, level, archived = false, validFrom = null, validTo = null, rampMonths = 0 } = member;
      const parent = tree?.parent[code] ?? 0;
      const counts = { lines: lines[code] ?? 0, orders: orders[code] ?? 0 };
      return { code, name, level, parent, archived, validFrom, validTo, rampMonths, ...counts };
    }),
    total: listed.length,
  });
}

function inTreeOrder(byCode: readonly (Member | undefined)[], tree: Hierarchy | null): Member[] {
  const children = new Map<MemberCode, Member[]>();
  for (const member of byCode) {
    if (!member || member.code === 0 || (tree && !tree.levels.includes(member.level))) continue;
    const parent = tree?.parent[member.code] ?? 0;
    const siblings = children.get(parent);
    if (siblings) siblings.push(member);
    else children.set(parent, [member]);
  }
  const order: Member[] = [];
  const visit = (parent: MemberCode): void => {
    const siblings = children.get(parent) ?? [];
    // Sorting is stable: the order of creation stays within each half.
    for (const member of siblings.sort((a, b) => Number(a.archived ?? false) - Number(b.archived ?? false))) {
      order.push(member);
      visit(member.code);
    }
  };
  visit(0);
  return order;
}

function matching(search: string): (member: Member) => boolean {
  const words = searchWords(search);
  return ({ key, aliases }) =>
    words.every((word) => key.includes(word) || aliases.some((alias) => foldKey(alias).includes(word)));
}

/** Lines of the open plan by leaf code. */
function lineCounts({ open, members }: PlanDocument, dimension: DimensionId): Uint32Array {
  const counts = new Uint32Array(members.get(dimension)?.next ?? 1);
  const codes = open?.lines.codes[open.lines.dimensions.indexOf(dimension)];
  if (open && codes) for (let position = 0; position < open.lines.count; position += 1) counts[codes[position]] += 1;
  return counts;
}

/** Order lines by the member written on them. */
function orderCounts(document: PlanDocument, dimension: DimensionId): Uint32Array {
  const counts = new Uint32Array(membersOf(document, dimension).next);
  for (const { codes, count } of orderSegments(document)) {
    const column = codes[dimension];
    if (column) for (let i = 0; i < count; i += 1) counts[column[i]] += 1;
  }
  return counts;
}

/** Counts with those of everything below, by code. */
function rolledUp(tree: Hierarchy | null, own: Uint32Array): Uint32Array {
  const all = own.slice();
  if (!tree) return all;
  for (let code = 1; code < own.length; code += 1) {
    let up = tree.parent[code] ?? 0;
    for (let steps = 0; up !== 0 && steps < tree.levels.length; steps += 1) {
      all[up] += own[code];
      up = tree.parent[up] ?? 0;
    }
  }
  return all;
}
