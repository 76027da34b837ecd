import type { At, Goal } from '~/domain/cell';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import type { CushionLevel, CushionView } from '~/domain/round';
import { selectionTotals } from '~/engine/cube/index';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { ancestorsByLevel, hierarchyOf } from '../members';
import { requirePlan, selectionOf } from '../resolve';

/**
 * The safety between levels. Goals of the working target for all periods, by the level of the last dimension their address
 * names (in the plan's order), form a line; a line whose every node has a goal has a cushion: its total ÷ the nearest such
 * line above − 1. The chain is the product of (1 + cushion) − 1, so 10 %, 10 % and 5 % make 27.05 %. Unallocated: what the
 * goals of a level still exceed the targets below them by. A member's own goal counts before goals of parts of it; without
 * goals all is null. Source: kpi.md §3.7, allocation.md §4.6.
 */
export function cushionView(document: PlanDocument): Result<CushionView> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const goals = yearGoals(document, plan);
  const levels: CushionLevel[] = [];
  let above: number | null = null;
  let chain: number | null = null;
  for (const level of levelsOf(document, open, plan)) {
    const own = goalsAt(goals, level);
    const covered = new Set(own.map(({ code }) => code));
    const isWhole = own.length > 0 && level.nodes.every((code) => covered.has(code));
    const total = own.length > 0 ? own.reduce((sum, { goal }) => sum + goal.amount, 0) : null;
    const cushion = isWhole && total !== null && above !== null && above > 0 ? total / above - 1 : null;
    levels.push({
      level: level.level,
      dimension: level.dimension,
      goals: own.length,
      nodes: level.nodes.length,
      total,
      cushion,
      unallocated: own.length > 0 ? unallocatedOf(document, plan, own) : null,
    });
    if (cushion !== null) chain = (1 + (chain ?? 0)) * (1 + cushion) - 1;
    if (isWhole && total !== null) above = total;
  }
  return ok({ levels, chain });
}

interface Level {
  /** '' and null = the whole plan. */
  level: string;
  dimension: DimensionId | null;
  /** Members of the level that have lines; *unassigned* answers for nothing. */
  nodes: MemberCode[];
}

interface LevelGoal {
  goal: Goal;
  dimension: DimensionId | null;
  code: MemberCode;
}

function levelsOf(document: PlanDocument, open: OpenPlan, plan: Plan): Level[] {
  const order = plan.dimensions.filter((dimension) => open.lines.dimensions.includes(dimension));
  const levels = order.flatMap((dimension) => {
    const column = open.lines.dimensions.indexOf(dimension);
    const codes = new Set(open.lines.codes[column].subarray(0, open.lines.count));
    return trueLevels(document, plan, dimension).map((ancestorOf) => {
      const nodes = [...new Set([...codes].map((code) => ancestorOf[code] ?? 0))].filter((code) => code !== 0);
      return { level: levelName(document, dimension, nodes), dimension, nodes: nodes.sort((a, b) => a - b) };
    });
  });
  return [{ level: '', dimension: null, nodes: [0] }, ...levels];
}

/** Only members that stand on a level themselves: its goals are one line, and one that has no parent is in none above. */
function trueLevels(document: PlanDocument, plan: Plan, dimension: DimensionId): Uint32Array[] {
  const tree = hierarchyOf(document.records, plan.id, dimension);
  const members = membersOf(document, dimension);
  if (!tree) return [Uint32Array.from({ length: members.next }, (_, code) => code)];
  return ancestorsByLevel(tree, members).filter(
    (codes, level, all) => level === all.length - 1 || codes.some((code) => code !== 0),
  );
}

const levelName = (document: PlanDocument, dimension: DimensionId, nodes: readonly MemberCode[]): string =>
  document.members.get(dimension)?.byCode[nodes[0] ?? 0]?.level ?? dimension;

/** Goals for all periods of the working target, each with the member it is of. */
function yearGoals(document: PlanDocument, plan: Plan): LevelGoal[] {
  const key = columnKey(WORKING_TARGET);
  const goals: LevelGoal[] = [];
  for (const goal of document.records.goal.values()) {
    const { column, at, periods, within } = goal.cell;
    if (goal.plan !== plan.id || columnKey(column) !== key || within?.length) continue;
    if (new Set(periods).size !== plan.periods.length) continue;
    const dimension = lastNamed(plan, at);
    goals.push({ goal, dimension, code: dimension === null ? 0 : at[dimension] });
  }
  return goals;
}

function lastNamed(plan: Plan, at: At): DimensionId | null {
  for (const dimension of [...plan.dimensions].reverse()) if (at[dimension] !== undefined) return dimension;
  return null;
}

/** The goals of a level; where a member has one for all of itself, those for parts of it are within it. */
function goalsAt(goals: LevelGoal[], { dimension, nodes }: Level): LevelGoal[] {
  const here = goals.filter((goal) => goal.dimension === dimension && nodes.includes(goal.code));
  const width = ({ goal }: LevelGoal): number => Object.keys(goal.cell.at).length;
  return here.filter((own) => !here.some((other) => other.code === own.code && width(other) < width(own)));
}

function unallocatedOf(document: PlanDocument, plan: Plan, goals: LevelGoal[]): number {
  const column = document.open?.columns.get(columnKey(WORKING_TARGET));
  return goals.reduce((open, { goal }) => {
    const target = column ? selectionTotals(column, selectionOf(document, plan, goal.cell)).sum : 0;
    return open + Math.max(0, goal.amount - target);
  }, 0);
}
