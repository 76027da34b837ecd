import { KPI_IDS, type KpiDirection, type KpiId, type KpiPeriodKind, type KpiSource, type KpiUnit } from '~/domain/kpi';

/** What a limit is measured in: the value itself, or a multiple of something found at the node. */
export type KpiLimitScale = 'value' | 'plan' | 'lastYear' | 'ownDailyMean' | 'yearTarget';

/** One KPI: unit, direction, what it needs and the limits it starts with. Fractions, not percents. */
export interface KpiDefinition {
  id: KpiId;
  unit: KpiUnit;
  direction: KpiDirection;
  period: KpiPeriodKind;
  kind: 'additive' | 'balance' | 'distinct' | 'ratio';
  /** At or better than this is good; null = no such limit. For a band both ends are bad limits. */
  good: number | null;
  /** Worse than this is bad. With one limit only there is nothing between, so not good is bad. */
  bad: number | null;
  /** `good` and `bad` are multiples of this. */
  scale: KpiLimitScale;
  /** True where the limit is a stated requirement, false where it is our own starting value. */
  goodStated: boolean;
  badStated: boolean;
  needs: readonly KpiSource[];
  /** False = the modules that would feed it do not exist yet: always *missing*, with its needs. */
  implemented: boolean;
  /** Below this many cases a value is shown with its interval and without a status. */
  minimumCases: number | null;
}

type Row = Pick<KpiDefinition, 'unit' | 'direction' | 'period' | 'needs'> & Partial<KpiDefinition>;

/** Fewer cases than this carry no status (own starting value, editable). */
const FEW = 10;
const FEW_ANSWERS = 30;

/** KPIs whose sources nothing reads yet. */
const LATER: ReadonlySet<KpiId> = new Set<KpiId>([
  'reactivation',
  'campaignRoi',
  'budgetUse',
  'discount',
  'dueCollectionRate',
  'dso',
  'reportCompleteness',
  'shelfPresence',
  'priceCompliance',
  'stockCover',
]);

