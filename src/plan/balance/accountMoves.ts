import type { BalanceView } from '~/domain/balanceView';
import type { MemberCode } from '~/domain/dimension';
import type { SoldBySeller } from '../capacity/soldBySeller';
import { memberName, orderSegments, type PlanDocument } from '../document';

/** A seller with what is asked and what is expected. */
export interface AccountHolder {
  seller: MemberCode;
  now: number;
  expected: number;
}

const MOST = 12;
/** A move may overshoot what is missing by so much of it. */
const OVERSHOOT = 1.1;
/** Gaps below this share of the expectation are even enough. */
const EVEN = 0.03;

/**
 * Customers whose change of hands would make targets equally hard as they stand: sellers of whom too much is asked get customers
 * of those of whom too little is, largest gap first, each time the largest customer that fits both. At most a dozen, and none
 * where nothing fits. A customer is worth what it bought in the last twelve months of whoever looks after it now.
 */
export function accountMoves(
  document: PlanDocument,
  holders: readonly AccountHolder[],
  sold: SoldBySeller,
): { moves: BalanceView['moves']; expected: Map<MemberCode, number> } {
  const expected = new Map(holders.map((holder) => [holder.seller, holder.expected]));
  const asked = holders.reduce((sum, { now }) => sum + now, 0);
  const all = holders.reduce((sum, { expected: own }) => sum + own, 0);
  const moves: BalanceView['moves'] = [];
  if (!(asked > 0 && all > 0)) return { moves, expected };
  const common = asked / all;
  const accounts = accountsOf(document, new Set(expected.keys()), sold);
  const gap = ({ seller, now }: AccountHolder): number => now / common - (expected.get(seller) ?? 0);
  const stuck = new Set<MemberCode>();
  while (moves.length < MOST) {
    const [needy] = holders
      .filter((one) => !stuck.has(one.seller) && gap(one) > EVEN * one.expected)
      .sort((a, b) => gap(b) - gap(a) || a.seller - b.seller);
    if (!needy) break;
    const best = bestAccount(holders, { needy, accounts, gap });
    if (!best) {
      stuck.add(needy.seller);
      continue;
    }
    const { customer, from, amount } = best;
    accounts.delete(customer);
    expected.set(from, (expected.get(from) ?? 0) - amount);
    expected.set(needy.seller, (expected.get(needy.seller) ?? 0) + amount);
    moves.push({
      customer,
      name: memberName(document, 'customer', customer),
      from,
      fromName: memberName(document, 'seller', from),
      to: needy.seller,
      toName: memberName(document, 'seller', needy.seller),
      amount,
    });
  }
  return { moves, expected };
}

type Accounts = Map<MemberCode, { seller: MemberCode; amount: number }>;

function bestAccount(
  holders: readonly AccountHolder[],
  { needy, accounts, gap }: { needy: AccountHolder; accounts: Accounts; gap: (holder: AccountHolder) => number },
): { customer: MemberCode; from: MemberCode; amount: number } | null {
  const spare = new Map(holders.map((holder) => [holder.seller, -gap(holder)]));
  const missing = gap(needy) * OVERSHOOT;
  let best: { customer: MemberCode; from: MemberCode; amount: number } | null = null;
  for (const [customer, { seller, amount }] of accounts) {
    if (seller === needy.seller || amount > missing || amount > (spare.get(seller) ?? 0) * OVERSHOOT) continue;
    if (!best || amount > best.amount) best = { customer, from: seller, amount };
  }
  return best;
}

/** What each customer bought in the window, where one of the sellers looks after it alone. */
function accountsOf(document: PlanDocument, sellers: ReadonlySet<MemberCode>, sold: SoldBySeller): Accounts {
  const accounts: Accounts = new Map();
  const shared = new Set<MemberCode>();
  for (const { count, day, codes, amount } of orderSegments(document)) {
    if (!codes.customer) continue;
    for (let i = 0; i < count; i += 1) {
      const customer = codes.customer[i];
      if (customer === 0 || day[i] < sold.window.from || day[i] > sold.window.to) continue;
      const seller = sold.ownerOf[customer] || (codes.seller?.[i] ?? 0);
      const known = accounts.get(customer);
      if (known && known.seller !== seller) shared.add(customer);
      if (known) known.amount += amount[i];
      else accounts.set(customer, { seller, amount: amount[i] });
    }
  }
  for (const [customer, { seller, amount }] of accounts) {
    if (shared.has(customer) || !sellers.has(seller) || !(amount > 0)) accounts.delete(customer);
  }
  return accounts;
}
