import type { SimulatedReach } from '~/domain/simulationView';
import type { SimulationStudy } from '~/engine/simulation/index';
import { challengeRule } from '../challenge/challengeRule';
import type { PlanDocument } from '../document';
import type { SimulationSource } from './simulationSource';

/** How many people make their target in a year, beside what others publish of it; null where nobody has one. */
export function reachView(
  document: PlanDocument,
  { who, whole }: SimulationSource,
  { reached }: SimulationStudy,
): SimulatedReach | null {
  const count = who.codes.length;
  if (count === 0) return null;
  const draws = reached.reduce((sum, years) => sum + years, 0);
  return {
    dimension: who.dimension,
    count,
    shares: Array.from(reached, (years) => years / draws),
    mean: reached.reduce((sum, years, made) => sum + years * made, 0) / draws,
    lower: countAt(reached, 0.1 * draws),
    upper: countAt(reached, 0.9 * draws),
    bands: challengeRule(document, whole.id).bands.filter(({ of }) => of === 'attainmentShare'),
  };
}

/** The count that so many years stay at or below. */
function countAt(reached: Uint32Array, years: number): number {
  let sum = 0;
  for (let made = 0; made < reached.length; made += 1) {
    sum += reached[made];
    if (sum >= years) return made;
  }
  return reached.length - 1;
}
