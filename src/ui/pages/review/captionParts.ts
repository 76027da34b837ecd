import type { KpiCard } from '~/domain/view';

export type PartKind = 'money' | 'signedMoney' | 'count' | 'signedCount' | 'percent';

/** What a KPI divides: how both parts are written in its caption. */
const PARTS = {
  attainment: ['money', 'money'],
  timeProgress: ['count', 'count'],
  pace: ['money', 'money'],
  requiredDaily: ['money', 'count'],
  runRate: ['money', 'percent'],
  growthYoY: ['signedMoney', 'money'],
  growthPrior: ['signedMoney', 'money'],
  newCustomerRate: ['count', 'count'],
  customerGrowth: ['signedCount', 'count'],
  retention: ['count', 'count'],
  revenueRetention: ['money', 'money'],
  repurchase: ['count', 'count'],
  churn: ['count', 'count'],
  averageOrderValue: ['money', 'count'],
  ordersPerCustomer: ['count', 'count'],
  productBreadth: ['count', 'count'],
  concentration: ['money', 'money'],
  csat: ['count', 'count'],
  complaintTime: ['count', 'count'],
  channelRoi: ['signedMoney', 'money'],
  complaintOnTime: ['count', 'count'],
  visitCompliance: ['count', 'count'],
  renewal: ['count', 'count'],
  trainingCoverage: ['count', 'count'],
  marketShare: ['money', 'money'],
  collectionRate: ['money', 'money'],
  overdueShare: ['money', 'money'],
  channelYield: ['money', 'money'],
  expenseRatio: ['money', 'money'],
  grossMargin: ['money', 'money'],
  costToServe: ['money', 'money'],
  stageConversion: ['count', 'count'],
  winRate: ['count', 'count'],
  leadToWon: ['count', 'count'],
  salesCycle: ['count', 'count'],
  forecastAccuracy: ['money', 'money'],
  forecastBias: ['signedMoney', 'money'],
  pipelineCover: ['money', 'money'],
} as const satisfies Record<string, readonly [PartKind, PartKind]>;

export type CaptionId = keyof typeof PARTS;

export interface CaptionParts {
  id: CaptionId;
  numerator: { amount: number; kind: PartKind };
  denominator: { amount: number; kind: PartKind };
}

/** Both parts of a ratio with how to write them; null where the value is no ratio or a part is unknown. */
export function captionParts({ id, value, numerator, denominator }: KpiCard): CaptionParts | null {
  if (value === null || numerator === null || denominator === null || !isCaptioned(id)) return null;
  const [above, below] = PARTS[id];
  return { id, numerator: { amount: numerator, kind: above }, denominator: { amount: denominator, kind: below } };
}

const isCaptioned = (id: string): id is CaptionId => Object.hasOwn(PARTS, id);
