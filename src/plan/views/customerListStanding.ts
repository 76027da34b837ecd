import { stagesOn } from '../customers/stagesOn';
import { tiersOn } from '../customers/tiersOn';
import { membersOf } from '../document';
import type { ListScene } from './customerListScene';

/** The tier in force today by code (0 none, 1 A, 2 B, 3 C), and 1 where a person set it. */
export function listTier({ document, cache, today }: ListScene): { tier: Uint8Array; pinned: Uint8Array } {
  const tier = tiersOn(document, cache, today);
  const pinned = new Uint8Array(tier.length);
  for (const { customer } of document.records.tierPin.values()) if (customer < pinned.length) pinned[customer] = 1;
  return { tier, pinned };
}

/** The stage of life by code on the last complete day of the orders: 0 none, else 1 + its place in the list of stages. */
export const listStage = ({ document, cache }: ListScene): Uint8Array =>
  stagesOn(document, cache)?.stage ?? new Uint8Array(membersOf(document, 'customer').next);
