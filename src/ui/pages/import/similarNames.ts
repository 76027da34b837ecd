/** Folded hard: neither case nor width, spaces nor marks count. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** From here on it is the same name with another spelling. */
const SURE = 0.8;

/** How alike two names are, 0 … 1, by the pairs of letters they share (Dice); 1 where only spaces, case or marks differ. */
export function likeness(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)];
  if (a === b) return a === '' ? 0 : 1;
  const pairs = pairsOf(a);
  const total = Math.max(1, a.length - 1 + (b.length - 1));
  let shared = 0;
  for (const pair of pairsOf(b)) {
    const at = pairs.indexOf(pair);
    if (at < 0) continue;
    pairs.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / total;
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

export interface NameMatch<T> {
  member: T;
  likeness: number;
}

/** All members, the likest first; those that share nothing keep their order. */
export const byLikeness = <T extends { name: string }>(name: string, members: readonly T[]): NameMatch<T>[] =>
  members.map((member) => ({ member, likeness: likeness(name, member.name) })).sort((a, b) => b.likeness - a.likeness);

/** The one member a name surely means: very alike, and clearly more so than the next. */
export function sureMatch<T extends { name: string }>(name: string, members: readonly T[]): T | null {
  const [first, second] = byLikeness(name, members);
  if (!first || first.likeness < SURE) return null;
  return !second || first.likeness - second.likeness >= 0.1 ? first.member : null;
}
