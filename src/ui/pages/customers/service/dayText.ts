import { type Day, isoDate } from '~/domain/period';

/** A day as date fields write it; blank for none. */
export const dayText = (day: Day | null): string => (day === null ? '' : isoDate(day));
