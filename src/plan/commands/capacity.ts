import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { CAPACITY_RULE } from '../capacity/capacityRule';
import { type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, updated } from '../records';

const MOST_RAMP_MONTHS = 36;

/**
 * How capacity is reckoned: ramp by month in role, keep-rate, productivity in minor units a month. Refused where a share lies
 * outside 0 … 1, a productivity is below 0, or the ramp is longer than three years.
 */
export function setCapacityRule(
  document: PlanDocument,
  { rule }: Extract<Command, { name: 'capacity/setRule' }>,
): Result<Outcome> {
  const { ramp, keepRate, productivity, own } = rule;
  const isShare = (value: number): boolean => value >= 0 && value <= 1;
  const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  const amounts = [...(productivity === null ? [] : [productivity]), ...own.map((one) => one.productivity)];
  if (![...ramp, keepRate].every(isShare) || !amounts.every(isAmount) || ramp.length > MOST_RAMP_MONTHS)
    return fail(issue('capacity/outOfRange'));
  const next = { id: CAPACITY_RULE, ramp, keepRate, productivity, own };
  const old = document.records.capacityRule.get(CAPACITY_RULE);
  return ok(recordsOnly([old ? updated('capacityRule', old, next) : added('capacityRule', next)]));
}
