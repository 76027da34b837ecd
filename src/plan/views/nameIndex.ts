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

/**
 * By member code 1 where every word is in the name, an alias, or its reading. What is looked at is made once per member
 * and again when the member changed. No word finds nothing.
 */
export function namesWith(members: Members, words: string, reading: Reading | null): Uint8Array {
  const wanted = foldKey(words)
    .split(' ')
    .filter((word) => word !== '');
  const found = new Uint8Array(members.next);
  if (wanted.length === 0) return found;
  const { text } = indexOf(members, reading);
  for (let code = 1; code < found.length; code += 1) {
    const own = text[code];
    if (own !== undefined && wanted.every((word) => own.includes(word))) found[code] = 1;
  }
  return found;
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
  const names = [foldKey(member.name), ...member.aliases.map(foldKey)];
  const read = reading
    ? names.filter((name) => HAN.test(name)).flatMap((name) => Object.values(reading(name)).map(foldKey))
    : [];
  return [...names, ...read].join('\n');
}
