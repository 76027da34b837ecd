import { type Day, monthIndexOf, weekdayOf } from '~/domain/period';
import { isWorkingDay, springFestival, workingCalendar } from '~/domain/workingDays';
import {
  CATEGORIES,
  EAST_2026,
  FESTIVAL_STEPS,
  FIRST_PRICE_YEAR,
  HARDEST_HIT,
  LIST_PRICES,
  MONTHLY_GROWTH,
  PRICE_RISE,
  PRODUCTS,
  SAMPLE_AS_OF,
  SAMPLE_FROM,
  SEASON,
  SELLERS,
  SELLERS_PER_REGION,
} from './sampleMarket';

/** Everything about a day that does not depend on the customer, as tables by day or month. */
export interface SampleDemand {
  days: number;
  /** The day itself or the next one on which orders are taken, as an offset from the first day. */
  openDay: Int32Array;
  /** Month of each day, counted from the first month. */
  month: Uint8Array;
  /** Pull of the Spring Festival on a day; 1 = none. */
  festival: Float64Array;
  /** month × category: season. */
  season: Float64Array;
  /** month × seller: growth, and what happened in East. */
  growth: Float64Array;
  /** month × product, in minor units. */
  price: Float64Array;
}

const MONTHS = 36;
/** Orders come in on most Saturdays at a third of the usual rate. */
const OPEN_ON_SATURDAY = 0.35;

/** Lays out demand from 2023-09-01 to 2026-08-19; the same for every seed and size. */
export function sampleDemand(): SampleDemand {
  const days = SAMPLE_AS_OF - SAMPLE_FROM + 1;
  const firstMonth = monthIndexOf(SAMPLE_FROM);
  const month = Uint8Array.from({ length: days }, (_, i) => monthIndexOf(SAMPLE_FROM + i) - firstMonth);
  return {
    days,
    openDay: openDays(days),
    month,
    festival: Float64Array.from({ length: days }, (_, i) => festivalPull(SAMPLE_FROM + i)),
    season: table(CATEGORIES, (m, category) => SEASON[category][(firstMonth + m) % 12]),
    growth: growthTable(firstMonth),
    price: table(PRODUCTS, (m, product) => priceIn(Math.floor((firstMonth + m) / 12) + 1970, product)),
  };
}

/** True for every third Saturday that is not a holiday's: believable, and the same everywhere. */
const takesOrdersOnSaturday = (day: Day): boolean =>
  weekdayOf(day) === 6 && (day * OPEN_ON_SATURDAY) % 1 < OPEN_ON_SATURDAY;

function openDays(days: number): Int32Array {
  const calendar = workingCalendar('CN', SAMPLE_FROM, SAMPLE_AS_OF);
  const open = new Int32Array(days);
  let next = days;
  for (let i = days - 1; i >= 0; i--) {
    const day = SAMPLE_FROM + i;
    if (isWorkingDay(calendar, day) || (takesOrdersOnSaturday(day) && festivalPull(day) >= 0.5)) next = i;
    open[i] = next;
  }
  return open;
}

function festivalPull(day: Day): number {
  for (let year = 2023; year <= 2027; year++) {
    const feast = springFestival(year);
    if (feast === null) continue;
    for (const [from, to, pull] of FESTIVAL_STEPS) if (day - feast >= from && day - feast <= to) return pull;
  }
  return 1;
}

function growthTable(firstMonth: number): Float64Array {
  const middleOf2025 = (2025 - 1970) * 12 + 6 - firstMonth;
  const growth = new Float64Array(MONTHS).fill(1);
  for (let m = middleOf2025 + 1; m < MONTHS; m++) growth[m] = growth[m - 1] * MONTHLY_GROWTH;
  for (let m = middleOf2025 - 1; m >= 0; m--) growth[m] = growth[m + 1] / MONTHLY_GROWTH;
  const first2026 = (2026 - 1970) * 12 - firstMonth;
  return table(SELLERS, (m, seller) => {
    if (seller >= SELLERS_PER_REGION || m < first2026) return growth[m];
    const east = EAST_2026[m - first2026];
    return growth[m] * (seller === 0 ? east * HARDEST_HIT : east);
  });
}

/** List price in whole units of money, so that discounts in thousandths stay exact. */
function priceIn(year: number, product: number): number {
  const rise = 1 + PRICE_RISE * (year - FIRST_PRICE_YEAR);
  return Math.round((LIST_PRICES[product] * rise) / 100) * 100;
}

function table(columns: number, at: (month: number, column: number) => number): Float64Array {
  return Float64Array.from({ length: MONTHS * columns }, (_, i) => at(Math.floor(i / columns), i % columns));
}
