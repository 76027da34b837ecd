import fc from 'fast-check';
import { type FiscalCalendar, WEEK_PATTERNS } from '~/domain/calendar';

/** Every kind of calendar whose years begin in some month, or only in a given one. */
export const anyCalendar = (startMonth?: number): fc.Arbitrary<FiscalCalendar> =>
  fc
    .record({
      startMonth: startMonth === undefined ? fc.integer({ min: 1, max: 12 }) : fc.constant(startMonth),
      weekday: fc.integer({ min: 1, max: 7 }),
      end: fc.constantFrom('last' as const, 'nearest' as const),
      pattern: fc.constantFrom(...WEEK_PATTERNS),
      kind: fc.constantFrom('months' as const, 'pattern' as const, 'weeks' as const),
    })
    .map(({ kind, startMonth: month, weekday, end, pattern }): FiscalCalendar => {
      const year = { startMonth: month, nameBy: 'end' as const };
      const weekRule = { weekday, end };
      if (kind === 'months') return { kind, ...year };
      return kind === 'weeks' ? { kind, ...year, weekRule } : { kind, ...year, weekRule, pattern };
    });
