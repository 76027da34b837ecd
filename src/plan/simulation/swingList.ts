import type { SimulatedSwing } from '~/domain/simulationView';
import type { SimulationStudy, Swing } from '~/engine/simulation/index';
import { memberName, type PlanDocument } from '../document';
import type { SimulationSource } from './simulationSource';

/** Causes shown at most; risks are always among them. */
const MOST = 16;

/**
 * What moves the year, the widest first. A cause whose effect is no larger than what chance alone makes of so many draws is left
 * out; so are factors that are switched off. Risks stand even where they hardly matter, as somebody named them.
 */
export function swingList(
  document: PlanDocument,
  { regions, products, risks }: SimulationSource,
  { swings }: SimulationStudy,
): SimulatedSwing[] {
  const named = risks.filter(({ event }) => event !== null);
  const found: (SimulatedSwing & { noise: number })[] = [
    ...row('common', '', { label: '', swing: swings.common }),
    ...row('own', '', { label: '', swing: swings.own }),
    ...row('deals', '', { label: '', swing: swings.centred }),
    ...row('capacity', '', { label: '', swing: swings.capped }),
    ...regions.flatMap((code, i) =>
      row('region', String(code), { label: memberName(document, 'region', code), swing: swings.region[i] }),
    ),
    ...products.flatMap((code, i) =>
      row('product', String(code), { label: memberName(document, 'product', code), swing: swings.product[i] }),
    ),
    ...named.flatMap(({ risk }, i) => row('risk', risk.id, { label: risk.title, swing: swings.events[i] })),
  ];
  return found
    .filter(({ kind, low, high, noise }) => kind === 'risk' || Math.abs(high - low) > noise)
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
    .filter(({ kind }, i) => i < MOST || kind === 'risk')
    .map(({ noise: _noise, ...swing }) => swing);
}

function row(
  kind: SimulatedSwing['kind'],
  id: string,
  { label, swing }: { label: string; swing: Swing | null },
): (SimulatedSwing & { noise: number })[] {
  if (!swing) return [];
  const { low, high, lowChance, highChance, noise } = swing;
  return [{ kind, id, label, low: Math.round(low), high: Math.round(high), lowChance, highChance, noise }];
}
