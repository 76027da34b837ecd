import type { ValueQuery, ValueView } from '~/domain/customerValue';
import type { Fitted } from './createFitted';

/** What is asked, without the rows in sight. */
export type ValueAsk = Omit<ValueQuery, 'first' | 'count'>;

/** The answer on screen and what it was asked by. */
export type ValueState = Fitted<ValueAsk, ValueView>;

/** What the page begins with: who is at risk in the next twelve months, by money. */
export const VALUE_START: ValueAsk = {
  model: 'bgNbd',
  months: 12,
  discount: 0.1,
  list: 'risk',
  tier: null,
  search: '',
  sort: { by: 'atRisk', descending: true },
};
