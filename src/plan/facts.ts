import { type Day, dayOf } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { View } from '~/engine/cube/index';
import { buildFacts, type FactTable, type NodeFacts, nodeFacts } from '~/engine/facts/index';
import { knownMonths, mergeCoverage } from '~/engine/kpi/index';
import { coverageOf, membersOf, orderSegments, type PlanDocument } from './document';

/** What is derived from orders is kept until orders, members or hierarchies change. */
export interface FactCache {
  version: number;
  dimensions: string;
  table: FactTable | null;
  byView: WeakMap<View, NodeFacts>;
}

export const createFactCache = (): FactCache => ({ version: -1, dimensions: '', table: null, byView: new WeakMap() });

/** Orders summed to the plan's own tuples, pooled as the plan pools; null without orders. */
export function planFacts(document: PlanDocument, plan: Plan, cache: FactCache): FactTable | null {
  const dimensions = plan.groups[0].dimensions;
  const key = `${plan.id}|${dimensions.join()}|${plan.generation}`;
  if (cache.version === document.factsVersion && cache.dimensions === key) return cache.table;
  cache.version = document.factsVersion;
  cache.dimensions = key;
  cache.byView = new WeakMap();
  cache.table = factsOf(document, dimensions, plan.pools);
  return cache.table;
}

/** Orders summed to tuples of these dimensions over the whole coverage. */
export function factsOf(document: PlanDocument, dimensions: string[], pools: Plan['pools']): FactTable | null {
  const coverage = coverageOf(document);
  if (!coverage) return null;
  return buildFacts({
    segments: orderSegments(document),
    dimensions,
    leafOf: dimensions.map((dimension) => poolOf(document, dimension, pools)),
    from: coverage.from,
    to: coverage.to,
  });
}

function poolOf(document: PlanDocument, dimension: string, pools: Plan['pools']): Uint32Array | null {
  const pool = pools.find((entry) => entry.dimension === dimension);
  if (!pool) return null;
  const leaf = new Uint32Array(membersOf(document, dimension).next).fill(pool.member);
  if (!pool.withUnassigned) leaf[0] = 0;
  leaf[pool.member] = pool.member;
  for (const code of pool.keep) leaf[code] = code;
  return leaf;
}

/** The facts at every node of a view of the plan; null without orders. */
export function viewFacts(document: PlanDocument, plan: Plan, view: View, cache: FactCache): NodeFacts | null {
  const table = planFacts(document, plan, cache);
  if (!table) return null;
  let facts = cache.byView.get(view);
  if (!facts) {
    facts = nodeFacts(view, table);
    cache.byView.set(view, facts);
  }
  return facts;
}

/** Months (by index since 1970-01) that the orders cover whole, and the running one they cover in part. */
export interface MonthCoverage {
  from: number;
  to: number;
  /** The month after `to` that is known up to the last day of the coverage; null when the coverage ends with a month. */
  running: number | null;
  asOf: Day;
  /** Months between two imports that neither covers whole: unknown, though inside `from … to`. */
  gaps: ReadonlySet<number>;
}

/** Whether the orders of a month are complete. */
export const isKnownMonth = (coverage: MonthCoverage, month: number): boolean =>
  month >= coverage.from && month <= coverage.to && !coverage.gaps.has(month);

export function monthCoverage(document: PlanDocument): MonthCoverage | null {
  const coverage = coverageOf(document);
  if (!coverage) return null;
  const first = monthsBetween(coverage.from);
  const last = monthsBetween(coverage.to);
  const from = coverage.from === first.start ? first.index : first.index + 1;
  const whole = coverage.to === last.end;
  const to = whole ? last.index : last.index - 1;
  return { from, to, running: whole ? null : last.index, asOf: coverage.to, gaps: gapsOf(document, from, to) };
}

function gapsOf(document: PlanDocument, from: number, to: number): Set<number> {
  const stretches = mergeCoverage([...document.records.import.values()].map(({ coverage }) => coverage));
  const known = knownMonths(stretches, from, Math.max(0, to - from + 1));
  return new Set(Array.from(known.keys(), (month) => from + month).filter((month) => known[month - from] === 0));
}

function monthsBetween(day: Day): { index: number; start: Day; end: Day } {
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  const start = dayOf(year, month, 1);
  const end = month === 12 ? dayOf(year + 1, 1, 1) - 1 : dayOf(year, month + 1, 1) - 1;
  return { index: (year - 1970) * 12 + month - 1, start, end };
}
