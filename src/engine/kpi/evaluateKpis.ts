import type {
  KpiDirection,
  KpiId,
  KpiLimitOrigin,
  KpiNotice,
  KpiReason,
  KpiSource,
  KpiStatus,
  KpiUnit,
} from '~/domain/kpi';
import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { KpiLimit } from '~/domain/record';
import { workingCalendar } from '~/domain/workingDays';
import { mergeCoverage } from './coverage';
import { churn, concentration, customerGrowth, repurchase, retention, revenueRetention } from './customerReadings';
import { dayLedger } from './dayLedger';
import { leadToWon, pipelineCover, salesCycle, stageConversion, winRate } from './dealReadings';
import { KPI_DEFINITIONS, type KpiDefinition, TOP_TEN_LIMIT } from './definitions';
import { spanBefore } from './earlierSpan';
import { forecastAccuracy, forecastBias } from './forecastReadings';
import { activeCustomers, growthPrior, growthYoY, newCustomerRate, newCustomers } from './growthReadings';
import { judge } from './judge';
import {
  channelRoi,
  channelYield,
  collectionRate,
  costToServe,
  expenseRatio,
  grossMargin,
  marketShare,
  overdueShare,
} from './moneyReadings';
import { averageOrderValue, ordersPerCustomer, productBreadth } from './orderReadings';
import { type Reading, without } from './reading';
import { createScene, DEFAULT_KPI_SETTINGS, type KpiInput, type Scene, type SceneBase } from './scene';
import {
  complaintOnTime,
  complaintTime,
  csat,
  nps,
  renewal,
  trainingCoverage,
  visitCompliance,
} from './serviceReadings';
import { attainment, gap, pace, planToDate, requiredDaily, runRate, timeProgress } from './targetReadings';

/** One KPI of one node and period, judged, with what it is made of. */
export interface KpiResult {
  id: KpiId;
  unit: KpiUnit;
  direction: KpiDirection;
  /** Fraction, minor units, count … by `unit`; null = cannot be said, see `reason`. Never 0 for unknown. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  status: KpiStatus | null;
  /** Why there is no value, or no status where there is one. */
  reason: KpiReason | null;
  /** The limits that judged it, in the unit of the value. */
  good: number | null;
  bad: number | null;
  limitOrigin: KpiLimitOrigin | null;
  /** Last day counted. */
  asOf: Day;
  /** That day is the one of another source than the orders. */
  ownAsOf: boolean;
  running: boolean;
  /** How many cases a share rests on. */
  cases: number | null;
  /** 95 % interval of a share of counted cases. */
  interval: { lower: number; upper: number } | null;
  /** Figures that belong beside it, by name. */
  beside: Record<string, number | null>;
  notices: KpiNotice[];
  /** Sources it needs and does not have: such a KPI is folded. */
  missing: readonly KpiSource[];
  /** The same KPI in the periods before, oldest first, this one last. */
  trend: { from: Day; to: Day; value: number | null }[];
}

const READERS: Partial<Record<KpiId, (scene: Scene) => Reading>> = {
  attainment,
  gap,
  timeProgress,
  planToDate,
  pace,
  requiredDaily,
  runRate,
  growthYoY,
  growthPrior,
  activeCustomers,
  newCustomers,
  newCustomerRate,
  customerGrowth,
  retention,
  revenueRetention,
  repurchase,
  churn,
  averageOrderValue,
  ordersPerCustomer,
  productBreadth,
  concentration,
  csat,
  nps,
  complaintTime,
  complaintOnTime,
  visitCompliance,
  renewal,
  trainingCoverage,
  collectionRate,
  overdueShare,
  channelYield,
  channelRoi,
  expenseRatio,
  grossMargin,
  costToServe,
  marketShare,
  stageConversion,
  winRate,
  leadToWon,
  salesCycle,
  pipelineCover,
  forecastAccuracy,
  forecastBias,
};

/** Years the calendar is laid out before the oldest trend period: comparisons look back from there. */
const YEARS_BACK = 5;

/**
 * How one node stands in one period: every KPI with value, parts, limits, status and trend, by the definitions of
 * `KPI_DEFINITIONS`. A KPI whose source is not there is returned as missing with its needs, never as 0; a value outside
 * the coverage is null. Running periods are compared over equal working days and judged on pace. Distinct counts are
 * recounted from the facts. The same input gives the same output: the day is an argument.
 */
