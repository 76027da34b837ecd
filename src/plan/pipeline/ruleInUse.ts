import type { PipelineRule } from '~/domain/pipeline';
import type { PlanDocument } from '../document';
import { foundStages } from './foundStages';

/** Id of the one record of stages. */
export const PIPELINE_RULE = 'pipelineRule';

/** The stages that count: those that a person set, else those found in the data, with new deals expected as before. */
export function ruleInUse(document: PlanDocument): { rule: Omit<PipelineRule, 'id'>; found: boolean } {
  const saved = document.records.pipelineRule.get(PIPELINE_RULE);
  if (!saved) return { rule: { stages: foundStages(document), newDeals: true }, found: true };
  const { id: _id, ...rule } = saved;
  return { rule, found: false };
}
