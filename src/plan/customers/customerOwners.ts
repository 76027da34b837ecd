import type { DimensionId } from '~/domain/dimension';
import type { Day } from '~/domain/period';
import { membersOf, type PlanDocument } from '../document';
import { ownersNow } from '../ownersNow';
import { attributeMembers } from './attributeMembers';

const kept = new WeakMap<PlanDocument, { version: number; owners: Map<DimensionId, Uint32Array> }>();

/**
 * Whose each customer is on a day, by customer code, 0 = nobody's: for the seller the newest change of hands up to the day;
 * else, and for every other dimension, what the customer's own attribute names, else what its newest order names.
 */
export function customerOwners(document: PlanDocument, dimension: DimensionId, day: Day): Uint32Array {
  const standing = standingOwners(document, dimension);
  const { ownership } = document.records;
  if (dimension !== 'seller' || ownership.size === 0) return standing;
  const owners = standing.slice();
  const since = new Float64Array(owners.length).fill(Number.NEGATIVE_INFINITY);
  const by = new Map<number, string>();
  for (const { id, customer, seller, from } of ownership.values()) {
    if (from > day || customer >= owners.length || from < since[customer]) continue;
    // Of two changes on the same day the later one counts, in whatever order undo and redo put them there.
    if (from === since[customer] && id < (by.get(customer) ?? '')) continue;
    since[customer] = from;
    by.set(customer, id);
    owners[customer] = seller;
  }
  return owners;
}

function standingOwners(document: PlanDocument, dimension: DimensionId): Uint32Array {
  const known = kept.get(document);
  const fresh =
    known?.version === document.factsVersion ? known : { version: document.factsVersion, owners: new Map() };
  if (fresh !== known) kept.set(document, fresh);
  const made = fresh.owners.get(dimension);
  if (made) return made;
  const owners = (ownersNow(document, [dimension]).get(dimension) ?? new Uint32Array()).slice();
  const memberOf = attributeMembers(document, dimension);
  const { byCode } = membersOf(document, 'customer');
  byCode.forEach((member, code) => {
    const said = memberOf(member?.attributes[dimension]);
    if (said !== 0) owners[code] = said;
  });
  fresh.owners.set(dimension, owners);
  return owners;
}
