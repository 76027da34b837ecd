import type { Day } from '~/domain/period';
import type { PlanDocument } from '../document';
import type { ViewCache } from '../views/viewCache';

/** What columns of customers are read from. */
export interface CustomerScene {
  document: PlanDocument;
  cache: ViewCache;
  /** Whose a customer is, is asked for this day. */
  today: Day;
}
