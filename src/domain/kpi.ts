/** Every KPI the product knows, in the order they are shown. Those without data stay folded, never zero. */
export const KPI_IDS = [
  'attainment',
  'gap',
  'timeProgress',
  'planToDate',
  'pace',
  'requiredDaily',
  'runRate',
  'growthYoY',
  'growthPrior',
  'activeCustomers',
  'newCustomers',
  'newCustomerRate',
  'customerGrowth',
  'stageConversion',
  'winRate',
  'leadToWon',
  'retention',
  'revenueRetention',
  'renewal',
  'repurchase',
  'churn',
  'reactivation',
  'channelYield',
  'channelRoi',
  'campaignRoi',
  'expenseRatio',
  'budgetUse',
  'costToServe',
  'salesCycle',
  'averageOrderValue',
  'ordersPerCustomer',
  'productBreadth',
  'discount',
  'grossMargin',
  'csat',
  'nps',
  'complaintTime',
  'complaintOnTime',
  'marketShare',
  'collectionRate',
  'dueCollectionRate',
  'dso',
  'overdueShare',
  'forecastAccuracy',
  'forecastBias',
  'pipelineCover',
  'visitCompliance',
  'reportCompleteness',
  'shelfPresence',
  'priceCompliance',
  'stockCover',
  'trainingCoverage',
  'concentration',
] as const;

export type KpiId = (typeof KPI_IDS)[number];

/** A percent is kept as a fraction (0.9 = 90 %), money in minor units. */
export const KPI_UNITS = [
  'percent',
  'money',
  'moneyPerDay',
  'count',
  'days',
  'hours',
  'months',
  'times',
  'points',
] as const;

export type KpiUnit = (typeof KPI_UNITS)[number];

/** Which way is better; 'band' = inside two limits, 'none' = no judgement. */
export type KpiDirection = 'up' | 'down' | 'band' | 'none';

/** F facts dated in the period · S state at its end · W twelve months to its end · C cohort by start · X exits in it. */
export type KpiPeriodKind = 'flow' | 'state' | 'window' | 'cohort' | 'exit';

export type KpiStatus = 'good' | 'watch' | 'bad';

export const KPI_SOURCES = [
  'orders',
  'targets',
  'calendar',
  'customers',
  'products',
  'plannedNewCustomers',
  'stageHistory',
  'opportunities',
  'leads',
  'contracts',
  'lifecycle',
  'spend',
  'cost',
  'promotions',
  'forecasts',
  'keptForecasts',
  'expense',
  'budget',
  'visits',
  'listPrices',
  'surveys',
  'complaints',
  'marketSize',
  'collections',
  'invoices',
  'receivables',
  'cadence',
  'reports',
  'patrols',
  'prices',
  'channelStock',
  'training',
] as const;

/** What a KPI is made of. */
export type KpiSource = (typeof KPI_SOURCES)[number];

/** Why there is no value, or a value without a status. */
export const KPI_REASONS = [
  'noSource',
  'notStarted',
  'outsideCoverage',
  'historyTooShort',
  'noTarget',
  'targetNotPositive',
  'noBase',
  'baseNotPositive',
  'newMember',
  'noCases',
  'tooFewCases',
  'tooEarly',
  'noDaysLeft',
  'reached',
  'judgedOnPace',
  'festivalMoves',
  'noLimit',
] as const;

export type KpiReason = (typeof KPI_REASONS)[number];

/** Where the limits that judged a value came from. */
export type KpiLimitOrigin = 'stated' | 'own' | 'user' | 'plan' | 'lastYear';

/** What to know beside a value. */
export const KPI_NOTICES = ['assumedHolidays', 'festivalMoves', 'sameWorkingDays', 'wideWindow'] as const;

export type KpiNotice = (typeof KPI_NOTICES)[number];
