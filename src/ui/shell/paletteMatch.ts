/** What the palette searches in. `sound` are syllables (che xiao) or further words, apart by spaces. */
export interface Findable {
  label: string;
  sound: string;
}

/**
 * How well words fit an entry; null where they do not. Smaller is better: a label that begins with the words, one that
 * holds them, one whose sound does (whole syllables or their first letters), and last letters in the right order.
 * No words fit everything.
 */
export function matchScore(words: string, { label, sound }: Findable): number | null {
  const sought = folded(words);
  if (sought === '') return 0;
  const text = folded(label);
  if (text.startsWith(sought)) return 0;
  const heads = label
    .toLowerCase()
    .split(/[\s:，,]+/)
    .map((word) => word.normalize('NFKC'));
  if (heads.some((word) => word.startsWith(words.trim().toLowerCase()))) return 1;
  if (text.includes(sought)) return 2;
  const syllables = sound.toLowerCase().split(' ');
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  if (initials.startsWith(sought) || syllables.join('').startsWith(sought)) return 3;
  if (syllables.some((_, at) => syllables.slice(at).join('').startsWith(sought))) return 4;
  if (initials.includes(sought)) return 5;
  const parts = words.toLowerCase().normalize('NFKC').trim().split(/\s+/);
  if (parts.length > 1 && parts.every((part) => text.includes(part) || syllables.some((s) => s.startsWith(part))))
    return 6;
  const gap = sought.length > 2 ? looseness(sought, text) : null;
  return gap === null ? null : 7 + gap / 1000;
}

/** Entries that fit, best first; what fits alike keeps its order. */
export function bestMatches<T extends Findable>(words: string, entries: readonly T[]): T[] {
  return entries
    .map((entry, at) => ({ entry, at, score: matchScore(words, entry) }))
    .filter((one): one is { entry: T; at: number; score: number } => one.score !== null)
    .sort((a, b) => a.score - b.score || a.at - b.at)
    .map(({ entry }) => entry);
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Letters between the sought ones, where all of them come in this order; null where they do not, or lie too far apart. */
function looseness(sought: string, text: string): number | null {
  let first = -1;
  let at = -1;
  for (const letter of sought) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return null;
    if (first < 0) first = at;
  }
  const gap = at - first + 1 - sought.length;
  return gap <= sought.length * 2 ? gap : null;
}
