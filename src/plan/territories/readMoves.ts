import type { MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { TerritoryMove } from '~/domain/territoryView';
import { CLASS_OF } from '../customers/customerCodes';
import { customerOwners } from '../customers/customerOwners';
import { memberName, membersOf, type PlanDocument } from '../document';

/** A customer that really changes hands, with whose it was. */
export interface Handover extends TerritoryMove {
  from: MemberCode;
}

const NAMED = 5;

/**
 * The changes of hands that moves from a day on really are, by customer code: those who stay with their seller are left
 * out, so the order of moves and saying one twice change nothing. Refused: a customer or seller that is not known or is
 * archived (0 as a seller is nobody), one customer for two sellers, and one that changes hands again on a later day, as
 * that move would stand above this one.
 */
export function readMoves(
  document: PlanDocument,
  { moves, from }: { moves: readonly TerritoryMove[]; from: Day },
): Result<Handover[]> {
  const owners = customerOwners(document, 'seller', from);
  const customers = membersOf(document, 'customer').byCode;
  const isSeller = sellerTest(document);
  const wanted = new Map<MemberCode, MemberCode>();
  for (const { customer, seller } of moves) {
    const member = customers[customer];
    if (!member || member.archived || member.attributes[CLASS_OF] !== undefined || !isSeller(seller)) {
      return fail(issue('member/unknown'));
    }
    const before = wanted.get(customer);
    if (before !== undefined && before !== seller) {
      return fail(issue('territory/twice', { customer: member.name }));
    }
    wanted.set(customer, seller);
  }
  const later = new Set<MemberCode>();
  for (const known of document.records.ownership.values()) {
    if (known.from > from && wanted.has(known.customer)) later.add(known.customer);
  }
  if (later.size > 0) {
    const names = [...later].slice(0, NAMED).map((code) => memberName(document, 'customer', code));
    return fail(issue('territory/later', { n: later.size, customers: names.join(', ') }));
  }
  return ok(
    [...wanted]
      .map(([customer, seller]) => ({ customer, seller, from: owners[customer] ?? 0 }))
      .filter(({ seller, from: owner }) => seller !== owner)
      .sort((a, b) => a.customer - b.customer),
  );
}

/** True for who can look after customers: a seller, no team; 0 is nobody. */
export function sellerTest(document: PlanDocument): (seller: MemberCode) => boolean {
  const { byCode } = membersOf(document, 'seller');
  const teams = new Set<MemberCode>();
  for (const { dimension, parent } of document.records.hierarchy.values()) {
    if (dimension === 'seller') for (const code of parent) teams.add(code);
  }
  return (seller) => seller === 0 || (byCode[seller] !== undefined && !byCode[seller].archived && !teams.has(seller));
}
