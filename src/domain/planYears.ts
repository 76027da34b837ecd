import { type FiscalCalendar, type FiscalYear, fiscalYear, type Stretch } from './calendar';
import type { Day, Period } from './period';

/** One fiscal year of a plan as index ranges into `plan.periods`; ids name no language. */
export interface PlanYear extends Stretch {
  /** `id` is the same as text: '2027'. */
  year: number;
  quarters: Stretch[];
  halves: Stretch[];
}

/** What is needed of a plan to know its time. */
export interface PlanTime {
  calendar: FiscalCalendar;
  /** Name of its first fiscal year. */
  fiscalYear: number;
  periods: Period[];
}

/**
 * The fiscal years of a plan in order, each with its quarters and halves as ranges of leaf periods. Together they hold
 * every period exactly once. A plan that ends within a year ends there: parts beyond are left out.
 */
export function planYears(plan: PlanTime): PlanYear[] {
  const years: PlanYear[] = [];
  const end = plan.periods.length - 1;
  for (let first = 0, year = plan.fiscalYear; first <= end; year += 1) {
    const whole = fiscalYear(plan.calendar, year);
    const offset = first;
    const within = (stretches: Stretch[]): Stretch[] =>
      stretches
        .map((part) => ({ id: part.id, first: part.first + offset, last: Math.min(part.last + offset, end) }))
        .filter((part) => part.first <= end);
    const last = Math.min(first + whole.periods.length - 1, end);
    years.push({ id: String(year), year, first, last, quarters: within(whole.quarters), halves: within(whole.halves) });
    first = last + 1;
  }
  return years;
}

/** The leaf periods of so many fiscal years from `first` on. */
export const periodsOfYears = (calendar: FiscalCalendar, first: number, count: number): Period[] =>
  Array.from({ length: count }, (_, i) => fiscalYear(calendar, first + i)).flatMap((year: FiscalYear) => year.periods);

/** The days that a period is compared with a year earlier. */
export interface Counterpart {
  from: Day;
  to: Day;
  /** False where the year before has too few days for it: the part it has of a 53-week year's last period. */
  isWhole: boolean;
}

/**
 * What every period of a plan is compared with one year earlier, or null where the year before has nothing like it.
 * Months: the same month. Weeks: 52 weeks earlier, so that like meets like after a year of 53 weeks; the 53rd week itself
 * has no counterpart, and a last period that holds it has one for its other weeks.
 */
export function counterparts(plan: PlanTime): (Counterpart | null)[] {
  return planYears(plan).flatMap(({ year, first, last }) => {
    const periods = plan.periods.slice(first, last + 1);
    if (plan.calendar.kind === 'months') {
      const before = fiscalYear(plan.calendar, year - 1).periods;
      return periods.map((_, p) => ({ from: before[p].from, to: before[p].to, isWhole: true }));
    }
    const start = periods[0].from;
    return periods.map((period) => {
      const from = period.from - WEEKS_52;
      const to = Math.min(period.to - WEEKS_52, start - 1);
      return from > to ? null : { from, to, isWhole: to === period.to - WEEKS_52 };
    });
  });
}

const WEEKS_52 = 364;
