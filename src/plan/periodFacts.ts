import type { Plan } from '~/domain/plan';
import { counterparts } from '~/domain/planYears';
import type { View } from '~/engine/cube/index';
import {
  bucketsOfSpan,
  cutsOfSpans,
  type DaySpan,
  type FactTable,
  type NodeFacts,
  nodeFacts,
} from '~/engine/facts/index';
import type { PlanDocument } from './document';
import {
  cutFacts,
  type FactCache,
  isKnownSpan,
  type MonthCoverage,
  monthCoverage,
  planFacts,
  viewFacts,
} from './facts';

/** The buckets of facts behind one period, `end` outside. */
export interface FactRange {
  first: number;
  end: number;
  /** Every day behind it is known: without it an amount is unknown, never 0. */
  known: boolean;
  /** False where the days behind it are fewer than its own: the week too many of a 53-week year. */
  isWhole: boolean;
}

/** What was sold at every node of a view in the plan's own periods and in those they are compared with. */
export interface PeriodFacts {
  nodes: NodeFacts;
  /** By leaf period of the plan. */
  actual: FactRange[];
  /** A year earlier, like with like (`counterparts`), over as many weeks or the same month. */
  lastYear: FactRange[];
}

/** A sum of facts. `partial`: some of it is unknown, and the value is the sum of what is known. */
export interface FactSum {
  value: number | null;
  partial: boolean;
}

/**
 * Facts of a view by the plan's own periods, for any calendar and any number of years; kept until orders, members,
 * hierarchies or the calendar change. Null without orders.
 */
export function periodFacts(document: PlanDocument, plan: Plan, view: View, cache: FactCache): PeriodFacts | null {
  const coverage = monthCoverage(document);
  const table = planFacts(document, plan, cache);
  if (!coverage || !table) return null;
  const nodes =
    plan.calendar.kind === 'months' ? viewFacts(document, plan, view, cache) : cutNodes(document, plan, view, cache);
  if (!nodes) return null;
  const rangeOf = rangesIn(nodes.cuts, coverage);
  return {
    nodes,
    actual: plan.periods.map((period) => rangeOf(period, true)),
    lastYear: counterparts(plan).map((span) => rangeOf(span, span?.isWhole ?? false)),
  };
}

/**
 * What a node sold over several ranges, minor units: null where nothing of them is known. A known range without an order
 * is 0; ranges that are unknown, or shorter than what they are compared with, make the sum partial.
 */
export function sumFacts({ nodes }: PeriodFacts, node: number, ranges: readonly FactRange[]): FactSum {
  let value = 0;
  let known = 0;
  let whole = 0;
  const row = node * nodes.months;
  for (const range of ranges) {
    if (!range.known) continue;
    known += 1;
    if (range.isWhole) whole += 1;
    for (let bucket = range.first; bucket < range.end; bucket += 1) value += nodes.amount[row + bucket];
  }
  return known === 0 ? { value: null, partial: false } : { value, partial: whole < ranges.length };
}

/** Sales of a plan's own periods that have no line at or under a node, known or not. */
export function sumUnplaced({ nodes }: PeriodFacts, node: number, ranges: readonly FactRange[]): number {
  let sum = 0;
  for (const { first, end } of ranges) {
    for (let bucket = first; bucket < end; bucket += 1) sum += nodes.unplaced[node * nodes.months + bucket];
  }
  return sum;
}

/** Cuts at which every period of the plan and everything it is compared with is a run of whole buckets. */
export const planCuts = (plan: Pick<Plan, 'calendar' | 'fiscalYear' | 'periods'>): Int32Array =>
  cutsOfSpans([
    ...plan.periods,
    ...counterparts(plan).filter((span): span is NonNullable<typeof span> => span !== null),
  ]);

/** Orders summed to the plan's tuples, cut by its own periods and what they are compared with; null without orders. */
export function planCutFacts(document: PlanDocument, plan: Plan, cache: FactCache): FactTable | null {
  const months = planFacts(document, plan, cache);
  if (plan.calendar.kind === 'months') return months;
  return cutOf(document, plan, cache).table;
}

function cutOf(document: PlanDocument, plan: Plan, cache: FactCache): NonNullable<FactCache['cut']> {
  const key = `${JSON.stringify(plan.calendar)}|${plan.fiscalYear}|${plan.periods.length}`;
  if (cache.cut?.key !== key) {
    const { dimensions } = plan.groups[0];
    const table = cutFacts(document, { dimensions, pools: plan.pools, cuts: planCuts(plan) });
    cache.cut = { key, table, byView: new WeakMap() };
  }
  return cache.cut;
}

function cutNodes(document: PlanDocument, plan: Plan, view: View, cache: FactCache): NodeFacts | null {
  const { table, byView } = cutOf(document, plan, cache);
  if (!table) return null;
  let nodes = byView.get(view);
  if (!nodes) {
    nodes = nodeFacts(view, table);
    byView.set(view, nodes);
  }
  return nodes;
}

/** Ranges of buckets by span. Days outside the buckets have no facts: a range there is empty. */
function rangesIn(cuts: Int32Array, coverage: MonthCoverage): (span: DaySpan | null, isWhole: boolean) => FactRange {
  const start = cuts[0];
  const end = cuts[cuts.length - 1];
  return (span, isWhole) => {
    if (!span) return { first: 0, end: 0, known: false, isWhole };
    const known = isKnownSpan(coverage, span);
    const from = Math.max(span.from, start);
    const to = Math.min(span.to, end - 1);
    if (from > to) return { first: 0, end: 0, known, isWhole };
    return { ...bucketsOfSpan(cuts, { from, to }), known, isWhole };
  };
}
