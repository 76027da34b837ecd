import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { LIFECYCLE_STAGES, type LifecycleStage } from '~/domain/segmentation';
import { DEFAULT_SERVICE, type ServicePackage, type ServiceSettings } from '~/domain/service';
import type { ServiceTier } from '~/domain/serviceView';
import { servicePackageOf, TIERS } from '~/engine/customers/index';
import { SERVICE_SETTINGS } from '../commands/service';
import { customerCodes } from '../customers/customerCodes';
import { customerOwners } from '../customers/customerOwners';
import { stagesOn } from '../customers/stagesOn';
import { tiersOn } from '../customers/tiersOn';
import { openedPlan, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { customerFigures } from './customerFigures';
import type { Reading } from './nameIndex';
import { orderCoverage } from './orderCoverage';
import { type ServiceDays, serviceDays } from './serviceDays';
import { serviceVisits, type VisitIndex } from './serviceVisits';
import type { CustomerFigures, ViewCache } from './viewCache';

/** What the service lists of one day are read from. Arrays by customer code. */
export interface ServiceScene {
  document: PlanDocument;
  plan: Plan | null;
  on: Day;
  cache: ViewCache;
  codes: Uint32Array;
  figures: CustomerFigures | null;
  /** 0 none, 1 A, 2 B, 3 C. */
  tier: Uint8Array;
  /** 0 unknown, else one more than the place in `LIFECYCLE_STAGES`. */
  stage: Uint8Array | null;
  packages: ServicePackage[];
  /** Index into `packages`, −1 none. */
  packageAt: Int32Array;
  seller: Uint32Array;
  region: Uint32Array;
  visits: VisitIndex;
  days: ServiceDays;
  settings: Omit<ServiceSettings, 'id'>;
  /** How names are read, for a search; null = names alone. */
  reading: Reading | null;
}

/** So long after the end of the data, today says nothing about it any more. */
const STALE_DAYS = 92;

/** The day lists are read on: today; the newest day of the data where it ends three months before or goes beyond today. */
export function serviceDay(document: PlanDocument, today: Day): Day {
  const known = [
    orderCoverage(document)?.asOf ?? null,
    ...(['visits', 'complaints', 'surveys'] as const).map((kind) => factsOf(document, kind).asOf),
  ].filter((day) => day !== null);
  if (known.length === 0) return today;
  const newest = Math.max(...known);
  return today - newest > STALE_DAYS || newest > today ? newest : today;
}

/** Everything the service lists of a day have in common. `on` null is the day of `serviceDay`. */
export function serviceScene(
  document: PlanDocument,
  options: { on: Day | null; today: Day; cache: ViewCache },
): ServiceScene {
  const { cache, today } = options;
  const on = options.on ?? serviceDay(document, today);
  const plan = openedPlan(document);
  const packages = servicePackages(document);
  const tier = tiersOn(document, cache, on);
  // Silence after the last complete day of the orders is not known: stages are those of that day.
  const stage = stagesOn(document, cache)?.stage ?? null;
  const visits = serviceVisits(document);
  return {
    document,
    plan,
    on,
    cache,
    codes: customerCodes(document),
    figures: customerFigures(document, cache),
    tier,
    stage,
    packages,
    packageAt: servicePackageOf(packages, { tier, stage }),
    seller: customerOwners(document, 'seller', on),
    region: customerOwners(document, 'region', on),
    visits,
    days: serviceDays(document, plan, { from: Math.min(on, earliest(visits)), to: on + 400 }),
    settings: serviceSettings(document),
    reading: null,
  };
}

/** Packages in the order of their tier and then their stage; those for everybody last. */
export function servicePackages(document: PlanDocument): ServicePackage[] {
  const place = ({ tier, stage }: ServicePackage): number =>
    (tier === null ? TIERS.length : TIERS.indexOf(tier)) * (LIFECYCLE_STAGES.length + 1) +
    (stage === null ? 0 : LIFECYCLE_STAGES.indexOf(stage) + 1);
  return [...document.records.servicePackage.values()].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** Hours and what they cost, without the id; what a workspace starts with where nobody saved any. */
export function serviceSettings(document: PlanDocument): Omit<ServiceSettings, 'id'> {
  const saved = document.records.serviceSettings.get(SERVICE_SETTINGS);
  if (!saved) return DEFAULT_SERVICE;
  const { id: _id, ...settings } = saved;
  return settings;
}

/** The letter of a tier by its code; null for none. */
export const tierName = (tier: number): ServiceTier | null => TIERS[tier - 1] ?? null;

/** The stage of a customer; null where orders do not tell. */
export const stageName = (scene: ServiceScene, customer: number): LifecycleStage | null =>
  LIFECYCLE_STAGES[(scene.stage?.[customer] ?? 0) - 1] ?? null;

function earliest({ facts, day }: VisitIndex): Day {
  let first = Number.POSITIVE_INFINITY;
  for (let row = 0; row < facts.count; row += 1) if (day[row] < first) first = day[row];
  return first;
}
