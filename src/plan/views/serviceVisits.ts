import type { Day } from '~/domain/period';
import { membersOf, type PlanDocument } from '../document';
import { mergedMembers } from '../mergedMembers';
import { type Facts, factsOf } from '../sources/facts';

/** Visits laid out by customer, each customer's by day. */
export interface VisitIndex {
  facts: Facts;
  day: Float64Array;
  next: Float64Array;
  hours: Float64Array;
  /** Rows of customer c are rows[start[c]] … rows[start[c + 1] − 1]. */
  rows: Uint32Array;
  start: Uint32Array;
}

const kept = new WeakMap<PlanDocument, { version: number; index: VisitIndex }>();

/**
 * All visits by customer and day, kept until facts or members change. Customers that were merged count as the one that stayed;
 * visits without a day or a customer belong to nobody.
 */
export function serviceVisits(document: PlanDocument): VisitIndex {
  const known = kept.get(document);
  if (known?.version === document.factsVersion) return known.index;
  const index = indexOf(document, factsOf(document, 'visits'));
  kept.set(document, { version: document.factsVersion, index });
  return index;
}

function indexOf(document: PlanDocument, facts: Facts): VisitIndex {
  const { next: customers } = membersOf(document, 'customer');
  const merged = mergedMembers(document, 'customer');
  const day = facts.number('day');
  const customer = facts.code('customer');
  const own = (row: number): number => {
    const code = merged?.[customer[row]] ?? customer[row];
    return Number.isNaN(day[row]) || code >= customers ? 0 : code;
  };
  const start = new Uint32Array(customers + 1);
  for (let row = 0; row < facts.count; row += 1) start[own(row) + 1] += 1;
  for (let c = 0; c < customers; c += 1) start[c + 1] += start[c];
  const place = start.slice();
  const rows = new Uint32Array(facts.count);
  for (let row = 0; row < facts.count; row += 1) {
    const code = own(row);
    rows[place[code]] = row;
    place[code] += 1;
  }
  for (let c = 1; c < customers; c += 1) {
    if (start[c + 1] - start[c] > 1) rows.subarray(start[c], start[c + 1]).sort((a, b) => day[a] - day[b] || a - b);
  }
  return { facts, day, next: facts.number('next'), hours: facts.number('hours'), rows, start };
}

/** Row of the newest visit of a customer up to a day; null where there was none. */
export function lastVisit({ day, rows, start }: VisitIndex, customer: number, on: Day): number | null {
  for (let i = start[customer + 1] - 1; i >= start[customer]; i -= 1) if (day[rows[i]] <= on) return rows[i];
  return null;
}
