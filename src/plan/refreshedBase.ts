import type { Day } from '~/domain/period';
import { columnKey, type Plan, type PlanBase, WORKING_TARGET } from '~/domain/plan';
import type { PlanTime } from '~/domain/planYears';
import { findLine, type Selection, selectionTotals } from '~/engine/cube/index';
import type { FactTable } from '~/engine/facts/index';
import { type Base, baseOf } from './base';
import { baseFacts, firstYear, workAround } from './baseFacts';
import type { OpenPlan, PlanDocument } from './document';
import { monthCoverage } from './facts';

/** What a base taken anew would be, and what would follow from it. Nothing is changed yet. */
export interface RefreshedBase {
  summary: PlanBase;
  /** Per period of the plan and position of its lines; not `spoken` where the month is unknown. */
  column: { value: Float64Array; spoken: boolean }[];
  /** Sum of the working target, null where every leaf is blank. */
  target: number | null;
  /** The target at the growth it has on the base now; null where there is no growth to keep. */
  targetAfter: number | null;
}

/**
 * The base of a plan taken anew from these facts, over the same months by the same rule. The target follows by the ratio
 * of the two full-year estimates, in whole minor units; with no target, no old base or an empty new one it cannot.
 */
export function refreshedBase(
  document: PlanDocument,
  { open, plan }: { open: OpenPlan; plan: Plan },
  { facts, today }: { facts: FactTable; today: Day },
): RefreshedBase {
  const year = firstYear(plan);
  const coverage = monthCoverage(document);
  const base = baseOf(baseFacts(document, { months: facts, pools: plan.pools, year, coverage }), coverage, {
    kind: plan.base.kind,
    year,
    work: workAround(document, plan, year),
    today,
  });
  const column = open.columns.get(columnKey(WORKING_TARGET));
  const whole: Selection = { rows: { first: 0, end: open.lines.count }, periods: year.periods.map((_, p) => p) };
  const totals = column ? selectionTotals(column, whole) : null;
  const target = totals && totals.spoken > 0 ? totals.sum : null;
  const was = plan.base.estimate;
  const now = base.summary.estimate;
  return {
    summary: base.summary,
    column: [...baseByPosition(open, facts.codes, base), ...blankAfter(open, plan, year)],
    target,
    targetAfter: target !== null && was && now ? Math.round((target * now) / was) : null,
  };
}

/** Years after the first grow from no base. */
const blankAfter = (open: OpenPlan, plan: Plan, { periods }: PlanTime): RefreshedBase['column'] =>
  plan.periods.slice(periods.length).map(() => ({ value: new Float64Array(open.lines.count), spoken: false }));

function baseByPosition(open: OpenPlan, codes: Uint32Array[], base: Base): RefreshedBase['column'] {
  const tuple = new Uint32Array(codes.length);
  const positions = Array.from(codes[0] ?? [], (_, row) => {
    for (let d = 0; d < tuple.length; d += 1) tuple[d] = codes[d][row];
    const line = findLine(open.lines, tuple);
    return line === null ? -1 : open.lines.positionOf[line];
  });
  return base.amount.map((amount, p) => {
    const value = new Float64Array(open.lines.count);
    positions.forEach((position, row) => {
      if (position >= 0) value[position] += amount[row];
    });
    return { value, spoken: base.origin[p] !== 'unknown' };
  });
}
