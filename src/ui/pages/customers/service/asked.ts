import type { ComplaintQuery, DueQuery } from '~/domain/serviceView';

/** What a list shows, before it is cut into windows. */
export type DueAsked = Omit<DueQuery, 'first' | 'count'>;
export type ComplaintAsked = Omit<ComplaintQuery, 'first' | 'count'>;
