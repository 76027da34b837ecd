import type { Day } from '~/domain/period';
import type { RebateProgramme } from '~/domain/price';
import { paidOnTime } from '~/engine/customers/index';
import { type RebateReading, rebateMoney, rebateStep, salesAtEnd } from '~/engine/prices/index';
import { membersOf, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { paymentsByCustomer, termsOf } from './creditFigures';
import { creditRuleOf } from './creditRule';
import { isCovered, type PriceScene, salesBetween } from './priceScene';

const YEAR = 365;
/** The next step is near where less than this share of what is forecast is missing. */
const NEAR = 0.1;

/** Where one customer stands in one programme. Steps count from 1, 0 = below the first. */
export interface RebateStanding {
  code: number;
  sales: number;
  forecast: number | null;
  reached: number | null;
  reachedAtEnd: number | null;
  now: RebateReading;
  end: RebateReading;
  accrued: number;
  atEnd: number | null;
  /** Missing to the step above the one forecast, in money for volume, else as a share. */
  toNext: number | null;
  /** What the next step would pay more, on the sales forecast or on the sales it needs, whichever is more. */
  extra: number | null;
  near: boolean;
}

/**
 * Every customer of a programme that sold something in it or the year before. Accrued is what was sold so far at the rate the
 * *forecast* reaches, so that months do not jump at a step; at the end is what will be paid where the forecast comes true.
 */
export function rebateStandings(scene: PriceScene, programme: RebateProgramme): RebateStanding[] {
  const { document, coverage } = scene;
  const until = Math.min(programme.to, coverage.asOf);
  const days = programme.to - programme.from + 1;
  const daysPassed = Math.max(0, until - programme.from + 1);
  const sales = salesBetween(scene, programme.from, until);
  const isKnown = isCovered(scene, programme.from - YEAR, programme.to - YEAR);
  const before = isKnown ? salesBetween(scene, programme.from - YEAR, until - YEAR) : null;
  const rest = isKnown ? salesBetween(scene, until - YEAR + 1, programme.to - YEAR) : null;
  const onTime = programme.on === 'onTime' ? onTimeShares(scene, until) : null;
  const standings: RebateStanding[] = [];
  for (let code = 1; code < scene.customers; code += 1) {
    if (!takesPart(document, programme, code, scene.tier[code])) continue;
    const soFarBefore = before ? before[code] : null;
    const restBefore = rest ? rest[code] : null;
    if (sales[code] === 0 && (soFarBefore ?? 0) + (restBefore ?? 0) === 0) continue;
    const forecast = salesAtEnd({ soFar: sales[code], soFarBefore, restBefore, daysPassed, days });
    const [reached, reachedAtEnd] = reachedOf(programme.on, {
      sales: sales[code],
      forecast,
      soFarBefore,
      yearBefore: soFarBefore === null || restBefore === null ? null : soFarBefore + restBefore,
      onTime: onTime ? onTime(code) : null,
    });
    const end = rebateStep(programme.steps, reachedAtEnd);
    const target = forecast === null ? null : nextSales(programme, { end, forecast });
    const toNext = end.toNext;
    const gapShare = toNext === null || !reachedAtEnd ? null : toNext / Math.abs(reachedAtEnd);
    standings.push({
      code,
      sales: sales[code],
      forecast,
      reached,
      reachedAtEnd,
      now: rebateStep(programme.steps, reached),
      end,
      accrued: rebateMoney(sales[code], end.rate),
      atEnd: forecast === null ? null : rebateMoney(forecast, end.rate),
      toNext,
      extra:
        target === null || end.nextRate === null || forecast === null
          ? null
          : rebateMoney(target, end.nextRate) - rebateMoney(forecast, end.rate),
      near: gapShare !== null && gapShare <= NEAR,
    });
  }
  return standings;
}

/** Sales at which the next step would be paid. */
function nextSales(
  { on }: RebateProgramme,
  { end, forecast }: { end: RebateReading; forecast: number },
): number | null {
  if (end.toNext === null) return null;
  return on === 'volume' ? forecast + end.toNext : forecast;
}

function reachedOf(
  on: RebateProgramme['on'],
  of: {
    sales: number;
    forecast: number | null;
    soFarBefore: number | null;
    yearBefore: number | null;
    onTime: number | null;
  },
): [now: number | null, atEnd: number | null] {
  if (on === 'volume') return [of.sales, of.forecast];
  if (on === 'onTime') return [of.onTime, of.onTime];
  const growth = (now: number | null, was: number | null) =>
    now === null || was === null || !(was > 0) ? null : now / was - 1;
  return [growth(of.sales, of.soFarBefore), growth(of.forecast, of.yearBefore)];
}

function takesPart(
  document: PlanDocument,
  programme: RebateProgramme,
  code: number,
  tier: 'A' | 'B' | 'C' | '',
): boolean {
  const member = membersOf(document, 'customer').byCode[code];
  if (!member || member.archived) return false;
  if (programme.customers !== null && !programme.customers.includes(code)) return false;
  return programme.tiers === null || (tier !== '' && programme.tiers.includes(tier));
}

/** Share paid by its due day, per customer; null without collections. */
function onTimeShares(scene: PriceScene, until: Day): ((code: number) => number | null) | null {
  const { document } = scene;
  const rule = creditRuleOf(document);
  const payments = paymentsByCustomer(document, {
    orders: scene.orders,
    customers: scene.customers,
    taxRate: rule.taxRate,
  });
  if (!payments) return null;
  const { byCode } = membersOf(document, 'customer');
  return (code) =>
    paidOnTime(payments(code), {
      termsDays: termsOf(byCode[code], rule),
      asOf: Math.min(until, payments.asOf),
    });
}

/**
 * Rebates that were earned on the sales between two days (both inside), all programmes together, by customer, in minor units:
 * what a programme pays on days outside counts elsewhere. A customer in no programme of these days has what was booked for it
 * on them (imported rebates, paid or not), never both: a booking is mostly the payment of a programme. 0 without either.
 */
export function rebatesBetween(scene: PriceScene, { from, to }: { from: Day; to: Day }): Float64Array {
  const sums = new Float64Array(scene.customers);
  const takesPartIn = new Uint8Array(scene.customers);
  for (const programme of scene.document.records.rebateProgramme.values()) {
    const span = {
      from: Math.max(from, programme.from),
      to: Math.min(to, programme.to, scene.coverage.asOf),
    };
    if (span.from > span.to) continue;
    const sales = salesBetween(scene, span.from, span.to);
    for (const { code, end } of rebateStandings(scene, programme)) {
      sums[code] += rebateMoney(sales[code], end.rate);
      takesPartIn[code] = 1;
    }
  }
  const booked = factsOf(scene.document, 'rebates');
  const [customer, day, amount] = [booked.code('customer'), booked.number('day'), booked.number('amount')];
  for (let i = 0; i < booked.count; i += 1) {
    const code = customer[i];
    if (code !== 0 && takesPartIn[code] === 0 && day[i] >= from && day[i] <= to) sums[code] += amount[i] || 0;
  }
  return sums;
}
