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
  hourCost: number;
}
