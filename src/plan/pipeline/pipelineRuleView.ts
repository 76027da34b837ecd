import type { Day } from '~/domain/period';
import type { PipelineRuleView } from '~/domain/pipelineView';
import type { PlanDocument } from '../document';
import { pipelineScene } from './pipelineScene';
import { ruleInUse } from './ruleInUse';

/**
 * The stages in use and the names in deals and steps that lead to none of them, most used first. `history` is true
 * where stage changes are known of most deals. Without deals the stages are those that were set, else none.
 */
export function pipelineRuleView(document: PlanDocument, today: Day): PipelineRuleView {
  const scene = pipelineScene(document, today);
  if (!scene) return { ...ruleInUse(document), unknown: [], history: false, deals: 0 };
  const { deals, rule, found } = scene;
  const unknown = new Map<string, number>(deals.steps.unknown);
  const stage = deals.facts.text('stage');
  const inDeals = new Map<string, number>();
  for (let row = 0; row < deals.facts.count; row += 1) {
    const name = stage[row].trim();
    if (deals.named[row] < 0 && name !== '') inDeals.set(name, (inDeals.get(name) ?? 0) + 1);
  }
  // A name that only steps have is told with none: no deal is in it now.
  for (const name of unknown.keys()) if (!inDeals.has(name)) inDeals.set(name, 0);
  return {
    rule,
    found,
    unknown: [...inDeals]
      .map(([name, count]) => ({ name, deals: count }))
      .sort((a, b) => b.deals - a.deals || (a.name < b.name ? -1 : 1)),
    history: deals.basis === 'history',
    deals: deals.facts.count,
  };
}
