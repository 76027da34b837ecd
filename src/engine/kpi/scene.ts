import { type FiscalCalendar, fiscalYear, fiscalYearOfDay } from '~/domain/calendar';
import type { KpiId } from '~/domain/kpi';
import { type Day, monthIndexOf, monthPeriodAt, type Period } from '~/domain/period';
import type { KpiLimit } from '~/domain/record';
import {
  dayAfterWorkingDays,
  type HolidayCalendarId,
  type Holidays,
  isWorkingDay,
  type WorkingCalendar,
  workingDays,
} from '~/domain/workingDays';
import { type Coverage, covers } from './coverage';
import type { CustomerHistory } from './customerHistory';
import { netByCustomer } from './customerWindow';
import { type DayLedger, salesBetween } from './dayLedger';
import { isWholeLeaves, spanBefore, spanLastYear } from './earlierSpan';
import type { FactTable } from './factTable';
import type { SourceFacts } from './sourceFacts';

/** What the workspace may set; all are own starting values. */
export interface KpiSettings {
  /** Working days at the start of a period without a pace status. */
  paceGraceDays: number;
  /** Below this share of the season no year end is projected. */
  runRateMinimumShare: number;
  /** A first order below this value (minor units) makes no new customer. */
  newCustomerMinimum: number;
  /** Months of history needed before a period in which a customer may be called new. */
  newCustomerHistoryMonths: number;
  /** Length of the window of retention, repurchase, concentration. */
  windowMonths: number;
}

export const DEFAULT_KPI_SETTINGS: KpiSettings = {
  paceGraceDays: 3,
  runRateMinimumShare: 0.08,
  newCustomerMinimum: 0,
  newCustomerHistoryMonths: 12,
  windowMonths: 12,
};

/** Everything the KPIs of one node and period are made of. */
export interface KpiInput {
  /** Order lines of the node (`selectFacts`). */
  facts: FactTable;
  /** Of the whole company, whatever the node. */
  history: CustomerHistory;
  /** Where the orders are complete; outside it an actual is unknown. */
  coverage: readonly Coverage[];
  holidays: HolidayCalendarId | Holidays;
  fiscal: FiscalCalendar;
  /** Last day that counts. Facts may end earlier: then their last covered day is taken. */
  asOf: Day;
  /** Whole leaf periods of the fiscal calendar: a month, a week, a quarter or a year. */
  period: { from: Day; to: Day };
  /** Targets of the node per leaf period, null = blank; may span several years. Null = no plan. */
  targets: { periods: readonly Period[]; amounts: readonly (number | null)[] } | null;
  /** The node's own plan of counts for this period (active, new customers). */
  planned?: Partial<Record<KpiId, number>>;
  /** Which product group (category) each product code belongs to; null = products unknown. */
  products?: { groupOf: Uint32Array; groups: number } | null;
  limits?: readonly KpiLimit[];
  /** What other sources say about the node; absent where there are none. */
  sources?: SourceFacts;
  settings?: Partial<KpiSettings>;
  /** How many earlier periods the trend shows; 12 when not given, 0 for none. */
  trend?: number;
  /** Only these KPIs; all when not given. */
  ids?: readonly KpiId[];
}

/** One period seen from its as-of day, with what several KPIs ask for. */
export interface Scene {
  input: KpiInput;
  settings: KpiSettings;
  calendar: WorkingCalendar;
  coverage: readonly Coverage[];
  ledger: DayLedger;
  from: Day;
  to: Day;
  /** First calendar month and number of months; the nearest ones of periods that are no months. */
  month: number;
  months: number;
  /** Last day that counts: the end of the period or the as-of day. */
  end: Day;
  started: boolean;
  running: boolean;
  /** True when the facts from the start to `end` are complete. */
  known: boolean;
  /** Net sales from the start to `end`, null where unknown. */
  actual: number | null;
  /** Leaf periods inside the period and their targets. */
  leaves: { periods: Period[]; amounts: (number | null)[] };
  /** Null when every leaf is blank. */
  target: number | null;
  year: { periods: Period[]; from: Day };
  /** Net per customer, kept between the periods of one evaluation. */
  net: (from: Day, to: Day) => Float64Array;
}

