import type { Day } from '~/domain/period';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { TIERS } from '~/engine/customers/index';
import type { PlanDocument } from '../document';
import { createViewCache } from '../views/viewCache';
import { segmentClasses } from './segmentClasses';
import { stagesOn } from './stagesOn';
import { tiersOn } from './tiersOn';

export interface ClassesNow {
  /** Names of their own, in order; '' where the page has a word. */
  names: string[];
  /** By customer code: 0 = none of them, else 1 + the place in `names`. */
  of: ArrayLike<number>;
}

/**
 * Classes of customers as they stand on a day: of a segmentation by its id, of tiers ('tier') or stages ('stage'). Null for
 * what is not there. Segments go by the newest orders; the day counts for tiers in force, stages and owners.
 */
export function classesNow(document: PlanDocument, { by, on }: { by: string; on: Day }): ClassesNow | null {
  const cache = createViewCache();
  if (by === 'tier') return { names: [...TIERS], of: tiersOn(document, cache, on) };
  if (by === 'stage') {
    const day = stagesOn(document, cache, on);
    return day ? { names: [...LIFECYCLE_STAGES], of: day.stage } : null;
  }
  const segmentation = document.records.segmentation.get(by);
  if (!segmentation) return null;
  const { names, of } = segmentClasses({ document, cache, today: on }, segmentation.division);
  return { names: names.map(({ name }) => name), of };
}
