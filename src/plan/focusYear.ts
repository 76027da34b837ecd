import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { planYears } from '~/domain/planYears';

/**
 * A plan as one of its fiscal years: the one a day lies in, the first for days before it and the last for days after. Screens
 * that speak of *the year* read this; a plan of one year is itself.
 */
export function focusYear(plan: Plan, day: Day): Plan {
  const years = planYears(plan);
  if (years.length === 1) return plan;
  const found = years.find(({ last }) => day <= plan.periods[last].to) ?? years[years.length - 1];
  return { ...plan, fiscalYear: found.year, periods: plan.periods.slice(found.first, found.last + 1) };
}

/** Where the periods of a year stand within the whole plan. */
export const placeInPlan = (whole: Plan | null, year: Plan): number =>
  Math.max(0, whole?.periods.findIndex(({ id }) => id === year.periods[0].id) ?? 0);
