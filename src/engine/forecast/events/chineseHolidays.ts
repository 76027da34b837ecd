import { LUNAR_FEASTS } from '~/domain/holidays';
import { type Day, dayOf } from '~/domain/period';
import type { HolidayTable } from './holidayTable';

/**
 * The feasts that move through the Chinese trading year, 2015–2035. Days that keep their date (National Day, Double 11)
 * are part of the season and need no table. What is expected before any history speaks: a quarter more a day before
 * Spring Festival and half as much after it (kpi sheet, formula 1), nothing of the other two.
 */
export const CHINESE_HOLIDAYS: readonly HolidayTable[] = [
  {
    name: 'springFestival',
    days: feastDays(0),
    before: 14,
    after: 14,
    usual: { lift: 0.11, drop: -0.26, spread: 0.4 },
  },
  { name: 'dragonBoat', days: feastDays(1), before: 14, after: 3, usual: { lift: 0, drop: 0, spread: 0.1 } },
  { name: 'midAutumn', days: feastDays(2), before: 21, after: 7, usual: { lift: 0, drop: 0, spread: 0.1 } },
];

function feastDays(feast: 0 | 1 | 2): Day[] {
  return Object.entries(LUNAR_FEASTS).map(([year, dates]) => {
    const [month, date] = dates[feast].split('-').map(Number);
    return dayOf(Number(year), month, date);
  });
}
