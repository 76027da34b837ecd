import { foldKey } from '~/domain/dimension';
import type { MemberAlias } from '~/exchange/mapping/mapping';
import type { PlanDocument } from '~/plan/document';

/** Other names that members answer to, as corrections for the next import. */
export function knownAliases(document: PlanDocument): MemberAlias[] {
  const aliases: MemberAlias[] = [];
  for (const members of document.members.values()) {
    for (const member of members.byCode) {
      for (const from of member?.aliases ?? []) {
        const to = String(member?.attributes.key ?? member?.name ?? '');
        if (foldKey(from) !== foldKey(to)) aliases.push({ dimension: members.dimension, from, to });
      }
    }
  }
  return aliases;
}
