import type { At } from '~/domain/cell';
import type { Day } from '~/domain/period';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { counterparts, planYears } from '~/domain/planYears';
import { ok, type Result } from '~/domain/result';
import type { GrowthView } from '~/domain/round';
import { selectionTotals } from '~/engine/cube/index';
import { covers } from '~/engine/kpi/index';
import { orderSegments, type PlanDocument } from '../document';
import { requirePlan, rowsAt } from '../resolve';
import { labelsOf } from './changeLines';
import { growthRows } from './growthRows';
import { nodeFilters } from './nodeFilters';
import { orderCoverage } from './orderCoverage';

/**
 * Where the target of a node is to come from, for the plan's first fiscal year: last year's sales, what people expect of
 * each source at the node and below it (a loss is negative), and what is still unexplained: target − last year − sources.
 * A source nobody spoke of is null; last year is null where any of it is unknown, and then so is the rest. Minor units.
 * Source: kpi.md §3.3.
 */
export function growthView(document: PlanDocument, at: At): Result<GrowthView> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const rows = growthRows(document, plan, at);
  const lastYear = lastYearOf(document, plan, at);
  const target = targetOf(document, plan, at);
  const planned = rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
  return ok({
    at,
    label: labelsOf(document, at).join(' · '),
    lastYear,
    rows,
    target,
    unexplained: target === null || lastYear === null ? null : target - lastYear - planned,
  });
}

function targetOf(document: PlanDocument, plan: Plan, at: At): number | null {
  const { open } = document;
  const column = open?.columns.get(columnKey(WORKING_TARGET));
  const [year] = planYears(plan);
  if (!open || !column || !year) return null;
  const periods = Array.from({ length: year.last - year.first + 1 }, (_, i) => year.first + i);
  const totals = selectionTotals(column, { rows: rowsAt(document, open, at), periods });
  return totals.spoken > 0 ? totals.sum : null;
}

/** Net sales of the node in the days the plan's first year is compared with; null where any of them is not covered. */
function lastYearOf(document: PlanDocument, plan: Plan, at: At): number | null {
  const [year] = planYears(plan);
  const coverage = orderCoverage(document);
  if (!year || !coverage) return null;
  const spans = counterparts(plan)
    .slice(year.first, year.last + 1)
    .filter((span) => span !== null);
  const from = spans.at(0)?.from;
  const to = spans.at(-1)?.to;
  if (from === undefined || to === undefined || !covers(coverage.stretches, from, to)) return null;
  return salesBetween(document, plan, { at, from, to });
}

function salesBetween(document: PlanDocument, plan: Plan, { at, from, to }: { at: At; from: Day; to: Day }): number {
  const filters = nodeFilters(document, plan, at);
  let sum = 0;
  for (const { count, day, codes, amount } of orderSegments(document)) {
    const conditions = filters.map(({ dimension, inside }) => ({ inside, codes: codes[dimension] ?? null }));
    for (let i = 0; i < count; i += 1) {
      if (day[i] < from || day[i] > to) continue;
      if (conditions.every((one) => one.inside[one.codes ? one.codes[i] : 0] === 1)) sum += amount[i];
    }
  }
  return sum;
}
