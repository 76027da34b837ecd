import type { MemberCode } from '~/domain/dimension';
import type { OrderSegment } from '~/domain/order';
import type { Day } from '~/domain/period';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import type { View } from '~/engine/cube/index';
import { type FactTable, type NodeFacts, nodeFacts } from '~/engine/facts/index';
import { customerOwners } from '../customers/customerOwners';
import type { PlanDocument } from '../document';
import { cutFacts, type FactCache, planFacts } from '../facts';
import { type PeriodFacts, periodFacts, planCuts } from '../periodFacts';
import { underMembers } from '../resolve';
import type { Sheet } from './sheet';

interface Kept {
  version: number;
  owners: string;
  facts: PeriodFacts | null;
}

const kept = new WeakMap<View, Kept>();

/**
 * Orders at the nodes of a sheet: only those that its filters show, and, where it is asked for, by today's owner of each
 * customer instead of the one written on the order. Null without orders, and for any measure but sales: nothing is known
 * of it, and money must not stand beside units or head counts. Kept until orders, members or, where they are asked for, owners change.
 */
export function sheetFacts(document: PlanDocument, plan: Plan, sheet: Sheet, cache: FactCache): PeriodFacts | null {
  const { query, view } = sheet;
  if (query.column.measure !== WORKING_TARGET.measure) return null;
  const facts = periodFacts(document, plan, view, cache);
  if (!facts || (!query.filters?.length && query.owners !== 'asIs')) return facts;
  const known = kept.get(view);
  const owners = query.owners === 'asIs' ? ownersKey(document) : '';
  if (known && known.version === document.factsVersion && known.owners === owners) return known.facts;
  const table =
    query.owners === 'asIs'
      ? ownedFacts(document, plan, query.ownersOn ?? Number.POSITIVE_INFINITY)
      : tableOf(document, plan, cache);
  const shown = table && rowsWithin(document, plan, { table, filters: query.filters ?? [] });
  const nodes: NodeFacts | null = shown && nodeFacts(view, shown);
  const own = nodes && { ...facts, nodes };
  kept.set(view, { version: document.factsVersion, owners, facts: own });
  return own;
}

/** Changes of hands are only ever added, and taken back as the newest: their number and the last one tell them apart. */
function ownersKey({ records: { ownership } }: PlanDocument): string {
  let last = '';
  for (const id of ownership.keys()) if (id > last) last = id;
  return `${ownership.size}|${last}`;
}

/** The table the plan's facts come from: by month, or cut by the plan's own periods. */
const tableOf = (document: PlanDocument, plan: Plan, cache: FactCache): FactTable | null =>
  plan.calendar.kind === 'months' ? planFacts(document, plan, cache) : (cache.cut?.table ?? null);

/** The rows of a fact table that lie under the members of every filter. */
function rowsWithin(
  document: PlanDocument,
  plan: Plan,
  { table, filters }: { table: FactTable; filters: readonly { dimension: string; members: MemberCode[] }[] },
): FactTable {
  const inside = new Uint8Array(table.count).fill(1);
  for (const { dimension, members } of filters) {
    const codes = table.codes[table.dimensions.indexOf(dimension)];
    if (!codes) continue;
    const under = underMembers(document, plan.id, { dimension, members });
    for (let row = 0; row < table.count; row += 1) inside[row] &= under[codes[row]] ?? 0;
  }
  const rows = Uint32Array.from(inside.keys()).filter((row) => inside[row] === 1);
  return {
    ...table,
    count: rows.length,
    codes: table.codes.map((codes) => rows.map((row) => codes[row])),
    amount: table.amount.map((column) => Float64Array.from(rows, (row) => column[row])),
    orderLines: rows.map((row) => table.orderLines[row]),
  };
}

const OWNED = ['seller', 'region'] as const;

/** Facts of the plan with seller and region of every order as its customer has them now: the newest change of hands counts. */
function ownedFacts(document: PlanDocument, plan: Plan, on: Day): FactTable | null {
  const owners = new Map(OWNED.map((dimension) => [dimension, customerOwners(document, dimension, on)]));
  const orders = new Map<string, OrderSegment>();
  for (const [id, segment] of document.orders) orders.set(id, ownedSegment(segment, owners));
  const cuts = plan.calendar.kind === 'months' ? undefined : planCuts(plan);
  return cutFacts({ ...document, orders }, { dimensions: plan.groups[0].dimensions, pools: plan.pools, cuts });
}

function ownedSegment(segment: OrderSegment, owners: Map<string, Uint32Array>): OrderSegment {
  const customer = segment.codes.customer;
  if (!customer) return segment;
  const codes = { ...segment.codes };
  for (const [dimension, owner] of owners) {
    const written = codes[dimension];
    if (written) codes[dimension] = written.map((code, i) => (customer[i] === 0 ? code : owner[customer[i]]));
  }
  return { ...segment, codes };
}
