import type { SimulatedSwing } from '~/domain/simulationView';
import type { Translate } from '~/i18n/translate';

/** A cause in words, for the middle of a sentence; a member without a name is the unassigned one. */
export const causeName = (t: Translate, { kind, label }: SimulatedSwing): string =>
  t(`simulation.cause.${kind}`, { name: label || t('words.unassigned') });

/** The same as the head of a row. */
export function causeHead(t: Translate, swing: SimulatedSwing): string {
  const name = causeName(t, swing);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
