import type { Day } from '~/domain/period';
import type { KpiCard } from '~/domain/view';
import type { KpiResult } from '~/engine/kpi/index';

/** A result as the page shows it. `own` marks limits that are our starting value, not a stated or set one. */
export function kpiCard(result: KpiResult, periodOf: (day: Day) => string): KpiCard {
  return {
    id: result.id,
    unit: result.unit,
    direction: result.direction,
    value: result.value,
    numerator: result.numerator,
    denominator: result.denominator,
    status: result.status,
    reason: result.reason,
    limits: { good: result.good, bad: result.bad, own: result.limitOrigin === 'own' },
    trend: result.trend.map(({ from, value }) => ({ period: periodOf(from), value })),
    missing: [...result.missing],
    interval: result.interval,
    ...(result.ownAsOf ? { asOf: result.asOf } : {}),
  };
}
