import { fiscalYear } from '~/domain/calendar';
import { monthIndexOf } from '~/domain/period';
import type { PlanTime } from '~/domain/planYears';
import { type Holidays, type WorkingCalendar, workingDays } from '~/domain/workingDays';
import type { View } from '~/engine/cube/index';
import { type FactTable, type NodeFacts, nodeFacts, sharesOfPeriods } from '~/engine/facts/index';
import { seasonProfile } from '~/engine/forecast/index';
import { isKnownMonth, type MonthCoverage } from './facts';

/** Season profiles of a plan year by its periods, and which one each view cell follows. Profile 0 is the company's. */
export interface MonthProfiles {
  profiles: Float64Array[];
  ofCell: Uint32Array;
  /** Whole years the company's profile rests on; 0 = working days only. */
  years: number;
  /** Spring Festival falls more than a week away from last year's date. */
  festivalMoved: boolean;
}

/** How a year's season is laid on its periods. */
export interface ProfileOptions {
  /** One fiscal year with its periods. */
  year: PlanTime;
  /** Working days around it. */
  work: WorkingCalendar;
  holidays: Holidays;
  festival: boolean;
}

/** A node has enough history of its own with two whole years, sales in nine of ten months and this many order lines a month. */
const LEAST_LINES_A_MONTH = 20;
const DEEPEST = 2;

/**
 * Season profiles by the nearest node with enough history, never a customer's own order months; the company's where no
 * node below has enough, and working days where the company has less than a year.
 */
export function monthProfiles(
  view: View,
  options: ProfileOptions & { facts: FactTable; coverage: MonthCoverage | null },
): MonthProfiles {
  const { year, coverage, work } = options;
  const nodes = nodeFacts(view, options.facts);
  const even = workingDayProfile(year, work);
  const whole = coverage ? profileOf(nodes, 0, { ...options, coverage }) : null;
  const profiles = [whole?.shares ?? even];
  const ofCell = new Uint32Array(view.cells);
  if (coverage && whole) {
    const lines = orderLinesByNode(view, options.facts);
    const months = coverage.to - coverage.from + 1;
    for (let node = 1; node < view.count && view.depth[node] <= DEEPEST; node += 1) {
      if (months < 24 || lines[node] < months * LEAST_LINES_A_MONTH) continue;
      const own = profileOf(nodes, node, { ...options, coverage });
      if (!own) continue;
      profiles.push(own.shares);
      ofCell.fill(profiles.length - 1, view.firstCell[node], view.endCell[node]);
    }
  }
  return { profiles, ofCell, years: whole?.years ?? 0, festivalMoved: whole?.festivalMoved ?? false };
}

function profileOf(
  nodes: NodeFacts,
  node: number,
  options: ProfileOptions & { coverage: MonthCoverage },
): { shares: Float64Array; years: number; festivalMoved: boolean } | null {
  const { coverage } = options;
  const history: (number | null)[] = [];
  let sold = 0;
  for (let month = coverage.from; month <= coverage.to; month += 1) {
    const index = month - nodes.fromMonth;
    const value = index >= 0 && index < nodes.months ? nodes.amount[node * nodes.months + index] : 0;
    history.push(isKnownMonth(coverage, month) ? Math.max(0, value) : null);
    if (value > 0) sold += 1;
  }
  if (sold < history.length * 0.9) return null;
  return periodSeason(history, { ...options, fromMonth: coverage.from });
}

/**
 * The season of a plan year from sales by calendar month (null = unknown), as shares of the year's own periods: months keep
 * their share, other periods take what their working days have of each month. Null without a whole year of history.
 */
export function periodSeason(
  history: (number | null)[],
  { year, work, holidays, festival, fromMonth }: ProfileOptions & { fromMonth: number },
): { shares: Float64Array; years: number; festivalMoved: boolean } | null {
  const { calendar, fiscalYear: name, periods } = year;
  // A year of weeks begins within days of the year of months of the same name.
  const months = fiscalYear({ ...calendar, kind: 'months' }, name).periods.map(({ from }) => monthIndexOf(from));
  const season = seasonProfile(history, { fromMonth, months, festival, holidays });
  if (!season || calendar.kind === 'months') return season;
  return { ...season, shares: sharesOfPeriods({ first: months[0], shares: season.shares }, periods, work) };
}

function orderLinesByNode(view: View, facts: FactTable): Float64Array {
  const counts: FactTable = { ...facts, amount: [Float64Array.from(facts.orderLines)] };
  return nodeFacts(view, counts).amount;
}

/** Shares of the periods by their working days, or by days where none is worked: the season of a plan without history. */
export function workingDayProfile({ periods }: PlanTime, work: WorkingCalendar): Float64Array {
  const days = Float64Array.from(periods, (period) => workingDays(work, period.from, period.to));
  const total = days.reduce((all, value) => all + value, 0);
  if (total > 0) return days.map((value) => value / total);
  const length = periods[periods.length - 1].to - periods[0].from + 1;
  return Float64Array.from(periods, ({ from, to }) => (to - from + 1) / length);
}
