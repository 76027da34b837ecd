import type { KpiDirection, KpiStatus } from '~/domain/kpi';

/**
 * Good, watch or bad by two limits. Between both lies *watch*; where only one limit exists there is nothing between, so
 * what misses it falls on the other side. A band is good inside both ends, bad above the upper and watch below the lower.
 * Null without any limit.
 */
export function judge(
  value: number,
  direction: KpiDirection,
  limits: { good: number | null; bad: number | null },
): KpiStatus | null {
  const { good, bad } = limits;
  if (direction === 'none' || (good === null && bad === null)) return null;
  if (direction === 'band') {
    if (bad !== null && value > bad) return 'bad';
    return good !== null && value < good ? 'watch' : 'good';
  }
  const sign = direction === 'up' ? 1 : -1;
  if (good !== null && sign * value >= sign * good) return 'good';
  if (bad !== null && sign * value < sign * bad) return 'bad';
  return good === null ? 'good' : bad === null ? 'bad' : 'watch';
}
