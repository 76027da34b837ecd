import type { Explanation } from '~/domain/history';
import type { Translate } from '~/i18n/translate';
import { exactText } from './exactText';

/** What rounding did to a cell in a sentence, or why that cannot be told. */
export function roundingText(
  { rounding, untold }: Pick<Explanation, 'rounding' | 'untold'>,
  { t, minorUnit }: { t: Translate; minorUnit: number },
): string {
  if (!rounding) return t(`history.untold.${untold ?? 'none'}`);
  const exact = exactText(rounding.exact, minorUnit);
  const added = exactText(String(rounding.added), minorUnit);
  const { place } = rounding;
  if (place === 0) return t('history.roundedPart', { exact, added });
  return rounding.added === 0
    ? t('history.roundedDown', { exact, place })
    : t('history.roundedUp', { exact, added, place });
}
