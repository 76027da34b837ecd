import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FiscalCalendar,
  fiscalSpan,
  fiscalYear,
  fiscalYearOfDay,
  ISO_WEEKS,
  WEEK_PATTERNS,
} from '~/domain/calendar';
import { dayOf, isoDate } from '~/domain/period';
import { counterparts, periodsOfYears, planYears } from '~/domain/planYears';

const anyCalendar: fc.Arbitrary<FiscalCalendar> = fc
  .record({
    startMonth: fc.integer({ min: 1, max: 12 }),
    nameBy: fc.constantFrom('start' as const, 'end' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    end: fc.constantFrom('last' as const, 'nearest' as const),
    pattern: fc.constantFrom(...WEEK_PATTERNS),
    kind: fc.constantFrom('months' as const, 'pattern' as const, 'weeks' as const),
  })
  .map(({ kind, startMonth, nameBy, weekday, end, pattern }): FiscalCalendar => {
    const weekRule = { weekday, end };
    if (kind === 'months') return { kind, startMonth, nameBy };
    return kind === 'weeks' ? { kind, startMonth, nameBy, weekRule } : { kind, startMonth, nameBy, weekRule, pattern };
  });

const NRF: FiscalCalendar = {
  kind: 'pattern',
  pattern: '454',
  startMonth: 2,
  nameBy: 'start',
  weekRule: { weekday: 6, end: 'nearest' },
};

const weeksOf = (calendar: FiscalCalendar, year: number): number => {
  const { from, to } = fiscalSpan(calendar, year);
  return (to - from + 1) / 7;
};

test('the periods of a year are gapless, ordered and cover exactly the year, which begins where the last one ended', () => {
  fc.assert(
    fc.property(anyCalendar, fc.integer({ min: 1990, max: 2060 }), (calendar, year) => {
      const { periods, quarters, halves } = fiscalYear(calendar, year);
      const { from, to } = fiscalSpan(calendar, year);
      expect([periods[0].from, periods[periods.length - 1].to]).toEqual([from, to]);
      periods.forEach((period, p) => {
        expect(period.to).toBeGreaterThanOrEqual(period.from);
        if (p > 0) expect(period.from).toBe(periods[p - 1].to + 1);
      });
      expect(fiscalSpan(calendar, year + 1).from).toBe(to + 1);
      for (const parts of [quarters, halves]) {
        expect(parts[0].first).toBe(0);
        expect(parts[parts.length - 1].last).toBe(periods.length - 1);
        parts.slice(1).forEach((part, i) => {
          expect(part.first).toBe(parts[i].last + 1);
        });
      }
      expect(new Set(periods.map(({ id }) => id)).size).toBe(periods.length);
    }),
    { seed: 20_270_101, numRuns: 300 },
  );
});

test('every day falls into the one fiscal year that holds it', () => {
  fc.assert(
    fc.property(anyCalendar, fc.integer({ min: dayOf(1995, 1, 1), max: dayOf(2050, 1, 1) }), (calendar, day) => {
      const { from, to } = fiscalSpan(calendar, fiscalYearOfDay(calendar, day));
      expect(from <= day && day <= to).toBe(true);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('the 4-5-4 calendar of the US retail federation: 53 weeks in 2012, 2017 and 2023', () => {
  // National Retail Federation, 4-5-4 calendar: FY2023 runs 2023-01-29 to 2024-02-03, FY2024 from 2024-02-04 on.
  expect([fiscalSpan(NRF, 2023).from, fiscalSpan(NRF, 2023).to].map(isoDate)).toEqual(['2023-01-29', '2024-02-03']);
  expect(isoDate(fiscalSpan(NRF, 2024).from)).toBe('2024-02-04');
  const long = Array.from({ length: 16 }, (_, i) => 2010 + i).filter((year) => weeksOf(NRF, year) === 53);
  expect(long).toEqual([2012, 2017, 2023]);
  const { periods } = fiscalYear(NRF, 2023);
  expect(periods.map((period) => (period.to - period.from + 1) / 7)).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5]);
  expect(periods[11].id).toBe('2023-P12');
});

test('ISO weeks: long years are those of the standard', () => {
  const long = Array.from({ length: 30 }, (_, i) => 2004 + i).filter((year) => weeksOf(ISO_WEEKS, year) === 53);
  expect(long).toEqual([2004, 2009, 2015, 2020, 2026, 2032]);
  expect(isoDate(fiscalSpan(ISO_WEEKS, 2026).from)).toBe('2025-12-29');
  const { periods, quarters } = fiscalYear(ISO_WEEKS, 2026);
  expect([periods[52].id, isoDate(periods[52].to)]).toEqual(['2026-W53', '2027-01-03']);
  expect(quarters.map(({ first, last }) => last - first + 1)).toEqual([13, 13, 13, 14]);
});

test('a fiscal year from April is named by the year it starts or ends in', () => {
  const april = (nameBy: 'start' | 'end'): FiscalCalendar => ({ kind: 'months', startMonth: 4, nameBy });
  expect(
    fiscalYear(april('end'), 2027)
      .periods.map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['2026-04', '2026-05']);
  expect(fiscalYear(april('start'), 2027).periods[11].id).toBe('2028-03');
  expect(fiscalYearOfDay(april('end'), dayOf(2027, 3, 31))).toBe(2027);
  expect(fiscalYearOfDay(april('end'), dayOf(2027, 4, 1))).toBe(2028);
});

test('the last Friday of September ends a year like that of a maker of computers', () => {
  const calendar: FiscalCalendar = {
    kind: 'pattern',
    pattern: '544',
    startMonth: 10,
    nameBy: 'end',
    weekRule: { weekday: 6, end: 'last' },
  };
  // Annual reports: fiscal 2022 ended 2022-09-24, fiscal 2023 (53 weeks) 2023-09-30, fiscal 2024 2024-09-28.
  expect([2022, 2023, 2024].map((year) => isoDate(fiscalSpan(calendar, year).to))).toEqual([
    '2022-09-24',
    '2023-09-30',
    '2024-09-28',
  ]);
  expect(weeksOf(calendar, 2023)).toBe(53);
});

test('years, quarters and halves of a plan of several years hold every period once', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      fc.integer({ min: 2000, max: 2040 }),
      fc.integer({ min: 1, max: 5 }),
      (calendar, year, n) => {
        const plan = { calendar, fiscalYear: year, periods: periodsOfYears(calendar, year, n) };
        const years = planYears(plan);
        expect(years.map((part) => part.year)).toEqual(Array.from({ length: n }, (_, i) => year + i));
        for (const parts of [years, years.flatMap((part) => part.quarters), years.flatMap((part) => part.halves)]) {
          expect(parts.flatMap(({ first, last }) => plan.periods.slice(first, last + 1))).toEqual(plan.periods);
        }
      },
    ),
    { seed: 11, numRuns: 100 },
  );
});

test('weeks are compared 52 weeks back: a year after 53 weeks begins against week 2, and week 53 has nothing', () => {
  const weeks: FiscalCalendar = { ...NRF, kind: 'weeks' } as FiscalCalendar;
  const of = (year: number) =>
    counterparts({ calendar: weeks, fiscalYear: year, periods: fiscalYear(weeks, year).periods });
  expect(of(2024)[0]).toEqual({ ...spanOf(fiscalYear(weeks, 2023).periods[1]), isWhole: true });
  expect(of(2024)[51]).toEqual({ ...spanOf(fiscalYear(weeks, 2023).periods[52]), isWhole: true });
  expect(of(2023)[51]).toEqual({ ...spanOf(fiscalYear(weeks, 2022).periods[51]), isWhole: true });
  expect(of(2023)[52]).toBeNull();
  const last = counterparts({ calendar: NRF, fiscalYear: 2023, periods: fiscalYear(NRF, 2023).periods })[11];
  expect(last).toEqual({ ...spanOf(fiscalYear(NRF, 2022).periods[11]), isWhole: false });
});

test('months are compared with the same month, in every year of the plan', () => {
  const calendar: FiscalCalendar = { kind: 'months', startMonth: 4, nameBy: 'end' };
  const plan = { calendar, fiscalYear: 2024, periods: periodsOfYears(calendar, 2024, 2) };
  const found = counterparts(plan).map((part) => (part ? isoDate(part.from) : ''));
  expect(found[0]).toBe('2022-04-01');
  expect(found[10]).toBe('2023-02-01');
  expect(found[23]).toBe('2024-03-01');
});

const spanOf = ({ from, to }: { from: number; to: number }): { from: number; to: number } => ({ from, to });
