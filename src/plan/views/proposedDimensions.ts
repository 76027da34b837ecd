import { type DimensionId, STANDARD_DIMENSIONS } from '~/domain/dimension';
import type { PlanProposal } from '~/domain/view';
import { orderSegments, type PlanDocument } from '../document';
import { orderDimensions } from './viewCache';

type Proposed = PlanProposal['dimensions'][number];

/** From here on a plan per member asks for more than anyone reads. */
const TOO_MANY = 2000;
/** Above this share of customers with one order only, last year's names say nothing about next year's. */
const MOSTLY_ONCE = 0.5;
/** Planned even where the data does not tell them apart: one default member costs no lines. */
const ALWAYS: readonly DimensionId[] = ['salesMode', 'settlementMethod'];

/**
 * The dimensions that could be in the lines, in the order of a main view, each with the members that occur in the orders
 * and whether to take it. Customers stay out above 2,000 or where most of them bought once; a dimension of one member
 * tells nothing; settlement method and sales mode are always taken.
 */
export function proposedDimensions(document: PlanDocument): Proposed[] {
  const found = orderDimensions(document);
  const standard: readonly string[] = STANDARD_DIMENSIONS;
  const ids = [...standard, ...found.filter((id) => !standard.includes(id))];
  return ids.flatMap((id): Proposed[] => {
    const members = countMembers(document, id);
    const isAlways = ALWAYS.includes(id);
    if (members === 0 && !isAlways) return [];
    const reason = reasonFor(document, id, members);
    return [{ id, members, recommended: isAlways || reason === 'repeats', reason }];
  });
}

function reasonFor(document: PlanDocument, id: DimensionId, members: number): Proposed['reason'] {
  const standard: readonly string[] = STANDARD_DIMENSIONS;
  if (members === 0) return 'noData';
  if (members === 1) return 'single';
  if (members > TOO_MANY && (id === 'customer' || !standard.includes(id))) return 'tooMany';
  return id === 'customer' && shareBuyingOnce(document) > MOSTLY_ONCE ? 'buysOnce' : 'repeats';
}

/** Members that any order names; unassigned is none. */
function countMembers(document: PlanDocument, dimension: DimensionId): number {
  let seen = new Uint8Array(1024);
  let count = 0;
  for (const segment of orderSegments(document)) {
    const codes = segment.codes[dimension];
    if (!codes) continue;
    for (let i = 0; i < segment.count; i += 1) {
      const code = codes[i];
      if (code >= seen.length) seen = widened(seen, code);
      count += code !== 0 && seen[code] === 0 ? 1 : 0;
      seen[code] = 1;
    }
  }
  return count;
}

/** Customers with a single order ÷ customers with any; returns are no orders. */
function shareBuyingOnce(document: PlanDocument): number {
  const order = new Map<number, number>();
  const again = new Set<number>();
  for (const segment of orderSegments(document)) {
    const codes = segment.codes.customer;
    if (!codes) continue;
    for (let i = 0; i < segment.count; i += 1) {
      const code = codes[i];
      if (code === 0 || !(segment.amount[i] > 0)) continue;
      const first = order.get(code);
      if (first === undefined) order.set(code, segment.order[i]);
      else if (first !== segment.order[i]) again.add(code);
    }
  }
  return order.size === 0 ? 0 : 1 - again.size / order.size;
}

function widened(seen: Uint8Array<ArrayBuffer>, code: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(Math.max(seen.length * 2, code + 1));
  wider.set(seen);
  return wider;
}
