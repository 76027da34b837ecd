import type { Day } from '~/domain/period';
import type { Tiering } from '~/domain/segmentation';
import type { PlanDocument } from '../document';

/** The tiers in force on a day: the newest up to it, of two of one day the later one; null where none were ever applied. */
export function tieringOn(document: PlanDocument, on: Day): Tiering | null {
  let newest: Tiering | null = null;
  for (const tiering of document.records.tiering.values()) {
    if (tiering.on > on) continue;
    if (newest === null || tiering.on > newest.on || (tiering.on === newest.on && tiering.id > newest.id)) {
      newest = tiering;
    }
  }
  return newest;
}

/** The tiers that were applied for the latest day, even one to come: what the next ones are held against. */
export const lastTiering = (document: PlanDocument): Tiering | null => tieringOn(document, Number.POSITIVE_INFINITY);
