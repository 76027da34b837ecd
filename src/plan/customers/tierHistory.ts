import type { MemberCode } from '~/domain/dimension';
import type { Day } from '~/domain/period';
import { TIERS } from '~/engine/customers/index';
import type { PlanDocument } from '../document';

/** A tier that a customer had from a day on. */
export interface TierStep {
  id: string;
  on: Day;
  tier: 'A' | 'B' | 'C' | null;
  /** Against the step before: null for the first, and where nothing changed. */
  move: 'up' | 'down' | null;
  /** It was under its cut and kept this once. */
  waiting: boolean;
  reason: string;
}

/** Every time tiers were applied, what one customer's was; newest first. Empty where tiers were never applied. */
export function tierHistory(document: PlanDocument, code: MemberCode): TierStep[] {
  const applied = [...document.records.tiering.values()].sort(
    (a, b) => a.on - b.on || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  let before = 0;
  const steps = applied.map(({ id, on, reason, tier, waiting }): TierStep => {
    const now = tier[code] ?? 0;
    const move = before === 0 || now === 0 || now === before ? null : now < before ? 'up' : 'down';
    before = now;
    return { id, on, tier: TIERS[now - 1] ?? null, move, waiting: waiting[code] === 1, reason };
  });
  return steps.reverse();
}
