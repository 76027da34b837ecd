import type { NextQuery, NextView } from '~/domain/nextProduct';
import type { Fitted } from '../value/createFitted';

/** What is asked, without the rows in sight. */
export type NextAsk = Omit<NextQuery, 'first' | 'count'>;

/** The answer on screen and what it was asked by. */
export type NextState = Fitted<NextAsk, NextView>;
