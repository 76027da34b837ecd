import { expect, test } from 'vitest';
import { CALENDAR_YEAR, type FiscalCalendar, fiscalSpan, fiscalYear, ISO_WEEKS } from '~/domain/calendar';
import { dayOf } from '~/domain/period';
import { isWholeLeaves, spanBefore, spanLastYear } from '~/engine/kpi/earlierSpan';

const NRF: FiscalCalendar = {
  kind: 'pattern',
  pattern: '454',
  startMonth: 2,
  nameBy: 'start',
  weekRule: { weekday: 6, end: 'nearest' },
};

const days = ({ from, to }: { from: number; to: number }): number => to - from + 1;

test('months go back by months, also out of a leap February', () => {
  const february = { from: dayOf(2024, 2, 1), to: dayOf(2024, 2, 29) };
  expect(spanLastYear(CALENDAR_YEAR, february)).toEqual({ from: dayOf(2023, 2, 1), to: dayOf(2023, 2, 28) });
  expect(spanBefore(CALENDAR_YEAR, february, 2)).toEqual({ from: dayOf(2023, 12, 1), to: dayOf(2023, 12, 31) });
});

test('weeks and periods of weeks are held against as many days 52 weeks earlier', () => {
  const { periods } = fiscalYear(NRF, 2024);
  expect(spanLastYear(NRF, periods[0])).toEqual({ from: periods[0].from - 364, to: periods[0].to - 364 });
  // The year after 53 weeks begins against the second week of that year.
  expect(spanLastYear(NRF, periods[0]).from).toBe(fiscalSpan(NRF, 2023).from + 7);
});

test('the span before has as many leaf periods, over the ends of years too', () => {
  const { periods, quarters } = fiscalYear(NRF, 2024);
  const quarter = { from: periods[quarters[0].first].from, to: periods[quarters[0].last].to };
  const before = fiscalYear(NRF, 2023).periods;
  expect(spanBefore(NRF, quarter)).toEqual({ from: before[9].from, to: before[11].to });
  expect(days(spanBefore(NRF, quarter))).toBe(14 * 7);
  const week = fiscalYear(ISO_WEEKS, 2026).periods[0];
  const long = fiscalYear(ISO_WEEKS, 2020).periods;
  expect(spanBefore(ISO_WEEKS, week, 5 * 52 + 1)).toEqual({ from: long[52].from, to: long[52].to });
  expect(spanBefore(NRF, fiscalSpan(NRF, 2024), 3)).toEqual(fiscalSpan(NRF, 2021));
});

test('only whole leaf periods are a span', () => {
  expect(isWholeLeaves(CALENDAR_YEAR, { from: dayOf(2026, 1, 1), to: dayOf(2026, 2, 28) })).toBe(true);
  expect(isWholeLeaves(CALENDAR_YEAR, { from: dayOf(2026, 1, 2), to: dayOf(2026, 2, 28) })).toBe(false);
  expect(isWholeLeaves(ISO_WEEKS, { from: dayOf(2026, 1, 1), to: dayOf(2026, 1, 4) })).toBe(false);
  expect(isWholeLeaves(ISO_WEEKS, { from: dayOf(2025, 12, 29), to: dayOf(2026, 1, 4) })).toBe(true);
});
