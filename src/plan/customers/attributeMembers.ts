import { type DimensionId, foldKey, type MemberCode, UNASSIGNED } from '~/domain/dimension';
import { membersOf, type PlanDocument } from '../document';
import { levelKey } from '../members';

/**
 * Reads an attribute that names a member of a dimension (a customer's seller): a number is its code, a text its name, key or
 * alias at any level. *Unassigned* where nothing is said, or the member is archived or not known. Texts are looked up once.
 */
export function attributeMembers(
  document: PlanDocument,
  dimension: DimensionId,
): (value: string | number | undefined) => MemberCode {
  const { byCode, byKey } = membersOf(document, dimension);
  const levels = [...new Set(byCode.map((member) => member?.level ?? ''))];
  const known = new Map<string, MemberCode>();
  const find = (text: string): MemberCode => {
    const key = foldKey(text);
    for (const level of levels) {
      const code = byKey.get(levelKey(level, key));
      if (code !== undefined) return code;
    }
    return UNASSIGNED;
  };
  return (value) => {
    if (value === undefined || value === '') return UNASSIGNED;
    if (typeof value === 'number') return byCode[value] && !byCode[value].archived ? value : UNASSIGNED;
    const code = known.get(value) ?? find(value);
    known.set(value, code);
    return code;
  };
}
