import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { View } from '~/engine/cube/index';
import { buildFacts, type FactTable, nodeFacts } from '~/engine/facts/index';
import { covers } from '~/engine/kpi/index';
import { membersOf, orderSegments, type PlanDocument } from '../document';
import { leafCodes } from '../pools';
import type { OrderCoverage } from '../views/orderCoverage';

/** What the customers of every node could buy in a year, and what they did buy in the last one. Minor units by node. */
export interface NodePotential {
  /** Sum of the potential of customers that have one, a customer of several nodes shared by what he bought at each. */
  potential: Float64Array;
  /** What those customers bought in twelve months. */
  reached: Float64Array;
  /** What customers without a stated potential bought. */
  unstated: Float64Array;
}

interface CustomerRows {
  version: number;
  key: string;
  /** Tuples of the plan with three columns: potential, reached, unstated. */
  table: FactTable;
}

const kept = new WeakMap<PlanDocument, CustomerRows>();

/** Null where no customer has a potential, or the orders name no customer. */
export function potentialByNode(
  document: PlanDocument,
  plan: Plan,
  { view, coverage }: { view: View; coverage: OrderCoverage },
): NodePotential | null {
  const rows = customerRows(document, plan, coverage);
  if (!rows) return null;
  const { amount, months } = nodeFacts(view, rows);
  const column = (c: number): Float64Array =>
    Float64Array.from({ length: view.count }, (_, n) => amount[n * months + c]);
  return { potential: column(0), reached: column(1), unstated: column(2) };
}

function customerRows(document: PlanDocument, plan: Plan, coverage: OrderCoverage): FactTable | null {
  const { byCode } = membersOf(document, 'customer');
  if (!byCode.some((member) => statedPotential(member?.attributes.potential) !== null)) return null;
  const key = `${plan.id}|${plan.generation}|${plan.groups[0].dimensions.join()}|${document.open?.lines.nextLine}`;
  const known = kept.get(document);
  if (known?.version === document.factsVersion && known.key === key) return known.table;
  const table = sharePotential(document, tuplesByCustomer(document, plan, coverage));
  kept.set(document, { version: document.factsVersion, key, table });
  return table;
}

/** Sales of the last twelve whole months by the plan's tuples and, last, the customer as the order names him. */
function tuplesByCustomer(document: PlanDocument, plan: Plan, coverage: OrderCoverage): FactTable {
  const { dimensions } = plan.groups[0];
  const { from, to } = lastTwelveMonths(coverage);
  const options = { pools: plan.pools, plan: plan.id };
  return buildFacts({
    segments: orderSegments(document),
    dimensions: [...dimensions, 'customer'],
    leafOf: [...dimensions.map((dimension) => leafCodes(document, { dimension, ...options })), null],
    from,
    to,
    cuts: Int32Array.of(from, to + 1),
  });
}

/** The twelve months before the last day that is known, or as many of them as there are. */
export function lastTwelveMonths({ asOf, running, from, stretches }: OrderCoverage): { from: number; to: number } {
  const last = running === null ? monthIndexOf(asOf) : running - 1;
  const first = monthPeriodAt(last - 11).from;
  const to = monthPeriodAt(last).to;
  return covers(stretches, first, to) ? { from: first, to } : { from: Math.min(Math.max(first, from), to), to };
}

function sharePotential(document: PlanDocument, sold: FactTable): FactTable {
  const { byCode, next } = membersOf(document, 'customer');
  const customer = sold.codes[sold.codes.length - 1];
  const bought = new Float64Array(next);
  const amount = sold.amount[0] ?? new Float64Array(0);
  for (let row = 0; row < sold.count; row += 1) if (amount[row] > 0) bought[customer[row]] += amount[row];
  const potential = new Float64Array(sold.count);
  const reached = new Float64Array(sold.count);
  const unstated = new Float64Array(sold.count);
  for (let row = 0; row < sold.count; row += 1) {
    const stated = statedPotential(byCode[customer[row]]?.attributes.potential);
    if (stated === null) unstated[row] = amount[row];
    else reached[row] = amount[row];
    if (stated !== null && amount[row] > 0) potential[row] = (stated * amount[row]) / bought[customer[row]];
  }
  return { ...sold, amount: [potential, reached, unstated] };
}

/** A potential above 0 in minor units; null where none is stated. */
const statedPotential = (value: string | number | undefined): number | null =>
  typeof value === 'number' && value > 0 ? value : null;
