import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { TIERS } from '~/engine/customers/index';
import { membersOf } from '../document';
import type { CustomerScene } from './customerScene';
import type { CustomerValues } from './plainColumn';
import { stagesOn } from './stagesOn';
import { tiersOn } from './tiersOn';

/** The tier in force today (`A` …) or the stage of life by the newest orders, as text; blank where there is none. */
export function classColumn({ document, cache, today }: CustomerScene, of: 'tier' | 'stage'): CustomerValues {
  if (of === 'tier') {
    return { kind: 'text', codes: Uint32Array.from(tiersOn(document, cache, today)), texts: ['', ...TIERS] };
  }
  const stage = stagesOn(document, cache)?.stage ?? new Uint8Array(membersOf(document, 'customer').next);
  return { kind: 'text', codes: Uint32Array.from(stage), texts: ['', ...LIFECYCLE_STAGES] };
}
