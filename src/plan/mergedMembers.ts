import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { Pool } from '~/domain/plan';
import { membersOf, type PlanDocument } from './document';

/** Member code → the member it was merged into in the end, else itself; null where nobody of the dimension was merged. */
export function mergedMembers(document: PlanDocument, dimension: DimensionId): Uint32Array | null {
  const { byCode, next } = membersOf(document, dimension);
  if (!byCode.some((member) => member?.mergedInto !== undefined)) return null;
  const end = (code: MemberCode): MemberCode => {
    let at = code;
    // A merge can be undone and made the other way round: more steps than members would be a circle.
    for (let steps = 0; steps < next; steps += 1) {
      const into = byCode[at]?.mergedInto;
      if (into === undefined) return at;
      at = into;
    }
    return code;
  };
  return Uint32Array.from({ length: next }, (_, code) => end(code));
}

/** The same as pools of a plan that is made now: orders of merged members count where they were merged to. */
export function mergePools(document: PlanDocument, dimension: DimensionId): Pool[] {
  const merged = mergedMembers(document, dimension);
  if (!merged) return [];
  const groups = new Map<MemberCode, MemberCode[]>();
  merged.forEach((into, code) => {
    if (into !== code) groups.set(into, [...(groups.get(into) ?? []), code]);
  });
  return [...groups].map(([member, only]) => ({ dimension, keep: [], member, withUnassigned: false, only }));
}
