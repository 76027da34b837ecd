import type { Command } from '~/domain/command';
import type { Member } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type Outcome, recordsOnly } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Sets facts of members themselves (industry, credit limit, default settlement method …), many at once; null or an empty text
 * clears one. Of two changes of the same the later counts. A code nobody has is refused; what stays as it is makes no change.
 */
export function setAttributes(document: PlanDocument, command: Of<'members/setAttributes'>): Result<Outcome> {
  const { byCode } = membersOf(document, command.dimension);
  const next = new Map<number, Member>();
  for (const { code, attribute, value } of command.changes) {
    const member = next.get(code) ?? byCode[code];
    if (!member) return fail(issue('member/unknown'));
    if (attribute === '') throw new RangeError('an attribute has a name');
    const { [attribute]: _old, ...others } = member.attributes;
    const attributes = value === null || value === '' ? others : { ...member.attributes, [attribute]: value };
    next.set(code, { ...member, attributes });
  }
  const changed = [...next.values()].flatMap((member) => {
    const old = byCode[member.code];
    return old && !sameAttributes(old, member) ? [updated('member', old, member)] : [];
  });
  return ok(recordsOnly(changed));
}

function sameAttributes({ attributes: a }: Member, { attributes: b }: Member): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
