import type { SimulatedCushion } from '~/domain/simulationView';
import { shareReaching } from '~/engine/numeric/index';
import type { SimulationStudy } from '~/engine/simulation/index';
import type { PlanDocument } from '../document';
import { cushionView } from '../views/cushionView';
import type { SimulationSource } from './simulationSource';

/**
 * What the safety between levels is worth: for every level whose goals add up to a line of their own (`cushionView`), the chance
 * that the year brings that sum, and the chance that it brings the line above, which the safety is there for. The difference is
 * what the over-assignment buys. Nothing where no goals were set, and in plans of several years, whose goals are of all of them.
 */
export function cushionChances(
  document: PlanDocument,
  { whole, year }: SimulationSource,
  { total }: SimulationStudy,
): SimulatedCushion[] {
  const view = cushionView(document);
  if (!view.ok || whole.periods.length !== year.periods.length) return [];
  const cushions: SimulatedCushion[] = [];
  let above: number | null = null;
  for (const { level, total: sum, goals, nodes, cushion } of view.value.levels) {
    if (sum === null || goals < nodes) continue;
    cushions.push({
      level,
      total: sum,
      above,
      cushion,
      chance: shareReaching(total, sum) ?? 0,
      chanceAbove: above === null ? null : shareReaching(total, above),
    });
    above = sum;
  }
  return cushions;
}
