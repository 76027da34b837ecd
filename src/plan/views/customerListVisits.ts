import { servicePackageOf } from '~/engine/customers/index';
import { membersOf } from '../document';
import { factsOf } from '../sources/facts';
import type { ListScene } from './customerListScene';
import { listStage, listTier } from './customerListStanding';
import type { ListValues } from './customerListValues';
import { servicePackages } from './serviceScene';
import { lastVisit, serviceVisits } from './serviceVisits';

/**
 * The day a customer is due for a visit: what was agreed at the last one, if it lies ahead of it, else its service package's
 * cadence later. Blank without a visit, and where neither says anything.
 */
export function nextVisits(scene: ListScene): ListValues {
  const { document, today } = scene;
  const { next } = membersOf(document, 'customer');
  const numbers = new Float64Array(next).fill(Number.NaN);
  const values: ListValues = { kind: 'day', numbers, texts: null, total: null, gap: null };
  if (factsOf(document, 'visits').count === 0) return { ...values, gap: 'noVisits' };
  const visits = serviceVisits(document);
  const packages = servicePackages(document);
  const packageAt = servicePackageOf(packages, { tier: listTier(scene).tier, stage: listStage(scene) });
  for (let code = 1; code < next; code += 1) {
    const row = lastVisit(visits, code, today);
    if (row === null) continue;
    const agreed = visits.next[row];
    const cadence = packages[packageAt[code]]?.cadenceDays ?? Number.NaN;
    numbers[code] = agreed > visits.day[row] ? agreed : visits.day[row] + cadence;
  }
  return values;
}
