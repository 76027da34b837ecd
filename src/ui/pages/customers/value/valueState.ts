import type { ValueQuery, ValueView } from '~/domain/customerValue';
import type { Fitted } from './createFitted';

/** What is asked, without the rows in sight. */
export type ValueAsk = Omit<ValueQuery, 'first' | 'count'>;

/** The answer on screen and what it was asked by. */
export type ValueState = Fitted<ValueAsk, ValueView>;
