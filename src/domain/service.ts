import type { LifecycleStage } from './segmentation';

/** What a tier gets. The most telling package counts: tier and stage, then tier, then stage. */
export interface ServicePackage {
  id: string;
  name: string;
  tier: 'A' | 'B' | 'C' | null;
  stage: LifecycleStage | null;
  /** A visit at least every so many days. */
  cadenceDays: number;
  /** Hours until a complaint is answered, and days until it is closed. */
  responseHours: number;
  closeDays: number;
  hoursPerVisit: number;
  /** Money a year beside the hours, minor units. */
  costPerYear: number;
}

/** What an hour costs and how many a seller has; a seller's own hours stand with the member. */
export interface ServiceSettings {
  id: string;
  hoursPerMonth: number;
  /** Minor units; 0 = nobody has said, so that no cost can be told. */
  hourCost: number;
  /** What one complaint costs beside, minor units. */
  complaintCost: number;
}

/** What a workspace starts with (own values): half of a month's working time is for customers, costs are not known. */
export const DEFAULT_SERVICE: Omit<ServiceSettings, 'id'> = { hoursPerMonth: 80, hourCost: 0, complaintCost: 0 };

/** The proposed starting set (own values), told by tier and stage alone. */
export const STARTING_PACKAGES: readonly ServicePackage[] = [
  starting({ tier: 'A', stage: null }, { cadenceDays: 14, responseHours: 4, closeDays: 3, hoursPerVisit: 2 }),
  starting({ tier: 'A', stage: 'declining' }, { cadenceDays: 7, responseHours: 4, closeDays: 3, hoursPerVisit: 2 }),
  starting({ tier: 'B', stage: null }, { cadenceDays: 30, responseHours: 8, closeDays: 5, hoursPerVisit: 1.5 }),
  starting({ tier: 'C', stage: null }, { cadenceDays: 90, responseHours: 24, closeDays: 10, hoursPerVisit: 1 }),
  starting({ tier: null, stage: 'new' }, { cadenceDays: 30, responseHours: 8, closeDays: 5, hoursPerVisit: 1.5 }),
];

function starting(
  where: Pick<ServicePackage, 'tier' | 'stage'>,
  what: Pick<ServicePackage, 'cadenceDays' | 'responseHours' | 'closeDays' | 'hoursPerVisit'>,
): ServicePackage {
  return { id: '', name: '', ...where, ...what, costPerYear: 0 };
}
