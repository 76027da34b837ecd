import type { At } from '~/domain/cell';
import type { FactKind } from '~/domain/fact';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { SOURCES } from '~/domain/sourceTable';
import { customerOwners } from '../customers/customerOwners';
import type { PlanDocument } from '../document';
import { mergedMembers } from '../mergedMembers';
import { type Facts, factsOf } from '../sources/facts';
import { nodeFilters } from './nodeFilters';

/** The node that facts are asked for. */
export interface SourceNode {
  plan: Plan | null;
  at: At;
  /** Whose a customer is, is asked for this day. */
  on: Day;
}

/** Facts of one kind and which of their rows belong to the node. */
export interface NodeRows {
  facts: Facts;
  rows: number[];
  /** Last day the source is complete to; a newer row by hand counts as one. */
  asOf: Day;
}

/**
 * The rows of a source that belong to a node, by the plan's own trees. What a row does not say itself (the region of a visit) is
 * that of its customer; a source that can say it neither way is not known at this depth: null, as it is without any row.
 */
export function kpiSourceRows(document: PlanDocument, kind: FactKind, { plan, at, on }: SourceNode): NodeRows | null {
  const facts = factsOf(document, kind);
  if (facts.count === 0) return null;
  const keep = new Uint8Array(facts.count).fill(1);
  for (const { dimension, inside } of nodeFilters(document, plan, at)) {
    const codes = factCodes(document, facts, { dimension, on });
    if (!codes) return null;
    for (let row = 0; row < facts.count; row += 1) keep[row] &= inside[codes[row]] ?? 0;
  }
  const rows: number[] = [];
  for (let row = 0; row < facts.count; row += 1) if (keep[row] === 1) rows.push(row);
  return { facts, rows, asOf: reachOf(facts, on) };
}

/** What a customer has one of at a time; which product a fact is about its customer cannot say. */
const OF_CUSTOMERS: ReadonlySet<string> = new Set(['region', 'seller', 'salesMode', 'settlementMethod']);

/** The column of some rows alone. */
export const pick = (column: ArrayLike<number>, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (row) => column[row]);

/**
 * By row the member of a dimension it is about, merged ones as the one that stayed: its own, else that of its customer on the
 * day; 0 = nobody's. Null where the source can say it neither way.
 */
export function factCodes(
  document: PlanDocument,
  facts: Facts,
  { dimension, on }: { dimension: string; on: Day },
): Uint32Array | null {
  const { fields } = SOURCES[facts.kind];
  const has = (id: string): boolean => fields.some((field) => field.dimension === id);
  const merged = mergedMembers(document, dimension);
  const own = has(dimension) ? facts.code(dimension) : null;
  const customers = OF_CUSTOMERS.has(dimension) && has('customer') ? facts.code('customer') : null;
  if (!own && !customers) return null;
  // A row that names no customer could be anybody's.
  if (!own && customers?.some((customer) => customer === 0)) return null;
  const owners = customers ? customerOwners(document, dimension, on) : null;
  return Uint32Array.from({ length: facts.count }, (_, row) => {
    const code = own?.[row] || (customers && owners ? owners[customers[row]] : 0);
    return merged?.[code] ?? code;
  });
}

/** A list that people keep by hand alone is complete to the day; one that came in files to theirs, or to a newer row by hand. */
function reachOf(facts: Facts, on: Day): Day {
  if (facts.asOf === null) return on;
  const { dated } = SOURCES[facts.kind];
  const days = dated !== null && dated !== 'month' ? facts.number(dated) : null;
  let newest = facts.asOf;
  for (let row = 0; days && row < facts.count; row += 1) {
    if (facts.source[row] === null && days[row] <= on && days[row] > newest) newest = days[row];
  }
  return newest;
}
