import type { NodeOutlook } from '~/domain/outlook';
import { monthPeriodAt } from '~/domain/period';
import { workAround } from '../baseFacts';
import type { PlanDocument } from '../document';
import { amountOfMonth } from '../monthAmounts';
import { nodeTargets, sumSpoken } from '../views/nodeTargets';
import type { MonthsAhead } from './monthsAhead';

/** What the run-rate says of the rest of the year, and the target it is held against. Minor units. */
export interface RestOfYear {
  /** Still to come as if nothing were known of deals; null where it is not foretold. */
  total: { mean: number; lower: number; upper: number } | null;
  /** The same by month ahead, 0 before the year; its first one takes what is still to come before it. */
  months: number[] | null;
  targets: (number | null)[];
  target: number | null;
  actual: number | null;
}

/** The rest of a node's year from its outlook, by calendar month. */
export function restOfYear(
  document: PlanDocument,
  { year, months, before }: MonthsAhead,
  outlook: NodeOutlook | null,
): RestOfYear {
  if (!year) return { total: null, months: null, targets: months.map(() => null), target: null, actual: null };
  const amounts = outlook ? nodeTargets(document, year, outlook.at) : [];
  const work = workAround(document, year, year);
  const inMonths = (own: readonly (number | null)[]): (number | null)[] =>
    months.map((month) => amountOfMonth(month, { periods: year.periods, amounts: own }, work));
  const rest = { targets: inMonths(amounts), target: sumSpoken(amounts), actual: outlook?.actual ?? null };
  if (!outlook?.year || outlook.actual === null) return { total: null, months: null, ...rest };
  const { actual } = outlook;
  const { mean, lower, upper } = outlook.year;
  const total = { mean: mean - actual, lower: lower - actual, upper: upper - actual };
  const after = months.length > before ? monthPeriodAt(months[before]).to : 0;
  const later = inMonths(
    outlook.periods.map((period, p) => (year.periods[p].to > after ? (period?.mean ?? null) : null)),
  );
  const sum = later.slice(before + 1).reduce<number>((all, amount) => all + (amount ?? 0), 0);
  const byMonth = months.map((_, i) => (i < before ? 0 : i === before ? total.mean - sum : (later[i] ?? 0)));
  return { total, months: byMonth, ...rest };
}
