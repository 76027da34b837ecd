import type { NextQuery, NextView } from '~/domain/nextProduct';
import type { Fitted } from '../value/createFitted';

/** What is asked, without the rows in sight. */
export type NextAsk = Omit<NextQuery, 'first' | 'count'>;

/** The answer on screen and what it was asked by. */
export type NextState = Fitted<NextAsk, NextView>;

/** What the page begins with: two years, ten buyers in common, the most money first. */
export const NEXT_START: NextAsk = {
  by: 'customer',
  level: null,
  months: 24,
  least: 10,
  seller: null,
  tier: null,
  item: null,
  search: '',
  list: 'calls',
  sort: { by: 'expected', descending: true },
};
