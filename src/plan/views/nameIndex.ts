import { foldKey, type Member } from '~/domain/dimension';
import type { Members } from '../members';

/** How a Chinese name is read: in full ('huadong') and by first letters ('hd'), without spaces. */
export type Reading = (text: string) => { full: string; initials: string };

/** By member code what a search looks at: name, other spellings, readings. */
interface NameIndex {
  reading: Reading | null;
  members: (Member | undefined)[];
  text: string[];
}

const kept = new WeakMap<Members, NameIndex>();

const HAN = /\p{Script=Han}/u;

/** The words of a search, folded as names are; none of blanks. */
export const searchWords = (search: string): string[] =>
  foldKey(search)
    .split(' ')
    .filter((word) => word !== '');

/**
 * By member code 1 where every word is in the name, an alias, or its reading. What is looked at is made once per member
 * and again when the member changed. No word finds nothing.
 */
export function namesWith(members: Members, words: string, reading: Reading | null): Uint8Array {
  const wanted = searchWords(words);
  const found = new Uint8Array(members.next);
  if (wanted.length === 0) return found;
  const { text } = indexOf(members, reading);
  for (let code = 1; code < found.length; code += 1) {
    const own = text[code];
    if (own !== undefined && wanted.every((word) => own.includes(word))) found[code] = 1;
  }
  return found;
}

/** A test by member code, as `namesWith`; nothing typed takes all. */
export function nameTest(members: Members, search: string, reading: Reading | null): (code: number) => boolean {
  if (searchWords(search).length === 0) return () => true;
  const found = namesWith(members, search, reading);
  return (code) => found[code] === 1;
}

function indexOf(members: Members, reading: Reading | null): NameIndex {
  let index = kept.get(members);
  if (!index || index.reading !== reading) {
    index = { reading, members: [], text: [] };
    kept.set(members, index);
  }
  for (let code = 1; code < members.next; code += 1) {
    const member = members.byCode[code];
    if (index.members[code] === member) continue;
    index.members[code] = member;
    if (member) index.text[code] = textOf(member, reading);
    else delete index.text[code];
  }
  return index;
}

/** Parts are kept apart, so that no word is found across two of them. */
function textOf(member: Member, reading: Reading | null): string {
  const names = [...new Set([foldKey(member.name), member.key, ...member.aliases.map(foldKey)])];
  return [...names, ...names.flatMap((name) => readingsOf(name, reading))].join('\n');
}

/** How a text may be typed on a Latin keyboard, folded; nothing for one without Chinese letters. */
export const readingsOf = (text: string, reading: Reading | null): string[] =>
  reading && HAN.test(text) ? Object.values(reading(text)).map(foldKey) : [];
