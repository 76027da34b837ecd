import { bareName, digitsOf, nameCore } from './nameCore';

/** Why two names may be one, the surest first. */
export const ALIKE_REASONS = ['same', 'form', 'reading', 'letter'] as const;
export type AlikeReason = (typeof ALIKE_REASONS)[number];

export interface AlikeGroup {
  /** Places of the names, rising. */
  names: number[];
  reason: AlikeReason;
}

export interface AlikeOptions {
  /** How a Chinese name is read, without tones; none = names of the same sound are not looked for. */
  reading?: (name: string) => string;
}

const HAN = /\p{Script=Han}/u;
/** Shorter Latin names differ by a letter too easily. */
const LONG_ENOUGH = 6;
/** Words that number things: one of them for another is another thing. */
const NUMBERING = /^([a-z]|[ivx]+|\p{N}+)$/u;

/** Words of two letters are grades and codes. */
const PAIR = /^[a-z]{2}$/;

/**
 * Names that may stand for the same thing, in groups: the same but for case, width, spaces and punctuation; but for the form of
 * a company or a word of a place; read alike in Chinese; or one letter off (left out, put in, exchanged, swapped) where they are
 * Latin and at least six letters long. Names with other digits are never alike, nor are Chinese names that differ in a sign
 * of another sound: 东区 and 西区 are two. A name is in one group only, by its surest reason. Blank names are in none. Time grows with the
 * letters of all names, not with their pairs.
 */
export function alikeNames(names: readonly string[], options: AlikeOptions = {}): AlikeGroup[] {
  const taken = new Uint8Array(names.length);
  const groups: AlikeGroup[] = [];
  const keyed: Record<AlikeReason, (name: string, i: number) => readonly string[]> = {
    same: (name) => [bareName(name)],
    form: (name) => [nameCore(name)],
    reading: (name) => (options.reading && HAN.test(name) ? [readingKey(name, options.reading)] : []),
    letter: (name) => letterKeys(nameCore(name)),
  };
  for (const reason of ALIKE_REASONS) {
    const found = joined(names, { taken, keysOf: keyed[reason], reason });
    for (const group of found) {
      for (const place of group) taken[place] = 1;
      groups.push({ names: group, reason });
    }
  }
  return groups.sort((a, b) => a.names[0] - b.names[0]);
}

/** Two signs or more must sound alike: one sound alone says nothing. */
function readingKey(name: string, reading: (name: string) => string): string {
  const core = nameCore(name);
  return core.length < 3 ? '' : bareName(reading(core));
}

/** The name itself and each form of it with one letter left out: two names meet in one where they are a letter apart. */
function letterKeys(core: string): string[] {
  if (core.length < LONG_ENOUGH || HAN.test(core)) return [];
  const keys = new Set([core]);
  for (let i = 0; i < core.length; i += 1) keys.add(core.slice(0, i) + core.slice(i + 1));
  return [...keys];
}

function joined(
  names: readonly string[],
  how: {
    taken: Uint8Array;
    keysOf: (name: string, i: number) => readonly string[];
    reason: AlikeReason;
  },
): number[][] {
  const parent = Int32Array.from(names.keys());
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  const first = new Map<string, number[]>();
  names.forEach((name, i) => {
    if (how.taken[i] === 1) return;
    const digits = digitsOf(name);
    for (const key of how.keysOf(name, i)) {
      if (key === '') continue;
      const full = `${digits}\n${key}`;
      const known = first.get(full);
      if (!known) {
        first.set(full, [i]);
        continue;
      }
      const meets = known.find((other) => how.reason !== 'letter' || isLetterApart(names[other], name));
      if (meets !== undefined) parent[root(i)] = root(meets);
      if (how.reason === 'letter' && known.length < 20) known.push(i);
    }
  });
  const groups = new Map<number, number[]>();
  for (let i = 0; i < names.length; i += 1) {
    if (how.taken[i] === 1) continue;
    const top = root(i);
    const group = groups.get(top);
    if (group) group.push(i);
    else groups.set(top, [i]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.sort((a, b) => a - b));
}

/** One letter left out, put in, exchanged or two neighbours swapped; not where that letter is a word that numbers things. */
function isLetterApart(a: string, b: string): boolean {
  const [x, y] = [nameCore(a), nameCore(b)];
  if (Math.abs(x.length - y.length) > 1) return false;
  const shorter = Math.min(x.length, y.length);
  let from = 0;
  while (from < shorter && x[from] === y[from]) from += 1;
  let back = 0;
  while (back < shorter - from && x[x.length - 1 - back] === y[y.length - 1 - back]) back += 1;
  const [midX, midY] = [x.slice(from, x.length - back), y.slice(from, y.length - back)];
  const isOneOff = midX.length <= 1 && midY.length <= 1;
  const isSwapped = midX.length === 2 && midX[0] === midY[1] && midX[1] === midY[0];
  return (isOneOff || isSwapped) && !numbersDiffer(a, b);
}

/** "Line A" and "Line B", "Type II" and "Type III" are two things, as are the tires "HL" and "ML". */
function numbersDiffer(a: string, b: string): boolean {
  const words = (name: string, which: RegExp): string[] =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .split(/[\p{P}\p{Z}]+/u)
      .filter((word) => which.test(word));
  const [x, y] = [words(a, PAIR), words(b, PAIR)];
  if (x.length === y.length && x.join(' ') !== y.join(' ')) return true;
  return words(a, NUMBERING).join(' ') !== words(b, NUMBERING).join(' ');
}
