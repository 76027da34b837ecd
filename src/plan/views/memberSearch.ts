import { foldKey, type Member } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import type { MemberHit, MemberQuery } from '~/domain/view';
import { membersOf, type PlanDocument } from '../document';
import { namesWith, type Reading, searchWords } from './nameIndex';
import { treeOf } from './nodeFilters';

/** Hits that one answer may carry. */
const MOST = 50;

/**
 * Members by name, to choose one: every word must be found in name or alias, whatever case or width. Names that begin
 * with the search come first, then the dimensions in the plan's order with upper levels before lower ones, then the order
 * of creation. Without a search the upper levels lead. Members of the plan's making (pools, defaults) count as any other;
 * archived ones and *unassigned* are never found, with `leaves` none that has members under it either. Chinese names are found by their reading too where one is handed in.
 * At most 50.
 */
export function memberSearch(
  document: PlanDocument,
  plan: Plan | null,
  query: MemberQuery & { reading?: Reading | null },
): MemberHit[] {
  const words = searchWords(query.search);
  const dimensions = [...new Set([...(plan?.dimensions ?? []), ...document.members.keys()])];
  const found: { hit: MemberHit; rank: number }[] = [];
  dimensions.forEach((dimension, d) => {
    if (query.dimension !== null && query.dimension !== dimension) return;
    const tree = treeOf(document, plan, dimension);
    const { byCode } = membersOf(document, dimension);
    const above = query.leaves ? new Set(tree?.parent) : null;
    const heard =
      words.length > 0 && query.reading ? namesWith(membersOf(document, dimension), query.search, query.reading) : null;
    for (const member of byCode) {
      if (!member || member.code === 0 || member.archived || !(heard?.[member.code] || words.every(isIn(member))))
        continue;
      if (above?.has(member.code)) continue;
      const level = Math.max(0, tree?.levels.indexOf(member.level) ?? 0);
      const begins = words.length > 0 && member.key.startsWith(words[0]);
      const parent = byCode[tree?.parent[member.code] ?? 0];
      found.push({
        hit: { dimension, code: member.code, name: member.name, level: member.level, above: parent?.name ?? null },
        rank: (begins ? 0 : 1e6) + level * 1e3 + d,
      });
    }
  });
  // Sorting is stable: equal ranks stay in the order of creation.
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ hit }) => hit);
}

const isIn = (member: Member) => (word: string) =>
  member.key.includes(word) || member.aliases.some((alias) => foldKey(alias).includes(word));
