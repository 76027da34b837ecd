import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import type { ServicePackage } from '~/domain/service';

/** No package takes the customer. */
export const NO_PACKAGE = -1;

/**
 * What each customer is agreed to get: the index of the most telling package, by tier and stage, else by tier, else by stage,
 * else the one for everybody; −1 where none takes it. Tier is 0 for none, 1 A, 2 B, 3 C; stage 0 for unknown, else one more
 * than its place in `LIFECYCLE_STAGES`. Of two equally telling packages the first counts.
 */
export function servicePackageOf(
  packages: readonly Pick<ServicePackage, 'tier' | 'stage'>[],
  { tier, stage }: { tier: Uint8Array; stage: Uint8Array | null },
): Int32Array {
  const stages = LIFECYCLE_STAGES.length + 1;
  const best = new Int32Array(TIERS.length * stages).fill(NO_PACKAGE);
  for (let t = 0; t < TIERS.length; t += 1) {
    for (let s = 0; s < stages; s += 1)
      best[t * stages + s] = bestOf(packages, TIERS[t], LIFECYCLE_STAGES[s - 1] ?? null);
  }
  return Int32Array.from(tier, (t, code) => best[t * stages + (stage?.[code] ?? 0)]);
}

const TIERS = [null, 'A', 'B', 'C'] as const;

function bestOf(
  packages: readonly Pick<ServicePackage, 'tier' | 'stage'>[],
  tier: ServicePackage['tier'],
  stage: ServicePackage['stage'],
): number {
  let best = NO_PACKAGE;
  let telling = -1;
  packages.forEach((one, i) => {
    if ((one.tier !== null && one.tier !== tier) || (one.stage !== null && one.stage !== stage)) return;
    const says = (one.tier === null ? 0 : 2) + (one.stage === null ? 0 : 1);
    if (says <= telling) return;
    telling = says;
    best = i;
  });
  return best;
}
