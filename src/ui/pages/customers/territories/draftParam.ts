import type { MemberCode } from '~/domain/dimension';

/** More of them do not fit into an address. */
const MOST = 2000;
const BASE = 36;

/**
 * A draft as the address keeps it, so that another tab or a reload does not lose it: pairs of customer and seller. Null
 * where there is none, or too much of it.
 */
export const draftParam = (draft: ReadonlyMap<MemberCode, MemberCode>): string | null =>
  draft.size === 0 || draft.size > MOST
    ? null
    : [...draft].map(([customer, seller]) => `${customer.toString(BASE)}-${seller.toString(BASE)}`).join('.');

/** What an address says of a draft; what cannot be read is passed over. */
export function draftIn(param: string | undefined): Map<MemberCode, MemberCode> {
  const draft = new Map<MemberCode, MemberCode>();
  for (const pair of (param ?? '').split('.')) {
    if (!/^[0-9a-z]{1,6}-[0-9a-z]{1,6}$/.test(pair)) continue;
    const [customer, seller] = pair.split('-').map((text) => Number.parseInt(text, BASE));
    if (customer > 0) draft.set(customer, seller);
  }
  return draft;
}
