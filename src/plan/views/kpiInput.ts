import { CALENDAR_YEAR, type FiscalCalendar } from '~/domain/calendar';
import type { At } from '~/domain/cell';
import { cellKey } from '~/domain/cell';
import type { Day } from '~/domain/period';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import { type FactTable, type KpiInput, selectFacts } from '~/engine/kpi/index';
import { membersOf, type PlanDocument } from '../document';
import { holidaysOf } from '../holidays';
import { ancestorsByLevel } from '../members';
import { nodeFilters, treeOf } from './nodeFilters';
import { nodeTargets } from './nodeTargets';
import { orderCoverage } from './orderCoverage';
import { companyHistory, orderFacts, type ViewCache } from './viewCache';

export const fiscalOf = (plan: Plan | null): FiscalCalendar => plan?.calendar ?? CALENDAR_YEAR;

/** Everything the KPIs of one node and period are made of: its order lines, its working target, its limits. */
export function kpiInput(
  document: PlanDocument,
  plan: Plan | null,
  options: { at: At; period: { from: Day; to: Day }; cache: ViewCache; today: Day },
): KpiInput {
  const { at, cache } = options;
  const coverage = orderCoverage(document);
  return {
    facts: nodeOrders(document, plan, { at, cache }),
    history: companyHistory(document, cache),
    coverage: coverage?.stretches ?? [],
    holidays: holidaysOf(document, plan),
    fiscal: fiscalOf(plan),
    asOf: coverage?.asOf ?? options.today,
    period: options.period,
    targets: plan ? { periods: plan.periods, amounts: nodeTargets(document, plan, at) } : null,
    products: productGroups(document, plan),
    limits: [...document.records.kpiLimit.values()],
  };
}

/** The order lines of a node by day; those of the node asked for last are kept. */
export function nodeOrders(
  document: PlanDocument,
  plan: Plan | null,
  { at, cache }: { at: At; cache: ViewCache },
): FactTable {
  const all = orderFacts(document, cache);
  if (Object.keys(at).length === 0) return all;
  const key = `${plan?.id ?? ''}|${plan?.generation ?? 0}|${cellKey({ column: WORKING_TARGET, at, periods: [] })}`;
  if (cache.node?.key !== key) cache.node = { key, facts: selectFacts(all, nodeFilters(document, plan, at)) };
  return cache.node.facts;
}

/** Products by their topmost group; null where products have none. */
function productGroups(document: PlanDocument, plan: Plan | null): KpiInput['products'] {
  const tree = treeOf(document, plan, 'product');
  const members = membersOf(document, 'product');
  if (!tree || members.next === 1) return null;
  const [top] = ancestorsByLevel(tree, members);
  return { groupOf: top, groups: members.next };
}
