import type { Plan } from '~/domain/plan';
import { findLine } from '~/engine/cube/index';
import { customerWindow } from '../customers/customerWindow';
import { type OpenPlan, orderSegments, type PlanDocument } from '../document';
import { orderCoverage } from '../views/orderCoverage';
import { plannedCodes, STAYS } from './plannedCodes';
import type { Handover } from './readMoves';

/** Net sales of some place, and the parts of it that change hands, by seller. */
export interface Parts {
  total(at: number): number;
  parts(at: number): ReadonlyMap<number, number>;
}

export interface SoldParts {
  /** By position of a line. */
  byRow: Parts;
  /** By seller, and pooled customer where the lines have customers. */
  byNode: Parts;
  /** The node of a seller and pool of the lines; null where nothing leaves it. */
  nodeOf(seller: number, pool: number): number | null;
}

export interface SoldOptions {
  open: OpenPlan;
  plan: Plan;
  /** By customer: the seller it goes to as lines have it, or `STAYS`. */
  destination: Uint32Array;
  owners: Uint32Array;
  /** Customers with lines of their own have no part in the others'. */
  isOwn: (customer: number) => boolean;
  parted: readonly Handover[];
}

/**
 * Last twelve months' net sales of the sellers that customers leave, on their lines and as a whole, and what of it those
 * customers bought. Orders count for who looks after the customer now, so all customers of a seller together are all it has.
 */
export function soldParts(document: PlanDocument, options: SoldOptions): SoldParts {
  const { open, plan, destination, owners, isOwn, parted } = options;
  const { lines } = open;
  const sellers = plannedCodes(document, plan, 'seller');
  const pools = plannedCodes(document, plan, 'customer');
  const hasCustomers = lines.dimensions.includes('customer');
  const poolOf = (customer: number): number => (hasCustomers ? (pools[customer] ?? customer) : 0);
  const nodes = new Map<number, number>();
  const keyOf = (seller: number, pool: number): number => seller * 0x1_0000_0000 + pool;
  for (const { customer, from } of parted) {
    const key = keyOf(sellers[from], poolOf(customer));
    if (!nodes.has(key)) nodes.set(key, nodes.size);
  }
  const nodeOf = (seller: number, pool: number): number | null => nodes.get(keyOf(seller, pool)) ?? null;

  const byRow = createParts(lines.count);
  const byNode = createParts(nodes.size);
  const coverage = orderCoverage(document);
  const leaf = lines.dimensions.map((dimension) => plannedCodes(document, plan, dimension));
  const tuple = new Uint32Array(lines.dimensions.length);
  const window = coverage ? customerWindow(coverage) : { from: 1, to: 0 };
  for (const segment of orderSegments(document)) {
    const { customer, seller: written } = segment.codes;
    const columns = lines.dimensions.map((dimension) => segment.codes[dimension]);
    for (let i = 0; i < segment.count; i += 1) {
      if (segment.day[i] < window.from || segment.day[i] > window.to) continue;
      const who = customer?.[i] ?? 0;
      if (isOwn(who)) continue;
      const seller = sellers[who === 0 ? (written?.[i] ?? 0) : (owners[who] ?? 0)];
      const node = nodeOf(seller, poolOf(who));
      if (node === null) continue;
      const to = who === 0 ? STAYS : destination[who];
      byNode.add(node, to, segment.amount[i]);
      for (let d = 0; d < tuple.length; d += 1) {
        const code = columns[d]?.[i] ?? 0;
        tuple[d] = lines.dimensions[d] === 'seller' ? seller : (leaf[d][code] ?? code);
      }
      const line = findLine(lines, tuple);
      if (line !== null) byRow.add(lines.positionOf[line], to, segment.amount[i]);
    }
  }
  return { byRow, byNode, nodeOf };
}

const NOTHING: ReadonlyMap<number, number> = new Map();

function createParts(places: number): Parts & { add(at: number, to: number, amount: number): void } {
  const totals = new Float64Array(places);
  const parts = new Map<number, Map<number, number>>();
  return {
    total: (at) => totals[at],
    parts: (at) => parts.get(at) ?? NOTHING,
    add(at, to, amount) {
      totals[at] += amount;
      if (to === STAYS) return;
      const own = parts.get(at) ?? new Map<number, number>();
      parts.set(at, own);
      own.set(to, (own.get(to) ?? 0) + amount);
    },
  };
}
