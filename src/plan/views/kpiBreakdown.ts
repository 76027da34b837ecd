import type { At } from '~/domain/cell';
import type { KpiId } from '~/domain/kpi';
import { type Day, monthIndexOf, type Period } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { KpiView } from '~/domain/view';
import { evaluateKpis, selectFacts } from '~/engine/kpi/index';
import { memberName, membersOf, type PlanDocument } from '../document';
import { kpiCard } from './kpiCard';
import { kpiInput } from './kpiInput';
import { type MemberLevel, memberAtLevel, memberSales, memberTargets } from './memberTotals';
import { treeOf } from './nodeFilters';
import { sumSpoken } from './nodeTargets';
import type { ViewCache } from './viewCache';

const BREAKDOWN_KPIS: KpiId[] = ['attainment', 'gap', 'pace', 'growthYoY', 'activeCustomers', 'averageOrderValue'];
/** The most members that are compared, largest first. */
const MOST_ROWS = 40;

/**
 * The same few KPIs for the members one level below a node: its own children where it has some, else the top of the next
 * dimension of the plan. The largest by target or sales come first; null where nothing lies below.
 */
export function kpiBreakdown(
  document: PlanDocument,
  plan: Plan,
  options: { at: At; period: Period; cache: ViewCache; today: Day },
): KpiView['breakdown'] {
  const member = levelBelow(document, plan, options.at);
  if (!member) return null;
  const input = kpiInput(document, plan, options);
  const targets = memberTargets(document, plan, member);
  const memberOf = memberAtLevel(document, plan, member);
  const rows = largestMembers(document, plan, { member, period: options.period, targets }).map((code) => {
    const inside = Uint8Array.from(memberOf, (own) => (own === code ? 1 : 0));
    const amounts = targets.get(code) ?? plan.periods.map(() => null);
    const results = evaluateKpis({
      ...input,
      facts: selectFacts(input.facts, [{ dimension: member.dimension, inside }]),
      targets: { periods: plan.periods, amounts },
      ids: BREAKDOWN_KPIS,
      trend: 0,
    });
    return {
      at: { ...options.at, [member.dimension]: code },
      label: memberName(document, member.dimension, code),
      cards: results.map((result) => kpiCard(result, () => options.period.id)),
    };
  });
  return { dimension: member.dimension, rows };
}

/** Where to look one level below an address. */
export function levelBelow(document: PlanDocument, plan: Plan, at: At): MemberLevel | null {
  const { dimensions } = plan.groups[0];
  for (const dimension of [...dimensions].reverse()) {
    const node = at[dimension];
    if (node === undefined || node === 0) continue;
    const tree = treeOf(document, plan, dimension);
    const level = tree?.levels.indexOf(membersOf(document, dimension).byCode[node]?.level ?? '') ?? -1;
    if (tree && level >= 0 && level + 1 < tree.levels.length) return { dimension, level: level + 1, at };
  }
  const next = dimensions.find((dimension) => at[dimension] === undefined);
  return next === undefined ? null : { dimension: next, level: 0, at };
}

function largestMembers(
  document: PlanDocument,
  plan: Plan,
  options: { member: MemberLevel; period: Period; targets: Map<number, (number | null)[]> },
): number[] {
  const { member, period, targets } = options;
  const firstMonth = monthIndexOf(period.from);
  const sales = memberSales(document, plan, { member, firstMonth, months: monthIndexOf(period.to) - firstMonth + 1 });
  const size = new Map<number, number>();
  for (const [code, amounts] of targets) size.set(code, Math.max(0, sumSpoken(amounts) ?? 0));
  for (let code = 0; code * sales.months < sales.amount.length; code += 1) {
    let sold = 0;
    for (let m = 0; m < sales.months; m += 1) sold += sales.amount[code * sales.months + m];
    if (sold !== 0 || size.has(code)) size.set(code, Math.max(size.get(code) ?? 0, Math.abs(sold)));
  }
  return [...size]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST_ROWS)
    .map(([code]) => code);
}
