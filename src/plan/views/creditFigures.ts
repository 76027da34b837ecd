import { CREDIT_RATINGS, type CreditRating } from '~/domain/credit';
import type { Member } from '~/domain/dimension';
import { type Day, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { CreditRule } from '~/domain/price';
import {
  type AbilityParts,
  type Ageing,
  abilityScore,
  ageingOf,
  overdueOf,
  paidOnTime,
  proposedLimit,
} from '~/engine/customers/index';
import { type FactTable, rowsBetween } from '~/engine/kpi/index';
import { membersOf, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { customerFigures } from './customerFigures';
import { orderCoverage } from './orderCoverage';
import { orderFacts, type ViewCache } from './viewCache';

/** What is known of every customer's credit, by code. */
export interface CreditFigures {
  codes: Uint32Array;
  /** Null where no receivables came in. */
  ageing: Ageing | null;
  /** Last day of receivables, else of the orders. */
  asOf: Day | null;
  proposed: (number | null)[];
  ability: ReturnType<typeof abilityScore>[];
}

const MONTHS = 12;
const FULL_RELATION_DAYS = 5 * 365;

/** Figures of all customers under a rule. Without orders there is nothing to propose; without receivables nothing is open. */
export function creditFigures(
  document: PlanDocument,
  { cache, rule }: { cache: ViewCache; rule: Omit<CreditRule, 'id'> },
): CreditFigures | null {
  const figures = customerFigures(document, cache);
  const coverage = orderCoverage(document);
  if (!figures || !coverage) return null;
  const receivables = factsOf(document, 'receivables');
  const customers = membersOf(document, 'customer').next;
  const asOf = receivables.count > 0 ? (receivables.asOf ?? coverage.asOf) : null;
  const ageing =
    asOf === null
      ? null
      : ageingOf(
          {
            customer: receivables.code('customer'),
            amount: receivables.number('amount'),
            due: receivables.number('due'),
            disputed: receivables.number('disputed'),
          },
          { customers, asOf },
        );
  const { facts } = figures;
  const known = Math.min(MONTHS, monthIndexOf(coverage.asOf) - monthIndexOf(facts.from) + 1);
  const before = salesBefore(orderFacts(document, cache), { customers, from: facts.from, coverage });
  const payments = paymentsByCustomer(document, {
    orders: orderFacts(document, cache),
    customers,
    taxRate: rule.taxRate,
  });
  const { byCode } = membersOf(document, 'customer');
  const proposed: CreditFigures['proposed'] = new Array(customers).fill(null);
  const ability: CreditFigures['ability'] = new Array(customers);
  const nothing = abilityScore({ onTime: null, current: null, trend: null, relation: null });
  ability.fill(nothing);
  for (const code of figures.codes) {
    const member = byCode[code];
    const terms = termsOf(member, rule);
    const sales = facts.any[code] === 1 ? facts.monetary[code] : null;
    proposed[code] = proposedLimit({
      monthlySales: sales === null ? null : sales / known,
      taxRate: rule.taxRate,
      termsDays: terms,
      factor: rule.factors[ratingOf(member) ?? 'B'],
    });
    const parts: AbilityParts = {
      onTime: payments ? paidOnTime(payments(code), { termsDays: terms, asOf: payments.asOf }) : null,
      current: currentShare(ageing, code),
      trend: before && before[code] > 0 && sales !== null ? sales / before[code] / 2 : null,
      relation: facts.any[code] === 1 ? (coverage.asOf - facts.firstDay[code]) / FULL_RELATION_DAYS : null,
    };
    ability[code] = abilityScore(parts);
  }
  return { codes: figures.codes, ageing, asOf, proposed, ability };
}

/** Terms of a customer in days: its own, else the rule's. */
export const termsOf = (member: Member | undefined, rule: Omit<CreditRule, 'id'>): number =>
  typeof member?.attributes.termsDays === 'number' ? member.attributes.termsDays : rule.termsDays;

/** The credit rating of a customer; null where it has none, or one that is not A to D. */
export const ratingOf = (member: Member | undefined): CreditRating | null =>
  CREDIT_RATINGS.find((rating) => rating === member?.attributes.rating) ?? null;

/** The credit limit that was set, in minor units; null where none was: that is not a limit of 0. */
export const limitOf = (member: Member | undefined): number | null =>
  typeof member?.attributes.creditLimit === 'number' ? member.attributes.creditLimit : null;

/** Not overdue, of what is open and positive; a customer that owes nothing paid everything. Null without receivables. */
function currentShare(ageing: Ageing | null, code: number): number | null {
  if (!ageing) return null;
  const open = ageing.buckets.reduce((sum, bucket) => sum + bucket[code], 0);
  return open > 0 ? 1 - overdueOf(ageing, code) / open : null;
}

/** Net sales of the twelve months before the window; null where they are not covered whole. */
function salesBefore(
  orders: FactTable,
  { customers, from, coverage }: { customers: number; from: Day; coverage: { from: Day } },
): Float64Array | null {
  const start = monthPeriodAt(monthIndexOf(from) - MONTHS).from;
  if (coverage.from > start) return null;
  const sales = new Float64Array(customers);
  const codes = orders.codes.customer;
  const [first, end] = rowsBetween(orders, start, from - 1);
  for (let i = first; codes && i < end; i += 1) sales[codes[i]] += orders.amount[i];
  return sales;
}

type PaymentsOf = ((code: number) => Parameters<typeof paidOnTime>[0]) & { asOf: Day };

/** Sales with tax and cash by customer, by day; null without collections. Sales before the first day of cash are unknown in part: left out. */
export function paymentsByCustomer(
  document: PlanDocument,
  { orders, customers, taxRate }: { orders: FactTable; customers: number; taxRate: number },
): PaymentsOf | null {
  const cash = factsOf(document, 'collections');
  if (cash.count === 0) return null;
  const days = cash.number('day');
  const firstDay = days.reduce((least, day) => (day < least ? day : least), Number.POSITIVE_INFINITY);
  const asOf = cash.asOf ?? days.reduce((most, day) => (day > most ? day : most), 0);
  const order = Array.from(days.keys()).sort((a, b) => days[a] - days[b] || a - b);
  const cashRows = rowsOf(cash.code('customer'), order, customers);
  const [first, end] = rowsBetween(orders, firstDay, asOf);
  const codes = orders.codes.customer ?? new Uint32Array(orders.count);
  const saleRows = rowsOf(codes, range(first, end), customers);
  const amounts = cash.number('amount');
  const of = (code: number) => {
    const sales = saleRows(code);
    const paid = cashRows(code);
    return {
      saleDay: sales.map((row) => orders.day[row]),
      sale: sales.map((row) => Math.round(orders.amount[row] * (1 + taxRate))),
      cashDay: paid.map((row) => days[row]),
      cash: paid.map((row) => amounts[row]),
    };
  };
  return Object.assign(of, { asOf });
}

const range = (first: number, end: number): number[] => Array.from({ length: end - first }, (_, i) => first + i);

/** Rows by customer code, in the order given. */
function rowsOf(codes: Uint32Array, order: readonly number[], customers: number): (code: number) => number[] {
  const start = new Uint32Array(customers + 1);
  for (const row of order) start[codes[row] + 1] += 1;
  for (let code = 0; code < customers; code += 1) start[code + 1] += start[code];
  const rows = new Uint32Array(order.length);
  const next = start.slice();
  for (const row of order) rows[next[codes[row]]++] = row;
  return (code) => Array.from(rows.subarray(start[code], start[code + 1]));
}
