import type { DimensionId } from '~/domain/dimension';
import { SOURCES } from '~/domain/sourceTable';
import { membersOf, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { isFactKind } from './isFactKind';

/** 1 per member that any fact or line of the open plan names. */
export function namedByFacts(document: PlanDocument, dimension: DimensionId): Uint8Array {
  const named = new Uint8Array(membersOf(document, dimension).next);
  const take = (codes: ArrayLike<number>, count: number): void => {
    for (let i = 0; i < count; i += 1) if (codes[i] < named.length) named[codes[i]] = 1;
  };
  for (const { kind, fields } of Object.values(SOURCES)) {
    if (!isFactKind(kind)) continue;
    for (const field of fields) {
      if (field.type !== 'member' || field.dimension !== dimension) continue;
      const facts = factsOf(document, kind);
      if (facts.count > 0) take(facts.code(field.id), facts.count);
    }
  }
  const { open } = document;
  const place = open?.lines.dimensions.indexOf(dimension) ?? -1;
  if (open && place >= 0) take(open.lines.codes[place], open.lines.count);
  return named;
}
