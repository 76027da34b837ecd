import type { PriceRules } from '~/domain/priceView';

/** What every part of the prices page is given. */
export interface PricePartProps {
  rules: PriceRules;
}
