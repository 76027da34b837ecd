import type { DimensionId } from '~/domain/dimension';
import type { OrderSegment } from '~/domain/order';

/** A dimension that orders do not name: their customer says it, by customer code. */
export interface CustomerSaid {
  dimension: DimensionId;
  code: Uint32Array;
}

const kept = new WeakMap<OrderSegment, { said: readonly CustomerSaid[]; made: OrderSegment }>();

/** Segments with a column more for each of these dimensions; customers that came later say *unassigned*. Made once each. */
export function withCustomerCodes(segments: OrderSegment[], said: readonly CustomerSaid[]): OrderSegment[] {
  if (said.length === 0) return segments;
  return segments.map((segment) => {
    const known = kept.get(segment);
    if (known && isSame(known.said, said)) return known.made;
    const codes = { ...segment.codes };
    for (const { dimension, code } of said) codes[dimension] = codesOf(segment, code);
    const made = { ...segment, codes };
    kept.set(segment, { said, made });
    return made;
  });
}

const isSame = (a: readonly CustomerSaid[], b: readonly CustomerSaid[]): boolean =>
  a.length === b.length && a.every(({ dimension, code }, i) => dimension === b[i].dimension && code === b[i].code);

function codesOf({ codes, count }: OrderSegment, code: Uint32Array): Uint32Array {
  const said = new Uint32Array(count);
  const { customer } = codes;
  for (let i = 0; customer && i < count; i += 1) said[i] = code[customer[i]] ?? 0;
  return said;
}
