import type { OwnershipLine } from '~/domain/territoryView';
import { memberName, type PlanDocument } from '../document';

/** The changes of hands that stand, newest day first, of one day the later ones first; so many of them. */
export const ownershipLines = (document: PlanDocument, most: number): OwnershipLine[] =>
  [...document.records.ownership.values()]
    .sort((a, b) => b.from - a.from || (a.id < b.id ? 1 : -1))
    .slice(0, most)
    .map(({ id, customer, seller, from }) => ({
      id,
      customer,
      customerName: memberName(document, 'customer', customer),
      sellerName: memberName(document, 'seller', seller),
      from,
    }));
