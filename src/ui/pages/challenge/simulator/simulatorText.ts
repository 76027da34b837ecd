import type { SimulatedSwing } from '~/domain/simulationView';
import type { Translate } from '~/i18n/translate';

/** A cause in words; a member without a name is the unassigned one. */
export const causeName = (t: Translate, { kind, label }: SimulatedSwing): string =>
  t(`simulation.cause.${kind}`, { name: label || t('words.unassigned') });