export interface SceneBase {
  input: KpiInput;
  settings: KpiSettings;
  calendar: WorkingCalendar;
  coverage: readonly Coverage[];
  ledger: DayLedger;
  cache: Map<string, Float64Array>;
}

/** Looks at one period of a node. */
export function createScene(base: SceneBase, period: { from: Day; to: Day }): Scene {
  const { input, coverage } = base;
  if (!isWholeLeaves(input.fiscal, period)) {
    throw new RangeError(`a KPI period is made of whole leaf periods, not ${period.from}..${period.to}`);
  }
  const lastKnown = coverage.length > 0 ? coverage[coverage.length - 1].to : input.asOf;
  const factEnd = Math.min(period.to, input.asOf, lastKnown);
  const known = factEnd >= period.from && covers(coverage, period.from, factEnd);
  const end = known ? factEnd : Math.min(period.to, input.asOf);
  const leaves = leavesWithin(input.targets, period);
  const spoken = leaves.amounts.filter((amount) => amount !== null);
  const { periods } = fiscalYear(input.fiscal, fiscalYearOfDay(input.fiscal, period.from));
  return {
    ...base,
    from: period.from,
    to: period.to,
    ...monthsOf(period),
    end,
    started: end >= period.from,
    running: end < period.to,
    known,
    actual: known ? salesBetween(base.ledger, period.from, end) : null,
    leaves,
    target: spoken.length > 0 ? spoken.reduce((sum, amount) => sum + amount, 0) : null,
    year: { periods, from: periods[0].from },
    net: (from, to) => netWithin(base, from, to),
  };
}

/**
 * The stretch of last year, or of the period before, that compares with start..end of this one: all of it when this period
 * is over, else as many working days as have passed.
 */
export function comparableWindow(scene: Scene, base: 'lastYear' | 'before'): { from: Day; to: Day } {
  const { fiscal } = scene.input;
  const { from, to } = base === 'lastYear' ? spanLastYear(fiscal, scene) : spanBefore(fiscal, scene);
  if (!scene.running) return { from, to };
  return {
    from,
    to: dayAfterWorkingDays(
      scene.calendar,
      { from, to },
      {
        elapsed: workingDays(scene.calendar, scene.from, scene.end),
        throughRest: !isWorkingDay(scene.calendar, scene.end),
      },
    ),
  };
}

/** The calendar months nearest to a period: days at its ends that belong to a neighbour do not count. */
function monthsOf({ from, to }: { from: Day; to: Day }): { month: number; months: number } {
  const edge = Math.min(EDGE_DAYS, Math.floor((to - from) / 2));
  const month = monthIndexOf(from + edge);
  return { month, months: monthIndexOf(to - edge) - month + 1 };
}

/** A year of weeks begins and ends within a week of a month's end, a period of weeks within two. */
const EDGE_DAYS = 13;

function leavesWithin(targets: KpiInput['targets'], { from, to }: { from: Day; to: Day }): Scene['leaves'] {
  const leaves: Scene['leaves'] = { periods: [], amounts: [] };
  targets?.periods.forEach((period, p) => {
    if (period.from < from || period.to > to) return;
    leaves.periods.push(period);
    leaves.amounts.push(targets.amounts[p]);
  });
  return leaves;
}

/** Windows of whole months are added up from their months, so that the twelve windows of a trend read the facts once. */
function netWithin(base: SceneBase, from: Day, to: Day): Float64Array {
  const key = `${from}:${to}`;
  const kept = base.cache.get(key);
  if (kept) return kept;
  const { facts, history } = base.input;
  const first = monthIndexOf(from);
  const last = monthIndexOf(to);
  const whole = last > first && monthPeriodAt(first).from === from && monthPeriodAt(last).to === to;
  const net = whole ? new Float64Array(history.customers) : netByCustomer(facts, { from, to }, history.customers);
  for (let month = first; whole && month <= last; month++) {
    const period = monthPeriodAt(month);
    const part = netWithin(base, period.from, period.to);
    for (let c = 0; c < net.length; c++) net[c] += part[c];
  }
  base.cache.set(key, net);
  return net;
}
