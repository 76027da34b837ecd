import type { PlanBase } from '~/domain/plan';
import type { Translate } from '~/i18n/translate';

const MONTHS = 12;

/** How much of the twelve months of a base is sold, expected, or not known at all. */
export function knownText(
  base: PlanBase,
  { t, say }: { t: Translate; say: (amount: number | null) => string },
): string {
  const { unknownMonths, forecastMonths, estimate } = base;
  if (unknownMonths >= MONTHS) return t('wizard.baseUnknown');
  const parts = [
    forecastMonths > 0
      ? t('wizard.baseForecast', { known: MONTHS - unknownMonths - forecastMonths, forecast: forecastMonths })
      : null,
    unknownMonths > 0 ? t('wizard.baseKnown', { known: MONTHS - unknownMonths, estimate: say(estimate) }) : null,
  ].filter((part): part is string => part !== null);
  return parts.length > 0 ? parts.join(t.language === 'zh-CN' ? '；' : '; ') : t('wizard.baseFull');
}

/** What a target asks of a year over the base, at its pace; null where either is missing. */
export const growthOn = (target: number | null, base: PlanBase): number | null =>
  target !== null && base.estimate ? target / base.estimate - 1 : null;
