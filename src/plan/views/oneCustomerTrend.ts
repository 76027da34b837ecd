import type { MemberCode } from '~/domain/dimension';
import type { CustomerTrendView } from '~/domain/oneCustomer';
import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import { orderRowsOf } from '../customers/orderRowsOf';
import { openedPlan, type PlanDocument } from '../document';
import { nodeTargets } from './nodeTargets';
import { orderCoverage, wholeMonths } from './orderCoverage';
import { orderFacts, type ViewCache } from './viewCache';

const MONTHS = 12;

/**
 * Net sales of one customer by month: the twelve to that of the last complete day, the twelve before, and the working target of
 * the same months. A month that is not covered whole is unknown, but for the running one. Null without orders.
 */
export function oneCustomerTrend(
  document: PlanDocument,
  cache: ViewCache,
  customer: MemberCode,
): CustomerTrendView | null {
  const coverage = orderCoverage(document);
  if (!coverage) return null;
  const facts = orderFacts(document, cache);
  const firstMonth = monthIndexOf(coverage.asOf) - MONTHS + 1;
  const start = firstMonth - MONTHS;
  const known = wholeMonths(coverage, start, MONTHS * 2);
  const sums: (number | null)[] = Array.from({ length: MONTHS * 2 }, (_, i) =>
    known[i] === 1 || start + i === coverage.running ? 0 : null,
  );
  for (const row of orderRowsOf(document, cache, customer)) {
    if (facts.day[row] > coverage.asOf) continue;
    const at = monthIndexOf(facts.day[row]) - start;
    const sum = sums[at];
    if (sum !== undefined && sum !== null) sums[at] = sum + facts.amount[row];
  }
  return {
    firstMonth,
    now: sums.slice(MONTHS),
    before: sums.slice(0, MONTHS),
    target: targetsOf(document, customer, firstMonth),
  };
}

/** Only a plan by calendar months has a target for one. */
function targetsOf(document: PlanDocument, customer: MemberCode, firstMonth: number): (number | null)[] {
  const targets: (number | null)[] = Array.from({ length: MONTHS }, () => null);
  const plan = openedPlan(document);
  if (!plan) return targets;
  const amounts = nodeTargets(document, plan, { customer });
  plan.periods.forEach(({ from, to }, p) => {
    const month = monthIndexOf(from);
    const whole = monthPeriodAt(month);
    const at = month - firstMonth;
    if (whole.from === from && whole.to === to && at >= 0 && at < MONTHS) targets[at] = amounts[p];
  });
  return targets;
}
