import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import type { NumberContext } from '~/domain/number';
import { plainNumber } from '~/domain/numberPlain';
import type { Language } from './preferences';

/** How numbers are typed into and copied from the view that is open. */
export interface NumberEntryWords {
  reading: Omit<NumberContext, 'current' | 'kind'>;
  /** Full precision in the unit of the screen, as it may be typed back. */
  plain(amount: number): string;
}

/** Ties the number grammar to what is on screen: its unit, the currency's minor unit and the language. */
export function numberEntry(view: { unit: DisplayUnit; minorUnit: number; language: Language }): NumberEntryWords {
  const unit = DISPLAY_UNITS[view.unit];
  return {
    reading: { minorUnit: view.minorUnit, unit, locale: view.language },
    plain: (amount) => plainNumber(amount, { minorUnit: view.minorUnit, unit }),
  };
}
