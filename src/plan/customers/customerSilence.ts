import { customerDays } from '~/engine/customers/customerDays';
import { membersOf, type PlanDocument } from '../document';
import { orderCoverage } from '../views/orderCoverage';
import { orderFacts, type ViewCache } from '../views/viewCache';

/** How long each customer has been silent against its own usual interval. */
export interface CustomerSilence {
  /** Mean days between two days with an order; NaN below two of them. */
  interval: Float64Array;
  /** Days since the last order ÷ that interval; NaN where there is none. */
  times: Float64Array;
}

const kept = new WeakMap<ViewCache, { version: number; silence: CustomerSilence }>();

/** From all orders up to the last complete day, kept until they change. Above 3 a customer is on the list of those at risk (kpi sheet §2, churn). */
export function customerSilence(document: PlanDocument, cache: ViewCache): CustomerSilence {
  const known = kept.get(cache);
  if (known?.version === document.ordersVersion) return known.silence;
  const silence = readSilence(document, cache);
  kept.set(cache, { version: document.ordersVersion, silence });
  return silence;
}

function readSilence(document: PlanDocument, cache: ViewCache): CustomerSilence {
  const { next } = membersOf(document, 'customer');
  const interval = new Float64Array(next).fill(Number.NaN);
  const times = new Float64Array(next).fill(Number.NaN);
  const coverage = orderCoverage(document);
  if (!coverage) return { interval, times };
  const { start, day, ordered } = customerDays(orderFacts(document, cache), next);
  for (let code = 1; code < next; code += 1) {
    let days = 0;
    let first = 0;
    let last = 0;
    for (let i = start[code]; i < start[code + 1] && day[i] <= coverage.asOf; i += 1) {
      if (ordered[i] === 0) continue;
      if (days === 0) first = day[i];
      last = day[i];
      days += 1;
    }
    if (days < 2) continue;
    interval[code] = (last - first) / (days - 1);
    times[code] = (coverage.asOf - last) / interval[code];
  }
  return { interval, times };
}
