import type { DimensionId } from '~/domain/dimension';
import { columnKey, type Plan } from '~/domain/plan';
import { counterparts, planYears } from '~/domain/planYears';
import { bucketsOfSpan, cutsOfSpans } from '~/engine/facts/index';
import { covers } from '~/engine/kpi/index';
import type { ChallengeScene } from '../challenge/challengeScene';
import { nodeAmounts } from '../challenge/nodeAmounts';
import type { NodeTree } from '../challenge/nodeTree';
import { memberSalesByDays } from '../views/memberTotals';
import { treeOf } from '../views/nodeFilters';
import { orderCoverage } from '../views/orderCoverage';

const YEAR = 365;

/** Sales two years before the plan's year by member code; null where a day of it is unknown. */
export function salesOfYearBefore(
  { document, whole, plan }: ChallengeScene,
  dimension: DimensionId,
): ((code: number) => number) | null {
  const spans = counterparts(plan).flatMap((span) => span ?? []);
  const coverage = orderCoverage(document);
  if (!coverage || spans.length === 0) return null;
  const span = { from: spans[0].from - YEAR, to: spans[0].from - 1 };
  if (!covers(coverage.stretches, span.from, span.to)) return null;
  const cuts = cutsOfSpans([span]);
  const level = (treeOf(document, whole, dimension)?.levels.length ?? 1) - 1;
  const { amount, buckets } = memberSalesByDays(document, whole, { member: { dimension, level, at: {} }, cuts });
  const { first, end } = bucketsOfSpan(cuts, span);
  return (code) => amount.subarray(code * buckets + first, code * buckets + end).reduce((sum, value) => sum + value, 0);
}

/** What was asked of the nodes of a tree in the year before, where the plan has it; else null. */
export function targetsOfLastYear(scene: ChallengeScene, tree: NodeTree): (number | null)[] | null {
  const { document, open, whole, plan, column } = scene;
  const before = planYears(whole).find(({ year }) => year === plan.fiscalYear - 1);
  if (!before || !open.columns.has(columnKey(column))) return null;
  const periods = whole.periods.slice(before.first, before.last + 1);
  const asYear: Plan = { ...whole, fiscalYear: before.year, periods };
  return nodeAmounts(document, open, { plan: asYear, column, view: tree.view }).sum;
}
