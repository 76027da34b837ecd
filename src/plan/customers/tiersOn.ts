import type { Day } from '~/domain/period';
import type { Tiering } from '~/domain/segmentation';
import { TIERS } from '~/engine/customers/index';
import { membersOf, type PlanDocument } from '../document';
import { customerFigures } from '../views/customerFigures';
import { scoreCustomers } from '../views/scoreCustomers';
import { tierRuleOf } from '../views/tierRule';
import type { ViewCache } from '../views/viewCache';
import { tieringOn } from './tieringOn';

/**
 * The tier of every customer on a day, by code (0 none, 1 A, 2 B, 3 C): as last put into force up to that day; whom that did
 * not know, and everybody where nothing is in force, as the saved rule says now. A tier set by hand stands above both.
 */
export function tiersOn(document: PlanDocument, cache: ViewCache, on: Day): Uint8Array {
  return inForce(document, cache, tieringOn(document, on));
}

function inForce(document: PlanDocument, cache: ViewCache, tiering: Tiering | null): Uint8Array {
  const { next } = membersOf(document, 'customer');
  const tier = new Uint8Array(next);
  const figures = customerFigures(document, cache);
  if (figures) tier.set(scoreCustomers(document, figures, tierRuleOf(document)).assignment.tier.subarray(0, next));
  if (tiering) {
    const known = Math.min(next, tiering.tier.length);
    for (let c = 0; c < known; c += 1) if (tiering.tier[c] > 0) tier[c] = tiering.tier[c];
  }
  for (const pin of document.records.tierPin.values()) {
    if (pin.customer < next) tier[pin.customer] = TIERS.indexOf(pin.tier) + 1;
  }
  return tier;
}
