import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { Pool } from '~/domain/plan';
import type { PlanDocument } from './document';
import { factsOf, isKnownMonth, monthCoverage } from './facts';
import { createTuples } from './tuples';

/** What each tuple sold of the members of one dimension in the last twelve known months. */
export interface HistoryParts {
  /** Amounts by member, all > 0, in order of first sale; the tuple carries at the dimension's place what `groupOf` says. */
  of(tuple: ArrayLike<number>): { member: MemberCode; weight: number }[];
}

interface HistoryOptions {
  dimensions: DimensionId[];
  /** Place of the dimension whose members are told apart. */
  place: number;
  pools: Pool[];
  /** Member → what stands for it in the tuples that will be asked for; null = 0 for all. */
  groupOf: Uint32Array | null;
}

const MONTHS = 12;

/**
 * Reads the orders of the last twelve months that are known whole, by tuple; returns count negative. A tuple without
 * sales, or a workspace without orders, has no parts.
 */
export function historyParts(document: PlanDocument, options: HistoryOptions): HistoryParts {
  const { dimensions, place, pools, groupOf } = options;
  const facts = factsOf(document, dimensions, pools);
  const coverage = monthCoverage(document);
  if (!facts || !coverage) return { of: () => [] };
  const months: Float64Array[] = [];
  for (let month = coverage.to; month >= coverage.from && months.length < MONTHS; month -= 1) {
    const amounts = facts.amount[month - facts.fromMonth];
    if (amounts && isKnownMonth(coverage, month)) months.push(amounts);
  }
  const tuples = createTuples(dimensions.length, facts.count);
  const tuple = new Uint32Array(dimensions.length);
  const parts: { member: MemberCode; weight: number }[][] = [];
  for (let row = 0; row < facts.count; row += 1) {
    let weight = 0;
    for (const amounts of months) weight += amounts[row];
    if (!(weight > 0)) continue;
    for (let d = 0; d < tuple.length; d += 1) tuple[d] = facts.codes[d][row];
    const member = tuple[place];
    tuple[place] = groupOf ? (groupOf[member] ?? member) : 0;
    const group = tuples.rowOf(tuple);
    if (group === parts.length) parts.push([]);
    parts[group].push({ member, weight });
  }
  return { of: (asked) => parts[tuples.find(asked)] ?? [] };
}
