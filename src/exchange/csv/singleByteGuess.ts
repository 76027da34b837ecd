import { mendLatin } from './mendLatin';
import { SINGLE_BYTE_PAGES, type SingleBytePage } from './singleBytePages';

export type SingleByteEncoding = SingleBytePage['encoding'];

export interface SingleByteGuess {
  encoding: SingleByteEncoding;
  /** Above 0 … 1: how many of its signs beyond ASCII are at home in that page. */
  score: number;
  /** Another page reads other letters and fits as well. */
  unsure: boolean;
}

const PROBE = 64 * 1024;

/** The Windows page that makes most sense of the bytes beyond ASCII, by letters that occur and words that are known. */
export function singleByteGuess(bytes: Uint8Array): SingleByteGuess | null {
  const head = bytes.subarray(0, PROBE);
  const distinct = spots(head);
  if (distinct.length === 0) return null;
  let best: SingleByteGuess | null = null;
  let second = -1;
  let bestText = '';
  let secondText = '';
  for (const page of SINGLE_BYTE_PAGES) {
    const text = mendLatin(new TextDecoder(page.encoding).decode(Uint8Array.from(distinct)), page.encoding);
    const score = pageScore(text, page);
    if (best === null || score > best.score) {
      [second, secondText] = [best?.score ?? -1, bestText];
      best = { encoding: page.encoding, score, unsure: false };
      bestText = text;
    } else if (score > second) [second, secondText] = [score, text];
  }
  if (best === null || best.score <= 0) return null;
  return { ...best, unsure: best.score - second < 0.02 && secondText !== bestText };
}

/** The words around bytes beyond ASCII, each once, with a blank between: a large file with few accents is read quickly. */
function spots(head: Uint8Array): number[] {
  const seen = new Set<string>();
  const out: number[] = [];
  for (let i = 0; i < head.length && out.length < 20_000; i++) {
    if (head[i] < 0x80) continue;
    let from = i;
    while (from > 0 && isWord(head[from - 1]) && i - from < 20) from--;
    let to = i;
    while (to < head.length && isWord(head[to]) && to - i < 40) to++;
    const word = head.subarray(from, to);
    const key = String.fromCharCode(...word);
    if (!seen.has(key)) {
      seen.add(key);
      out.push(...word, 0x20);
    }
    i = Math.max(i, to - 1);
  }
  return out;
}

const isWord = (byte: number): boolean =>
  byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

const LOWER = /^\p{Ll}$/u;
const LETTER = /^[\p{L}\p{M}]$/u;
const SIGN = /^[€£¥§°²³½¼«»“”„’‘–—…•·№™®©ªº]$/;

function pageScore(text: string, page: SingleBytePage): number {
  const letters = new Set(page.letters);
  let total = 0;
  let fitting = 0;
  let signs = 0;
  const characters = [...text];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i];
    if (character < '\u0080') continue;
    total++;
    const before = characters[i - 1] ?? ' ';
    const after = characters[i + 1] ?? ' ';
    const inWord = LETTER.test(before) && LETTER.test(after);
    if (!LETTER.test(character)) {
      if (SIGN.test(character) && !inWord) signs += 0.4;
      else if (character < '\u00a0' || character === '\uFFFD') signs -= 2;
      else signs -= 1;
      continue;
    }
    const small = character.toLowerCase();
    // A capital behind a small letter is a letter of another page.
    if (character !== small && LOWER.test(before)) fitting -= 1;
    else if (letters.has(small)) fitting += 1;
    else fitting -= 0.2;
    // Latin letters do not stand in words of another script.
    if (page.own && inWord && before < '\u0080' && after < '\u0080') fitting -= 1;
  }
  if (total === 0) return 0;
  const words = text.toLowerCase().split(/\s+/);
  const known = words.filter((word) => page.words.some((stem) => word.startsWith(stem))).length;
  return (page.weight * fitting + signs) / total + Math.min(0.5, known * 0.15);
}
