import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { View } from '~/engine/cube/index';
import { buildFacts, type DaySpan, type FactTable, type NodeFacts, nodeFacts } from '~/engine/facts/index';
import { type Coverage, covers, knownMonths, mergeCoverage } from '~/engine/kpi/index';
import { coverageOf, orderSegments, type PlanDocument } from './document';
import { leafCodes } from './pools';

/** What is derived from orders is kept until orders, members or hierarchies change. */
export interface FactCache {
  version: number;
  dimensions: string;
  table: FactTable | null;
  byView: WeakMap<View, NodeFacts>;
  /** The same orders cut by the plan's own periods, where they are not months. */
  cut: { key: string; table: FactTable | null; byView: WeakMap<View, NodeFacts> } | null;
}

export const createFactCache = (): FactCache => ({
  version: -1,
  dimensions: '',
  table: null,
  byView: new WeakMap(),
  cut: null,
});

/** Orders summed to the plan's own tuples, pooled as the plan pools; null without orders. */
export function planFacts(document: PlanDocument, plan: Plan, cache: FactCache): FactTable | null {
  const dimensions = plan.groups[0].dimensions;
  const key = `${plan.id}|${dimensions.join()}|${plan.generation}`;
  if (cache.version === document.ordersVersion && cache.dimensions === key) return cache.table;
  cache.version = document.ordersVersion;
  cache.dimensions = key;
  cache.byView = new WeakMap();
  cache.cut = null;
  cache.table = factsOf(document, dimensions, plan.pools);
  return cache.table;
}

/** Orders summed to tuples of these dimensions over the whole coverage, by calendar month. */
export function factsOf(document: PlanDocument, dimensions: string[], pools: Plan['pools']): FactTable | null {
  return cutFacts(document, { dimensions, pools });
}

/** The same with buckets of other days (`cutsOfSpans`); tuples come in the same order whatever the cut. */
export function cutFacts(
  document: PlanDocument,
  { dimensions, pools, cuts }: { dimensions: string[]; pools: Plan['pools']; cuts?: Int32Array },
): FactTable | null {
  const coverage = coverageOf(document);
  if (!coverage) return null;
  return buildFacts({
    segments: orderSegments(document),
    dimensions,
    leafOf: dimensions.map((dimension) => leafCodes(document, { dimension, pools, plan: document.open?.id ?? null })),
    from: coverage.from,
    to: coverage.to,
    cuts,
  });
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
  /** Days that are complete, as stretches without overlap, in order. */
  stretches: readonly Coverage[];
}

/** Whether every day of a span is known: only there a missing sale is 0. */
export const isKnownSpan = ({ stretches }: MonthCoverage, span: DaySpan): boolean =>
  covers(stretches, span.from, span.to);

/** Whether the orders of a month are complete. */
export const isKnownMonth = (coverage: MonthCoverage, month: number): boolean =>
  month >= coverage.from && month <= coverage.to && !coverage.gaps.has(month);

export function monthCoverage(document: PlanDocument): MonthCoverage | null {
  const coverage = coverageOf(document);
  if (!coverage) return null;
  const first = monthIndexOf(coverage.from);
  const last = monthIndexOf(coverage.to);
  const from = coverage.from === monthPeriodAt(first).from ? first : first + 1;
  const whole = coverage.to === monthPeriodAt(last).to;
  const to = whole ? last : last - 1;
  const stretches = mergeCoverage([...document.records.import.values()].map((imported) => imported.coverage));
  return { from, to, running: whole ? null : last, asOf: coverage.to, gaps: gapsOf(stretches, from, to), stretches };
}

function gapsOf(stretches: Coverage[], from: number, to: number): Set<number> {
  const known = knownMonths(stretches, from, Math.max(0, to - from + 1));
  return new Set(Array.from(known.keys(), (month) => from + month).filter((month) => known[month - from] === 0));
}