export function evaluateKpis(input: KpiInput): KpiResult[] {
  const wanted = input.ids ? new Set(input.ids) : null;
  const definitions = wanted ? KPI_DEFINITIONS.filter(({ id }) => wanted.has(id)) : KPI_DEFINITIONS;
  const base: SceneBase = {
    input,
    settings: { ...DEFAULT_KPI_SETTINGS, ...input.settings },
    calendar: calendarAround(input),
    coverage: mergeCoverage(input.coverage),
    ledger: dayLedger(input.facts),
    cache: new Map(),
  };
  const scene = createScene(base, input.period);
  const earlier = earlierPeriods(input).map((period) => createScene({ ...base, input: bareInput(input) }, period));
  const assumed = base.calendar.assumedYears.some(
    (year) => year === yearOf(input.period.from) || year === yearOf(input.period.to),
  );
  return definitions.map((definition) => {
    const missing = missingSources(definition, input);
    const read = READERS[definition.id];
    if (!read || missing.length > 0) return resultOf(definition, scene, without('noSource'), { missing });
    const reading = read(scene);
    const trend = [...earlier, scene].map(({ from, to }, i) => ({
      from,
      to,
      value: i < earlier.length ? read(earlier[i]).value : reading.value,
    }));
    const notices: KpiNotice[] = assumed && definition.needs.includes('calendar') ? ['assumedHolidays'] : [];
    const result = resultOf(definition, scene, reading, { missing });
    return { ...result, trend, notices: [...result.notices, ...notices] };
  });
}

/** Sources a KPI needs and this input does not have. */
function missingSources(definition: KpiDefinition, input: KpiInput): readonly KpiSource[] {
  if (!definition.implemented) return definition.needs;
  const has: Partial<Record<KpiSource, boolean>> = {
    orders: input.coverage.length > 0,
    targets: input.targets !== null,
    calendar: true,
    customers: input.history.known > 0,
    products: Boolean(input.products) && input.facts.codes.product !== undefined,
    plannedNewCustomers: input.planned?.newCustomers !== undefined,
    ...input.sources?.has,
  };
  return definition.needs.filter((source) => !has[source]);
}

function resultOf(
  definition: KpiDefinition,
  scene: Scene,
  reading: Reading,
  { missing }: { missing: readonly KpiSource[] },
): KpiResult {
  const { id, unit, direction } = definition;
  const { value, numerator, denominator, cases, interval, beside, notices } = reading;
  const own = scene.input.limits?.find((limit) => limit.kpi === id);
  const limits = limitsOf(definition, reading, own);
  const few = definition.minimumCases !== null && cases !== null && cases < definition.minimumCases;
  const unlimited = limits.good === null && limits.bad === null;
  const reason =
    reading.reason ??
    (value === null ? 'noCases' : few ? 'tooFewCases' : unlimited ? (reading.noLimit ?? 'noLimit') : null);
  const judged = value === null || reason !== null ? null : judge(value, direction, limits);
  return {
    id,
    unit,
    direction,
    value,
    numerator,
    denominator,
    status: judged !== null && tooConcentrated(id, reading) ? 'bad' : judged,
    reason: direction === 'none' && value !== null ? (reading.reason ?? null) : reason,
    ...limits,
    limitOrigin: unlimited ? null : originOf(definition, own),
    asOf: reading.asOf ?? scene.end,
    ownAsOf: reading.asOf !== undefined,
    running: scene.running,
    cases,
    interval,
    beside,
    notices,
    missing,
    trend: [],
  };
}

function limitsOf(
  definition: KpiDefinition,
  reading: Reading,
  own: KpiLimit | undefined,
): { good: number | null; bad: number | null } {
  if (reading.value === null) return { good: null, bad: null };
  const place = (limit: number | null): number | null =>
    limit === null ? null : reading.limitAt ? reading.limitAt(limit) : definition.scale === 'value' ? limit : null;
  const { good, bad } = own ?? definition;
  return { good: place(good), bad: place(bad) };
}

function originOf(definition: KpiDefinition, own: KpiLimit | undefined): KpiLimitOrigin {
  if (own) return 'user';
  if (definition.scale === 'plan' || definition.scale === 'yearTarget') return 'plan';
  if (definition.scale === 'lastYear') return 'lastYear';
  return definition.goodStated || definition.badStated ? 'stated' : 'own';
}

const tooConcentrated = (id: KpiId, reading: Reading): boolean =>
  id === 'concentration' && (reading.beside.customers ?? 0) > 10 && (reading.beside.top10 ?? 0) > TOP_TEN_LIMIT;

/** Plans of counts belong to the period asked about, not to the ones before it. */
const bareInput = (input: KpiInput): KpiInput => ({ ...input, planned: undefined });

const yearOf = (day: Day): number => 1970 + Math.floor(monthIndexOf(day) / 12);

const earlierPeriods = ({ fiscal, period, trend = 12 }: KpiInput): { from: Day; to: Day }[] =>
  Array.from({ length: trend }, (_, i) => spanBefore(fiscal, period, trend - i));

function calendarAround(input: KpiInput) {
  const first = monthIndexOf(earlierPeriods(input)[0]?.from ?? input.period.from) - YEARS_BACK * 12;
  const last = monthIndexOf(input.period.to) + 24;
  return workingCalendar(input.holidays, monthPeriodAt(first).from, monthPeriodAt(last).to);
}
