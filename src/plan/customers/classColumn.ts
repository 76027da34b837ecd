import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { abcClasses, TIERS } from '~/engine/customers/index';
import { membersOf } from '../document';
import type { CustomerScene } from './customerScene';
import { orderColumn } from './orderColumns';
import type { CustomerValues } from './plainColumn';
import { stagesOn } from './stagesOn';
import { tiersOn } from './tiersOn';

/**
 * The tier in force today (`A` …), the stage of life by the newest orders, or the ABC class by sales of twelve months, as
 * text; blank where there is none.
 */
export function classColumn({ document, cache, today }: CustomerScene, of: 'tier' | 'stage' | 'abc'): CustomerValues {
  if (of === 'tier') {
    return { kind: 'text', codes: Uint32Array.from(tiersOn(document, cache, today)), texts: ['', ...TIERS] };
  }
  if (of === 'abc') {
    const classes = abcClasses(orderColumn(document, cache, 'sales12')).of;
    return { kind: 'text', codes: Uint32Array.from(classes), texts: ['', ...TIERS] };
  }
  const stage = stagesOn(document, cache)?.stage ?? new Uint8Array(membersOf(document, 'customer').next);
  return { kind: 'text', codes: Uint32Array.from(stage), texts: ['', ...LIFECYCLE_STAGES] };
}
