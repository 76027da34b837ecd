import type { PipelineQuery } from '~/domain/pipelineView';
import { openedPlan } from '../document';
import { kpiSourceRows } from '../views/kpiSourceRows';
import type { PipelineScene } from './pipelineScene';

/**
 * The deals of a node that were created in a span of days, by the plan's own trees; null where deals do not say whose
 * they are at this depth. With a span, deals without a day of creation are not in it.
 */
export function nodeDeals(scene: PipelineScene, { at, from, to }: PipelineQuery): number[] | null {
  const { document, asOf, deals } = scene;
  const found = kpiSourceRows(document, 'opportunities', { plan: openedPlan(document), at, on: asOf });
  if (!found) return null;
  if (from === null && to === null) return found.rows;
  const created = deals.facts.number('created');
  return found.rows.filter((row) => created[row] >= (from ?? created[row]) && created[row] <= (to ?? created[row]));
}