const ROWS: Record<KpiId, Row> = {
  attainment: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    good: 1,
    bad: 0.9,
    badStated: true,
    needs: ['orders', 'targets'],
  },
  gap: {
    unit: 'money',
    direction: 'down',
    period: 'flow',
    kind: 'additive',
    good: 0,
    bad: 0.1,
    scale: 'plan',
    goodStated: true,
    needs: ['orders', 'targets'],
  },
  timeProgress: { unit: 'percent', direction: 'none', period: 'state', needs: ['calendar'] },
  planToDate: { unit: 'money', direction: 'none', period: 'state', kind: 'additive', needs: ['targets', 'calendar'] },
  pace: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    good: 1,
    bad: 0.9,
    badStated: true,
    needs: ['orders', 'targets', 'calendar'],
  },
  requiredDaily: {
    unit: 'moneyPerDay',
    direction: 'down',
    period: 'state',
    bad: 1.3,
    scale: 'ownDailyMean',
    needs: ['orders', 'targets', 'calendar'],
  },
  runRate: {
    unit: 'money',
    direction: 'up',
    period: 'flow',
    good: 1,
    bad: 0.9,
    scale: 'yearTarget',
    needs: ['orders', 'calendar'],
  },
  growthYoY: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    good: 1,
    bad: 0.9,
    scale: 'plan',
    needs: ['orders', 'calendar'],
  },
  growthPrior: { unit: 'percent', direction: 'up', period: 'flow', needs: ['orders', 'calendar'] },
  activeCustomers: {
    unit: 'count',
    direction: 'up',
    period: 'flow',
    kind: 'distinct',
    good: 1,
    bad: 0.9,
    scale: 'plan',
    needs: ['orders', 'customers'],
  },
  newCustomers: {
    unit: 'count',
    direction: 'up',
    period: 'flow',
    kind: 'distinct',
    good: 1,
    bad: 0.9,
    scale: 'plan',
    badStated: true,
    needs: ['orders', 'customers'],
  },
  newCustomerRate: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    bad: 0.9,
    badStated: true,
    needs: ['orders', 'customers', 'plannedNewCustomers'],
  },
  customerGrowth: { unit: 'percent', direction: 'up', period: 'window', bad: 0, needs: ['orders', 'customers'] },
  stageConversion: {
    unit: 'percent',
    direction: 'up',
    period: 'exit',
    good: 1,
    scale: 'lastYear',
    needs: ['stageHistory'],
    minimumCases: FEW,
  },
  winRate: {
    unit: 'percent',
    direction: 'up',
    period: 'exit',
    good: 1,
    scale: 'lastYear',
    needs: ['opportunities'],
    minimumCases: FEW,
  },
  leadToWon: {
    unit: 'percent',
    direction: 'up',
    period: 'cohort',
    good: 1,
    scale: 'lastYear',
    needs: ['leads'],
    minimumCases: FEW,
  },
  retention: {
    unit: 'percent',
    direction: 'up',
    period: 'window',
    good: 0.85,
    goodStated: true,
    needs: ['orders', 'customers'],
    minimumCases: FEW,
  },
  revenueRetention: {
    unit: 'percent',
    direction: 'up',
    period: 'window',
    good: 1,
    needs: ['orders', 'customers'],
    minimumCases: FEW,
  },
  renewal: {
    unit: 'percent',
    direction: 'up',
    period: 'exit',
    good: 0.85,
    goodStated: true,
    needs: ['contracts'],
    minimumCases: FEW,
  },
  repurchase: {
    unit: 'percent',
    direction: 'up',
    period: 'window',
    good: 0.7,
    goodStated: true,
    needs: ['orders', 'customers'],
    minimumCases: FEW,
  },
  churn: {
    unit: 'percent',
    direction: 'down',
    period: 'window',
    bad: 0.15,
    badStated: true,
    needs: ['orders', 'customers'],
    minimumCases: FEW,
  },
  reactivation: { unit: 'percent', direction: 'up', period: 'flow', needs: ['lifecycle'], minimumCases: FEW },
  channelYield: { unit: 'times', direction: 'up', period: 'flow', needs: ['orders', 'spend'] },
  channelRoi: { unit: 'percent', direction: 'up', period: 'flow', good: 0, needs: ['orders', 'spend', 'cost'] },
  campaignRoi: { unit: 'percent', direction: 'up', period: 'flow', good: 0, needs: ['promotions', 'forecasts'] },
  expenseRatio: {
    unit: 'percent',
    direction: 'down',
    period: 'flow',
    bad: 1,
    scale: 'plan',
    needs: ['orders', 'spend'],
  },
  budgetUse: { unit: 'percent', direction: 'band', period: 'flow', good: 0.7, bad: 1.05, needs: ['expense', 'budget'] },
  costToServe: { unit: 'percent', direction: 'down', period: 'flow', needs: ['orders', 'visits', 'cadence'] },
  salesCycle: {
    unit: 'days',
    direction: 'down',
    period: 'exit',
    kind: 'ratio',
    good: 30,
    goodStated: true,
    needs: ['opportunities'],
  },
  averageOrderValue: {
    unit: 'money',
    direction: 'up',
    period: 'flow',
    good: 1.1,
    goodStated: true,
    scale: 'lastYear',
    needs: ['orders'],
  },
  ordersPerCustomer: {
    unit: 'times',
    direction: 'up',
    period: 'flow',
    good: 1,
    goodStated: true,
    scale: 'lastYear',
    needs: ['orders', 'customers'],
  },
  productBreadth: {
    unit: 'count',
    direction: 'up',
    period: 'window',
    good: 1,
    goodStated: true,
    scale: 'lastYear',
    needs: ['orders', 'customers', 'products'],
  },
  discount: { unit: 'percent', direction: 'down', period: 'flow', needs: ['orders', 'listPrices'] },
  grossMargin: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    good: 1,
    scale: 'plan',
    needs: ['orders', 'cost'],
  },
  csat: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    good: 0.9,
    goodStated: true,
    needs: ['surveys'],
    minimumCases: FEW_ANSWERS,
  },
  nps: { unit: 'points', direction: 'up', period: 'flow', bad: 0, needs: ['surveys'], minimumCases: FEW_ANSWERS },
  complaintTime: { unit: 'hours', direction: 'down', period: 'exit', needs: ['complaints'] },
  complaintOnTime: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    good: 0.95,
    needs: ['complaints'],
    minimumCases: FEW,
  },
  marketShare: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    good: 0.15,
    goodStated: true,
    needs: ['orders', 'marketSize'],
  },
  collectionRate: { unit: 'percent', direction: 'up', period: 'flow', bad: 0.9, needs: ['orders', 'collections'] },
  dueCollectionRate: {
    unit: 'percent',
    direction: 'up',
    period: 'flow',
    good: 0.95,
    bad: 0.85,
    needs: ['invoices', 'collections'],
  },
  dso: { unit: 'days', direction: 'down', period: 'state', kind: 'balance', needs: ['receivables'] },
  overdueShare: { unit: 'percent', direction: 'down', period: 'state', bad: 0.1, needs: ['receivables'] },
  forecastAccuracy: { unit: 'percent', direction: 'up', period: 'flow', needs: ['keptForecasts'] },
  forecastBias: {
    unit: 'percent',
    direction: 'band',
    period: 'flow',
    good: -0.05,
    bad: 0.05,
    needs: ['keptForecasts'],
  },
  pipelineCover: { unit: 'times', direction: 'up', period: 'state', good: 3, needs: ['opportunities', 'forecasts'] },
  visitCompliance: { unit: 'percent', direction: 'up', period: 'flow', good: 0.9, needs: ['visits', 'cadence'] },
  reportCompleteness: { unit: 'percent', direction: 'up', period: 'flow', good: 0.95, needs: ['reports'] },
  shelfPresence: { unit: 'percent', direction: 'up', period: 'flow', good: 1, scale: 'plan', needs: ['patrols'] },
  priceCompliance: { unit: 'percent', direction: 'up', period: 'flow', good: 0.95, needs: ['prices'] },
  stockCover: { unit: 'months', direction: 'band', period: 'state', kind: 'balance', needs: ['channelStock'] },
  trainingCoverage: { unit: 'percent', direction: 'up', period: 'state', good: 0.9, needs: ['training'] },
  concentration: { unit: 'percent', direction: 'down', period: 'window', bad: 0.2, needs: ['orders', 'customers'] },
};

/**
 * All KPIs with unit, direction, period kind, starting limits and needs, in the order of the board. Limits that are
 * not stated requirements are marked so and may be changed per workspace.
 */
export const KPI_DEFINITIONS: readonly KpiDefinition[] = KPI_IDS.map((id) => ({
  id,
  kind: 'ratio',
  good: null,
  bad: null,
  scale: 'value',
  goodStated: false,
  badStated: false,
  implemented: !LATER.has(id),
  minimumCases: null,
  ...ROWS[id],
}));

/** Concentration is judged on its ten largest customers too: more than this share is bad (own starting value). */
export const TOP_TEN_LIMIT = 0.6;
