import type { Plan } from '~/domain/plan';
import { customerOwners } from '../customers/customerOwners';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { plannedCodes, STAYS } from './plannedCodes';
import type { Handover } from './readMoves';
import { type SoldParts, soldParts } from './soldParts';

/** What of a line changes hands: shares of those who get some of it, and of what stays. */
export interface LineShare {
  /** Position of the line. */
  row: number;
  /** Codes of sellers as the lines have them, rising. */
  to: Uint32Array;
  /** What stays, then one per seller: whole numbers from 0. */
  weights: Float64Array;
}

export interface PlannedMoves {
  open: OpenPlan;
  plan: Plan;
  handovers: readonly Handover[];
  /** Whose customers are on this day: before the moves. */
  on: number;
}

/**
 * Which lines of a plan moves of customers touch, and with which part. A customer with lines of its own takes them along
 * whole, whichever seller they stand under. One that is planned in a pool, or in a plan without customers, takes the share
 * it had of the last twelve months' net sales of all its former seller's customers on each line; on a line that sold
 * nothing, of all the seller sold there. Returns above sales count as 0. Nothing where lines have no sellers.
 */
export function lineShares(document: PlanDocument, { open, plan, handovers, on }: PlannedMoves): LineShare[] {
  const { lines } = open;
  const sellerAt = lines.dimensions.indexOf('seller');
  if (sellerAt < 0) return [];
  const customerAt = lines.dimensions.indexOf('customer');
  const planned = plannedCodes(document, plan, 'seller');
  const pool = plannedCodes(document, plan, 'customer');
  const isOwn = (customer: number): boolean => customerAt >= 0 && pool[customer] === customer;
  const destination = new Uint32Array(membersOf(document, 'customer').next).fill(STAYS);
  for (const { customer, seller } of handovers) destination[customer] = planned[seller];

  const shares: LineShare[] = [];
  for (let row = 0; customerAt >= 0 && row < lines.count; row += 1) {
    const customer = lines.codes[customerAt][row];
    const to = destination[customer] ?? STAYS;
    if (to === STAYS || to === lines.codes[sellerAt][row] || !isOwn(customer)) continue;
    shares.push({ row, to: Uint32Array.of(to), weights: Float64Array.of(0, 1) });
  }

  const parted = handovers.filter(
    ({ customer, seller, from }) => !isOwn(customer) && planned[seller] !== planned[from],
  );
  if (parted.length === 0) return shares;
  const partedTo = new Uint32Array(destination.length).fill(STAYS);
  for (const { customer } of parted) partedTo[customer] = destination[customer];
  const owners = customerOwners(document, 'seller', on);
  const sold = soldParts(document, { open, plan, destination: partedTo, owners, isOwn, parted });
  for (let row = 0; row < lines.count; row += 1) {
    const node = sold.nodeOf(lines.codes[sellerAt][row], customerAt < 0 ? 0 : lines.codes[customerAt][row]);
    const share = node === null ? null : shareOf(sold, row, node);
    if (share) shares.push({ row, ...share });
  }
  return shares;
}

/** By the line's own sales, or those of the whole node where it had none; null where none of it goes. */
function shareOf({ byRow, byNode }: SoldParts, row: number, node: number): Omit<LineShare, 'row'> | null {
  const own = byRow.total(row) > 0 ? byRow : byNode;
  const at = own === byRow ? row : node;
  const parts = [...own.parts(at)].filter(([, sum]) => sum > 0).sort(([a], [b]) => a - b);
  if (parts.length === 0) return null;
  const moved = parts.reduce((sum, [, part]) => sum + part, 0);
  return {
    to: Uint32Array.from(parts, ([to]) => to),
    weights: Float64Array.of(Math.max(0, own.total(at) - moved), ...parts.map(([, part]) => part)),
  };
}
