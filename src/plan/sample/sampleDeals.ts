import { type Day, dayOf } from '~/domain/period';
import type { Random } from '~/engine/numeric';
import type { SampleCustomers } from './sampleCustomers';
import { PRODUCT_LEANING, PRODUCTS, SAMPLE_AS_OF, SELLERS_PER_REGION } from './sampleMarket';

/** One deal of the sample; members are counted from 0 within their leaf level, stages from 0 to 5 (won 4, lost 5). */
export interface SampleDeal {
  customer: number;
  seller: number;
  product: number;
  purpose: number;
  created: Day;
  /** Null: nobody said. */
  expected: Day | null;
  closed: Day | null;
  /** Minor units; null: nobody said. */
  amount: number | null;
  stage: number;
  /** Why it was lost; null: it was not, or nobody said. */
  reason: number | null;
  /** Every stage it came to, with the day. */
  path: { stage: number; day: Day }[];
}

const DEALS = 240;
const FROM = dayOf(2025, 2, 10);
const WON = 4;
const LOST = 5;
/** Share that goes further from each stage, and the usual days in it: the offer is where most deals end. */
const PASSED = [0.82, 0.76, 0.44, 0.77];
const USUAL_DAYS = [20, 34, 44, 38];
/** Lost ones hang around longer before somebody says so. */
const LOST_SLOWER = 1.35;
/** A competitor opened next door to East in February 2026: see `EAST_2026`. */
const COMPETITOR_FROM = dayOf(2026, 2, 1);
const COMPETITOR = 1;
const REASONS = 6;
const PURPOSES = 5;

/**
 * Some 240 deals from February 2025 to the day of the sample, one after the other by day of creation, walked stage by stage:
 * about one in five is won after four months, offers are where most are lost, and those that were not through by the
 * day are open. A few are as careless as real ones: no amount, no expected day, one closed before it began. The same on every
 * machine for the same numbers drawn.
 */
export function sampleDeals(customers: SampleCustomers, random: Random): SampleDeal[] {
  const deals = Array.from({ length: DEALS }, (_, n) => oneDeal(customers, { n, random }));
  deals.sort((a, b) => a.created - b.created);
  const onTheWay = deals.filter(({ closed }) => closed === null);
  return deals.map((deal, n) => blemished(deal, n, onTheWay.indexOf(deal)));
}

function oneDeal(customers: SampleCustomers, { n, random }: { n: number; random: Random }): SampleDeal {
  const span = SAMPLE_AS_OF - FROM;
  const created = FROM + Math.floor(((n + random()) / DEALS) * span);
  const customer = largeOf(customers, random);
  const seller = customers.seller[customer];
  const isEast = seller < SELLERS_PER_REGION && created >= COMPETITOR_FROM;
  const share = random();
  // Whole thousands, as people estimate; a large customer does not put its whole year into one deal.
  const size = Math.min(customers.yearly[customer], 300_000_000) * (0.2 + 0.5 * share * share);
  const deal: SampleDeal = {
    customer,
    seller,
    product: productOf(customers.type[customer], random()),
    purpose: Math.floor(random() * PURPOSES),
    created,
    expected: created + 45 + Math.floor((random() + random()) * 50),
    closed: null,
    amount: Math.max(1, Math.round(size / 500_000)) * 500_000,
    stage: 0,
    reason: null,
    path: [{ stage: 0, day: created }],
  };
  walk(deal, { isEast, random });
  return deal;
}

/** The largest of three: sellers write down what is worth it. */
function largeOf({ count, yearly }: SampleCustomers, random: Random): number {
  const drawn = Array.from({ length: 3 }, () => Math.floor(random() * count));
  return drawn.reduce((largest, c) => (yearly[c] > yearly[largest] ? c : largest));
}

function walk(deal: SampleDeal, { isEast, random }: { isEast: boolean; random: Random }): void {
  let day = deal.created;
  for (let stage = 0; stage < WON; stage += 1) {
    const goesOn = random() < PASSED[stage] * (isEast ? 0.85 : 1);
    const luck = random();
    // Between a quarter of the usual time and more than twice of it, most below the middle.
    const days = USUAL_DAYS[stage] * (0.25 + 0.7 * luck + 1.5 * luck * luck * luck) * (goesOn ? 1 : LOST_SLOWER);
    day += Math.max(1, Math.round(days));
    const draw = random();
    if (day > SAMPLE_AS_OF) return;
    const next = goesOn ? stage + 1 : LOST;
    deal.stage = next;
    deal.path.push({ stage: next, day });
    if (next < WON) continue;
    deal.closed = day;
    if (next === LOST) deal.reason = reasonOf(isEast, draw);
    return;
  }
}

function reasonOf(isEast: boolean, draw: number): number | null {
  if (draw < 0.06) return null;
  if (isEast && draw < 0.6) return COMPETITOR;
  // The first ones are named more often.
  return Math.floor(((draw - 0.06) / 0.94) * ((draw - 0.06) / 0.94) * REASONS);
}

/** What real lists look like: told by their place, so that both languages and every seed have them. */
function blemished(deal: SampleDeal, n: number, nOpen: number): SampleDeal {
  if (n % 83 === 40) return { ...deal, amount: null };
  if (nOpen % 13 === 5) return { ...deal, expected: null };
  if (n === 57 && deal.closed !== null) return { ...deal, closed: deal.created - 2 };
  return deal;
}

function productOf(type: number, draw: number): number {
  const row = PRODUCT_LEANING[type];
  let rest = draw * row.reduce((sum, share) => sum + share, 0);
  for (let product = 0; product < PRODUCTS; product += 1) {
    rest -= row[product];
    if (rest < 0) return product;
  }
  return 0;
}
