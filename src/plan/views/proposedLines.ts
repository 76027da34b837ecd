import type { PlanSettings } from '~/domain/command';
import type { Pool } from '~/domain/plan';
import { ratioOf } from '~/domain/ratio';
import type { FactTable } from '~/engine/facts/index';
import type { Base } from '../base';
import { membersOf, type PlanDocument } from '../document';
import { factsOf } from '../facts';

/** Months that say who the key customers are. */
const RECENT_MONTHS = 12;

/** The orders at the grain of these settings, pooled as the plan would pool; null without orders. */
export const proposedFacts = (
  document: PlanDocument,
  settings: Pick<PlanSettings, 'dimensions' | 'keyCustomers'>,
): FactTable | null => factsOf(document, settings.dimensions, proposedPools(document, settings));

/** Pools a plan of these settings would have. */
export function proposedPools(
  document: PlanDocument,
  { dimensions, keyCustomers }: Pick<PlanSettings, 'dimensions' | 'keyCustomers'>,
): Pool[] {
  return dimensions.flatMap((dimension): Pool[] => {
    const member = membersOf(document, dimension).next;
    if (member === 1) return [{ dimension, keep: [], member, withUnassigned: true }];
    if (dimension !== 'customer' || keyCustomers === null) return [];
    return [{ dimension, keep: largestCustomers(document, keyCustomers), member, withUnassigned: false }];
  });
}

function largestCustomers(document: PlanDocument, count: number): number[] {
  const facts = factsOf(document, ['customer'], []);
  if (!facts) return [];
  const recent = facts.amount.slice(-RECENT_MONTHS);
  return Array.from(facts.codes[0], (code, row) => ({
    code,
    amount: recent.reduce((sum, month) => sum + month[row], 0),
  }))
    .filter(({ code, amount }) => code !== 0 && amount > 0)
    .sort((a, b) => b.amount - a.amount || a.code - b.code)
    .slice(0, count)
    .map(({ code }) => code);
}

export interface LineFigures {
  lines: number;
  /** Lines ÷ all combinations of the members that occur in them; null without lines. */
  density: number | null;
  /** Lines that were sold once only ÷ lines. */
  singleSales: number | null;
}

/** How many lines a base gives, and how much each of them rests on. A base without any amount takes all tuples. */
export function lineFigures(facts: FactTable, base: Base): LineFigures {
  const all = Array.from({ length: facts.count }, (_, row) => row);
  const kept = all.filter((row) => base.amount.some((period) => period[row] !== 0));
  const rows = kept.length > 0 ? kept : all;
  const combinations = facts.codes.reduce((product, codes) => {
    const members = new Set<number>();
    for (const row of rows) members.add(codes[row]);
    return product * members.size;
  }, 1);
  const once = rows.reduce((count, row) => count + (facts.orderLines[row] === 1 ? 1 : 0), 0);
  return {
    lines: rows.length,
    density: rows.length > 0 ? ratioOf(rows.length, combinations) : null,
    singleSales: ratioOf(once, rows.length),
  };
}
