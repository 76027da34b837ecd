import type { DimensionId } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import { membersOf, type PlanDocument } from '../document';
import { pooledLeaves } from '../views/nodeFilters';

/** In the place of a seller: the customer does not change hands. */
export const STAYS = 0xffff_ffff;

/** Code → the code the lines of a plan count it under. */
export const plannedCodes = (document: PlanDocument, plan: Plan, dimension: DimensionId): Uint32Array =>
  pooledLeaves(document, plan, dimension) ??
  Uint32Array.from({ length: membersOf(document, dimension).next }, (_, code) => code);
