import type { MemberCode } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import type { PlanDocument } from '../document';

/** The region that all lines of a seller lie in; one whose lines lie in several, or who has none, is not named. */
export function regionOfSellers(document: PlanDocument, plan: Plan | null): Map<MemberCode, MemberCode> {
  const lines = plan && document.open?.lines;
  const regions = new Map<MemberCode, MemberCode>();
  const [seller, region] = ['seller', 'region'].map((dimension) => lines?.dimensions.indexOf(dimension) ?? -1);
  if (!lines || seller < 0 || region < 0) return regions;
  const several = new Set<MemberCode>();
  for (let line = 0; line < lines.count; line += 1) {
    const who = lines.codes[seller][line];
    const where = lines.codes[region][line];
    const known = regions.get(who);
    if (known !== undefined && known !== where) several.add(who);
    regions.set(who, where);
  }
  for (const who of several) regions.delete(who);
  return regions;
}
