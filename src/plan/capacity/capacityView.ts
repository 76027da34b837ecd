import type { CapacityRow, CapacityView } from '~/domain/capacityView';
import { type Issue, issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { sellersNeeded } from '~/engine/capacity/index';
import { memberName, membersOf, type PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { memberTargets } from '../views/memberTotals';
import { treeOf } from '../views/nodeFilters';
import { sumSpoken } from '../views/nodeTargets';
import { orderCoverage } from '../views/orderCoverage';
import { type CapacityBook, capacityBook } from './capacityBook';
import { capacityRuleOf } from './capacityRule';

/**
 * What every seller can carry in the plan's year beside what is asked of him, most overloaded first; whose customers nobody
 * looks after; and how many sellers are missing, which nobody knows without new business. Minor units, rounded; null = unknown.
 * Without sellers or sales it says why.
 */
export function capacityView(document: PlanDocument, whole: Plan, today: Day): CapacityView {
  const book = capacityBook(document, whole, today);
  const coverage = orderCoverage(document);
  if (!book) return emptyView(document, whole, coverage?.asOf ?? null);
  const { plan, sellers, sold, productivity, retention } = book;
  const targets = targetsOf(document, plan);
  const rows = sellers.map((one): CapacityRow => {
    const { base, takenOver, fresh, total } = one.capacity;
    const target = targets?.get(one.seller) ?? plan.periods.map(() => null);
    const capacity = Math.round(sum(total));
    const asked = sumSpoken(target);
    return {
      seller: one.seller,
      name: memberName(document, 'seller', one.seller),
      ...one.role,
      ramp: rampOf(book, one.path.monthsInRole),
      leaveDays: one.path.leaveDays,
      base: [...base].map(Math.round),
      takenOver: [...takenOver].map(Math.round),
      fresh: [...fresh].map(Math.round),
      target,
      capacity,
      asked,
      load: asked !== null && capacity > 0 ? asked / capacity : null,
    };
  });
  const excess = ({ asked, capacity }: CapacityRow): number => (asked ?? 0) - capacity;
  rows.sort((a, b) => excess(b) - excess(a) || a.seller - b.seller);
  const capacity = rows.reduce((all, row) => all + row.capacity, 0);
  const asked = sumSpoken(rows.map((row) => row.asked));
  const over = rows.reduce((all, row) => all + Math.max(0, excess(row)), 0);
  return {
    asOf: coverage?.asOf ?? null,
    periods: plan.periods.map(({ id }) => id),
    rows,
    total: { capacity, asked, load: asked !== null && capacity > 0 ? asked / capacity : null },
    vacant: vacantOf(document, book),
    productivity,
    retention,
    missing:
      asked === null || productivity.used === null
        ? null
        : sellersNeeded({ gap: over, productivity: usualCapacity(rows), periods: 1, attainment: 1 }),
    rule: book.rule,
    issues: issuesOf(book, targets !== null, sold.window.months),
  };
}

/** What somebody in role the whole year can carry: the mean of those who are; a newcomer's customers are part of it in time. */
function usualCapacity(rows: readonly CapacityRow[]): number | null {
  const full = rows.filter(({ ramp, left, capacity }) => ramp.first === 1 && left === null && capacity > 0);
  return full.length === 0 ? null : full.reduce((all, { capacity }) => all + capacity, 0) / full.length;
}

function rampOf({ rule }: CapacityBook, months: Float64Array): CapacityRow['ramp'] {
  const at = (month: number): number =>
    month < 1 ? 0 : rule.ramp.length === 0 ? 1 : rule.ramp[Math.min(rule.ramp.length, month) - 1];
  return { first: at(months[0]), last: at(months[months.length - 1]) };
}

/** What lies with nobody: sales without a seller, and bases of sellers for the time after they left. */
function vacantOf(document: PlanDocument, { sold, sellers, season, retention }: CapacityBook): CapacityView['vacant'] {
  const toYear = (12 / sold.window.months) * (retention ?? 1);
  const leavers = sellers
    .filter(({ role }) => role.left !== null)
    .map(({ seller, path }) => {
      const gone = season.reduce((part, share, p) => part + share * (1 - path.present[p]), 0);
      const amount = Math.round((sold.own[seller] + sold.takenOver[seller]) * toYear * gone);
      return { seller, name: memberName(document, 'seller', seller), amount };
    })
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount);
  const nobody = Math.round((sold.own[0] + sold.takenOver[0]) * toYear);
  return {
    amount: nobody + leavers.reduce((all, { amount }) => all + amount, 0),
    customers: sold.customers[0] + leavers.reduce((all, { seller }) => all + sold.customers[seller], 0),
    leavers,
  };
}

function issuesOf({ productivity, retention }: CapacityBook, isPlanned: boolean, months: number): Issue[] {
  const issues: Issue[] = [];
  if (!isPlanned) issues.push(issue('capacity/notPlanned'));
  if (months < 12) issues.push(issue('capacity/shortHistory', { months }));
  if (productivity.used === null) issues.push(issue('capacity/noNewBusiness'));
  if (retention === null) issues.push(issue('capacity/noRetention'));
  return issues;
}

/** Targets of the year by seller; null where the lines do not name sellers. */
function targetsOf(document: PlanDocument, plan: Plan) {
  if (!plan.groups[0].dimensions.includes('seller')) return null;
  const levels = treeOf(document, plan, 'seller')?.levels.length ?? 1;
  return memberTargets(document, plan, { dimension: 'seller', level: levels - 1, at: {} });
}

function emptyView(document: PlanDocument, whole: Plan, asOf: Day | null): CapacityView {
  const plan = focusYear(whole, asOf ?? whole.periods[0].from);
  const hasSellers = membersOf(document, 'seller').byCode.some((member, code) => code > 0 && member !== undefined);
  return {
    asOf,
    periods: plan.periods.map(({ id }) => id),
    rows: [],
    total: { capacity: 0, asked: null, load: null },
    vacant: { amount: 0, customers: 0, leavers: [] },
    productivity: { used: null, low: null, middle: null, high: null, sellers: 0 },
    retention: null,
    missing: null,
    rule: capacityRuleOf(document),
    issues: [issue(hasSellers ? 'forecast/noHistory' : 'capacity/noSellers')],
  };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
