import type { Day } from '~/domain/period';
import type { Random } from '~/engine/numeric';
import { MODE_OF_TYPE, RHYTHMS, SAMPLE_AS_OF, SAMPLE_FROM, SELLER_SHARES, SELLERS, YEARLY_SALES } from './sampleMarket';

/** What each customer is like, in columns; index 0 is the first customer, not *unassigned*. */
export interface SampleCustomers {
  count: number;
  seller: Uint8Array;
  type: Uint8Array;
  /** 1–5. */
  influence: Uint8Array;
  salesMode: Uint8Array;
  settlementMethod: Uint8Array;
  /** What they buy in a year, in minor units of 2025. */
  yearly: Float64Array;
  /** Usual days between two orders. */
  rhythm: Uint8Array;
  /** Discount off the list price, in thousandths. */
  discount: Uint8Array;
  from: Int32Array;
  to: Int32Array;
}

/** Where the curve of sizes starts; with the exponent below a fifth of the customers buys about 70 %. */
const HEAD = 5 / 240;
/** New and lost customers come from the long tail, so that no single one moves the company. */
const TAIL_FROM = 0.22;
const NEW_SHARE = 0.17;
const LOST_SHARE = 0.1;

/**
 * Lays out customers by size after Pareto and deals them to the sellers in turn, so that each has large and small
 * ones and exactly the seller's share of the sales. Uses only additions, products and square roots, which are the
 * same on every machine.
 */
export function sampleCustomers(count: number, random: Random): SampleCustomers {
  const customers = emptyCustomers(count);
  const order = shuffled(count, random);
  const sellerWeight = new Float64Array(SELLERS);
  for (let rank = 0; rank < count; rank++) {
    const c = order[rank];
    const size = rank / count;
    const seller = sellerOfRank(rank);
    const x = size + HEAD;
    const weight = 1 / (x * Math.sqrt(Math.sqrt(x)));
    sellerWeight[seller] += weight;
    customers.seller[c] = seller;
    customers.yearly[c] = weight;
    customers.rhythm[c] = rhythmOf(size);
    describe({ customers, c, size, random });
    if (size > TAIL_FROM) setLifetime({ customers, c, random });
  }
  const sales = YEARLY_SALES * (count / 240);
  for (let c = 0; c < count; c++) {
    const seller = customers.seller[c];
    customers.yearly[c] *= (sales * SELLER_SHARES[seller]) / sellerWeight[seller];
  }
  return customers;
}

function emptyCustomers(count: number): SampleCustomers {
  return {
    count,
    seller: new Uint8Array(count),
    type: new Uint8Array(count),
    influence: new Uint8Array(count),
    salesMode: new Uint8Array(count),
    settlementMethod: new Uint8Array(count),
    yearly: new Float64Array(count),
    rhythm: new Uint8Array(count),
    discount: new Uint8Array(count),
    from: new Int32Array(count).fill(SAMPLE_FROM),
    to: new Int32Array(count).fill(SAMPLE_AS_OF),
  };
}

/** Back and forth along the sellers, so that none gets the larger one of every round. */
function sellerOfRank(rank: number): number {
  const place = rank % SELLERS;
  return Math.floor(rank / SELLERS) % 2 === 0 ? place : SELLERS - 1 - place;
}

function rhythmOf(size: number): number {
  for (const [share, days] of RHYTHMS) if (size < share) return days;
  return RHYTHMS[RHYTHMS.length - 1][1];
}

interface OneCustomer {
  customers: SampleCustomers;
  c: number;
  random: Random;
}

function describe({ customers, c, size, random }: OneCustomer & { size: number }): void {
  // Small customers are shops, large ones groups, fleets, plants and resellers.
  const type = size > 0.5 && random() < 0.55 ? 5 : Math.floor(random() * 5);
  const term = size < 0.12 ? 3 : size < 0.5 ? 2 : 1;
  const luck = random();
  customers.type[c] = type;
  customers.salesMode[c] = MODE_OF_TYPE[type];
  customers.settlementMethod[c] = luck < 0.1 && term > 1 ? term - 1 : term;
  customers.influence[c] = Math.min(5, Math.max(1, Math.floor(4.6 - 4 * size + 2 * random() - 0.5)));
  customers.discount[c] = Math.floor(100 * (1 - size)) + Math.floor(random() * 20);
}

function setLifetime({ customers, c, random }: OneCustomer): void {
  const fate = random();
  const when = random();
  if (fate < NEW_SHARE) customers.from[c] = dayBetween(SAMPLE_FROM + 60, SAMPLE_AS_OF - 30, when);
  else if (fate < NEW_SHARE + LOST_SHARE) customers.to[c] = dayBetween(SAMPLE_FROM + 180, SAMPLE_AS_OF - 60, when);
}

const dayBetween = (from: Day, to: Day, share: number): Day => from + Math.floor((to - from) * share);

function shuffled(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}
