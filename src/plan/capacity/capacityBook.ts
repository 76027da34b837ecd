import type { CapacityRule } from '~/domain/challenge';
import type { MemberCode } from '~/domain/dimension';
import { type Day, monthIndexOf } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { type CapacityPath, sellerCapacity } from '~/engine/capacity/index';
import { workAround } from '../baseFacts';
import { membersOf, type PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { amountIn } from '../monthAmounts';
import { nodeSales } from '../views/nodeSales';
import { orderCoverage } from '../views/orderCoverage';
import { type ServiceDays, serviceDays } from '../views/serviceDays';
import { capacityRuleOf } from './capacityRule';
import { type RolePath, roleOf, rolePath, type SellerRole } from './sellerRole';
import { type SoldBySeller, soldBySeller } from './soldBySeller';

/** One seller's year. */
export interface SellerBook {
  seller: MemberCode;
  role: SellerRole;
  path: RolePath;
  productivity: number | null;
  capacity: CapacityPath;
}

/** What all sellers of a plan can carry in its year, and what that was read from. */
export interface CapacityBook {
  plan: Plan;
  sold: SoldBySeller;
  sellers: SellerBook[];
  /** New business of a full seller in a month, minor units: lowest quarter, middle and highest tenth of those in role. */
  productivity: {
    used: number | null;
    low: number | null;
    middle: number | null;
    high: number | null;
    sellers: number;
  };
  /** Null where the year before is unknown. */
  retention: number | null;
  season: Float64Array;
  rule: Omit<CapacityRule, 'id'>;
}

const kept = new WeakMap<PlanDocument, { key: string; book: CapacityBook | null }>();

/** Null where no seller is known or fewer than three whole months are. Kept until facts, rule, plan or day change. */
export function capacityBook(document: PlanDocument, whole: Plan, today: Day): CapacityBook | null {
  const rule = capacityRuleOf(document);
  const key = [
    document.factsVersion,
    document.records.ownership.size,
    whole.id,
    whole.periods.length,
    today,
    JSON.stringify(rule),
  ].join('|');
  const known = kept.get(document);
  if (known?.key === key) return known.book;
  const book = makeBook(document, whole, { rule, today });
  kept.set(document, { key, book });
  return book;
}

function makeBook(
  document: PlanDocument,
  whole: Plan,
  { rule, today }: { rule: Omit<CapacityRule, 'id'>; today: Day },
): CapacityBook | null {
  const sold = soldBySeller(document, today);
  const coverage = orderCoverage(document);
  if (!sold || !coverage) return null;
  const plan = focusYear(whole, coverage.asOf);
  const { periods } = plan;
  const days = serviceDays(document, whole, { from: periods[0].from, to: periods[periods.length - 1].to });
  const productivity = productivityOf(document, sold, rule);
  const retention = sold.kept.before > 0 ? sold.kept.now / sold.kept.before : null;
  const season = seasonOf(document, plan, sold);
  // Twelve months stand behind a year; fewer are taken as they were, times what is missing.
  const toYear = 12 / sold.window.months;
  const terms = { season, ramp: rule.ramp, keepRate: rule.keepRate, retention: retention ?? 1 };
  const sellers = sellersOf(document, { sold, plan, days }).map(({ seller, role, path }): SellerBook => {
    const own = rule.own.find((one) => one.seller === seller)?.productivity ?? productivity.used;
    const perPeriod = own === null ? null : own * (12 / periods.length);
    const load = {
      base: sold.own[seller] * toYear,
      takenOver: sold.takenOver[seller] * toYear,
      productivity: perPeriod,
      ...path,
    };
    return { seller, role, path, productivity: own, capacity: sellerCapacity(load, terms) };
  });
  return { plan, sold, sellers, productivity, retention, season, rule };
}

/** Everybody who sold in the window, and whoever is in role in the year: leaves of the tree, nobody archived without sales. */
function sellersOf(
  document: PlanDocument,
  { sold, plan, days }: { sold: SoldBySeller; plan: Plan; days: ServiceDays },
): { seller: MemberCode; role: SellerRole; path: RolePath }[] {
  const { byCode } = membersOf(document, 'seller');
  const found: { seller: MemberCode; role: SellerRole; path: RolePath }[] = [];
  byCode.forEach((member, seller) => {
    if (!member || seller === 0) return;
    const role = roleOf(member);
    const path = rolePath(seller, role, { periods: plan.periods, days });
    const hasSold = sold.own[seller] !== 0 || sold.takenOver[seller] !== 0;
    const isComing = role.joined !== null && path.present.some((share) => share > 0) && !member.archived;
    if (hasSold || isComing) found.push({ seller, role, path });
  });
  return found;
}

function productivityOf(
  document: PlanDocument,
  sold: SoldBySeller,
  rule: Omit<CapacityRule, 'id'>,
): CapacityBook['productivity'] {
  const { byCode } = membersOf(document, 'seller');
  const { window } = sold;
  const full: number[] = [];
  if (window.yearBefore) {
    byCode.forEach((member, seller) => {
      if (!member || seller === 0 || !(sold.own[seller] > 0)) return;
      const { joined, left } = roleOf(member);
      if ((joined ?? window.from) > window.from || (left ?? window.to) < window.to) return;
      full.push(Math.max(0, sold.fresh[seller]) / window.months);
    });
  }
  full.sort((a, b) => a - b);
  const at = (share: number): number | null => (full.length === 0 ? null : full[Math.round(share * (full.length - 1))]);
  const middle = at(0.5);
  return { used: rule.productivity ?? middle, low: at(0.25), middle, high: at(0.9), sellers: full.length };
}

/** Share of the year by period as the window had it, month of the year by month of the year; equal where it says nothing. */
function seasonOf(document: PlanDocument, plan: Plan, { window }: SoldBySeller): Float64Array {
  const firstMonth = monthIndexOf(window.from);
  const { whole } = nodeSales(document, plan, { at: {}, firstMonth, months: window.months });
  const known = whole.filter((amount): amount is number => amount !== null && amount > 0);
  const mean = known.reduce((sum, amount) => sum + amount, 0) / Math.max(1, known.length);
  const ofMonth = (month: number): number => {
    const own = whole[(((month - firstMonth) % 12) + 12) % 12] ?? mean;
    return Math.max(0, own);
  };
  const work = workAround(document, plan, plan);
  const amounts = Float64Array.from(plan.periods, (period) => amountIn(period, ofMonth, work) ?? 0);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return total > 0 ? amounts.map((amount) => amount / total) : amounts.fill(1 / amounts.length);
}
