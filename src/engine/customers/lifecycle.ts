import type { Day } from '~/domain/period';
import { LIFECYCLE_STAGES, type LifecycleRule } from '~/domain/segmentation';
import type { CustomerDays } from './customerDays';
import { firstDayOfNew } from './firstDayOfNew';

export interface LifecycleOptions {
  rule: Omit<LifecycleRule, 'id'>;
  /** Days to look at, rising. */
  days: readonly Day[];
  /** First day the orders are complete from: sales before it are unknown. */
  from: Day;
  /** 1 = a customer; the others get no stage. Absent: all but code 0. */
  listed?: Uint8Array;
}

/** Where every customer stands on one day. */
export interface LifecycleDay {
  on: Day;
  /** 0 = no customer, else 1 + the place in LIFECYCLE_STAGES. */
  stage: Uint8Array;
  /** Net sales of the twelve months to the day. */
  sales: Float64Array;
  /** Customers and those sales per stage. */
  counts: number[];
  revenue: number[];
  /** False where less than two years are covered: nobody is told to grow or to decline then. */
  comparable: boolean;
}

const STAGE = Object.fromEntries(LIFECYCLE_STAGES.map((stage, i) => [stage, i + 1])) as Record<
  (typeof LIFECYCLE_STAGES)[number],
  number
>;

/**
 * At which stage of its life each customer is on each of some days, from orders up to that day alone. Prospect: no order
 * yet. Lost, then dormant: silent for the days of the rule and for so many of its own usual intervals (mean days between
 * order days; who ordered on one day has none, and the days alone count). New: first order at most `newDays` ago. Else by
 * sales of the last twelve months against the twelve before: growing from +growth on, declining from −decline on, mature
 * between; nothing before, though it was covered, is growing; less than two years covered is mature. An order is a day with
 * a line above 0; returns lower sales. Row order does not matter. Days that do not rise are a RangeError.
 */
export function lifecycle(history: CustomerDays, options: LifecycleOptions): LifecycleDay[] {
  const { days, from, listed } = options;
  days.forEach((day, i) => {
    if (i > 0 && day <= days[i - 1]) throw new RangeError(`day ${day} after ${days[i - 1]}`);
  });
  const spans = days.map((on) => {
    const now = firstDayOfNew(on, 12);
    const before = firstDayOfNew(on, 24);
    return { on, now, before, comparable: before >= from };
  });
  const made: LifecycleDay[] = spans.map(({ on, comparable }) => ({
    on,
    comparable,
    stage: new Uint8Array(history.customers),
    sales: new Float64Array(history.customers),
    counts: LIFECYCLE_STAGES.map(() => 0),
    revenue: LIFECYCLE_STAGES.map(() => 0),
  }));
  for (let c = 1; c < history.customers; c++) {
    if (listed && listed[c] !== 1) continue;
    walkCustomer(c, history, { spans, made, rule: options.rule });
  }
  return made;
}

interface Span {
  on: Day;
  /** First day of the twelve months to it, and of the twelve before. */
  now: Day;
  before: Day;
  comparable: boolean;
}

/** One walk along a customer's days serves all days that are asked for: every end of a window only moves forward. */
function walkCustomer(
  customer: number,
  { start, day, amount, ordered }: CustomerDays,
  { spans, made, rule }: { spans: readonly Span[]; made: LifecycleDay[]; rule: LifecycleOptions['rule'] },
): void {
  const end = start[customer + 1];
  let known = start[customer];
  let now = known;
  let before = known;
  let sales = 0;
  let earlier = 0;
  let orderDays = 0;
  let first = 0;
  let last = 0;
  for (let s = 0; s < spans.length; s++) {
    const span = spans[s];
    for (; known < end && day[known] <= span.on; known++) {
      sales += amount[known];
      if (ordered[known] === 0) continue;
      if (orderDays === 0) first = day[known];
      last = day[known];
      orderDays++;
    }
    for (; now < known && day[now] < span.now; now++) {
      sales -= amount[now];
      earlier += amount[now];
    }
    for (; before < now && day[before] < span.before; before++) earlier -= amount[before];
    const stage = stageOf({ span, rule, orderDays, first, last, sales, earlier });
    const into = made[s];
    into.stage[customer] = stage;
    into.sales[customer] = sales;
    into.counts[stage - 1]++;
    into.revenue[stage - 1] += sales;
  }
}

interface Standing {
  span: Span;
  rule: LifecycleOptions['rule'];
  orderDays: number;
  first: Day;
  last: Day;
  sales: number;
  earlier: number;
}

function stageOf({ span, rule, orderDays, first, last, sales, earlier }: Standing): number {
  if (orderDays === 0) return STAGE.prospect;
  const silence = span.on - last;
  const interval = orderDays > 1 ? (last - first) / (orderDays - 1) : 0;
  if (silence >= rule.intervals * interval) {
    if (silence >= rule.lostDays) return STAGE.lost;
    if (silence >= rule.dormantDays) return STAGE.dormant;
  }
  if (span.on - first <= rule.newDays) return STAGE.new;
  if (!span.comparable) return STAGE.mature;
  if (earlier <= 0) return sales > 0 ? STAGE.growing : STAGE.mature;
  const change = sales / earlier - 1;
  if (change >= rule.growth) return STAGE.growing;
  return change <= -rule.decline ? STAGE.declining : STAGE.mature;
}
