/** What a limit is a multiple of, where it is not the value itself: such a limit moves with its base. */
export type LimitScale = 'plan' | 'lastYear' | 'ownDailyMean' | 'yearTarget';

const SCALES: Readonly<Record<string, LimitScale>> = {
  gap: 'plan',
  requiredDaily: 'ownDailyMean',
  runRate: 'yearTarget',
  growthYoY: 'plan',
  activeCustomers: 'plan',
  newCustomers: 'plan',
  stageConversion: 'lastYear',
  winRate: 'lastYear',
  leadToWon: 'lastYear',
  expenseRatio: 'plan',
  averageOrderValue: 'lastYear',
  ordersPerCustomer: 'lastYear',
  productBreadth: 'lastYear',
  grossMargin: 'plan',
  shelfPresence: 'plan',
};

/** Null where the limit is a plain value that a person may set for all nodes. */
export const limitScaleOf = (kpi: string): LimitScale | null => SCALES[kpi] ?? null;

/** Looked at over the twelve months that end with the period, not over the period itself. */
const YEAR_WINDOW: ReadonlySet<string> = new Set([
  'customerGrowth',
  'retention',
  'revenueRetention',
  'repurchase',
  'churn',
  'productBreadth',
  'concentration',
]);

export const hasYearWindow = (kpi: string): boolean => YEAR_WINDOW.has(kpi);
