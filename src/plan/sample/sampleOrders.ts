import type { OrderSegment } from '~/domain/order';
import type { Random } from '~/engine/numeric';
import type { SampleCustomers } from './sampleCustomers';
import type { SampleDemand } from './sampleDemand';
import {
  CASH,
  CATEGORIES,
  NEW_PRODUCT,
  NEW_PRODUCT_FROM,
  ONLINE,
  PRODUCT_LEANING,
  PRODUCTS,
  SAMPLE_FROM,
  SELLERS,
} from './sampleMarket';
import { createSegmentWriter, type SampleLine } from './segmentWriter';

const PER_CATEGORY = PRODUCTS / CATEGORIES;
/** Shares of orders with one, two and three lines. */
const ONE_LINE = 0.55;
const TWO_LINES = 0.88;
const RETURNS = 0.02;
const OTHER_MODE = 0.05;
const PAID_AT_ONCE = 0.04;

interface OrdersInput {
  customers: SampleCustomers;
  demand: SampleDemand;
  random: Random;
}

/**
 * Runs through the days: whoever is due orders and is put down for a later day. Lines come out sorted by day, straight
 * into segments; time and memory grow with the lines only.
 */
export function sampleOrders({ customers, demand, random }: OrdersInput): OrderSegment[] {
  const diary = createDiary(customers, demand, random);
  const leaning = cumulativeLeaning();
  const writer = createSegmentWriter();
  const lastProduct = new Uint8Array(customers.count);
  const lastQuantity = new Int32Array(customers.count);
  const line: SampleLine = {
    day: 0,
    customer: 0,
    seller: 0,
    product: 0,
    salesMode: 0,
    settlementMethod: 0,
    amount: 0,
    quantity: 0,
  };

  for (let d = 0; d < demand.days; d++) {
    const month = demand.month[d];
    line.day = SAMPLE_FROM + d;
    for (let c = diary.first(d); c >= 0; c = diary.after(c, d)) {
      const seller = customers.seller[c];
      line.customer = c;
      line.seller = seller;
      line.salesMode = random() < OTHER_MODE ? ONLINE : customers.salesMode[c];
      line.settlementMethod = random() < PAID_AT_ONCE ? CASH : customers.settlementMethod[c];
      if (lastQuantity[c] > 0 && random() < RETURNS) {
        writer.startOrder();
        const returned = -Math.ceil(lastQuantity[c] * 0.3);
        writeLine(lastProduct[c], returned);
      }
      writer.startOrder();
      const draw = random();
      const lines = draw < ONE_LINE ? 1 : draw < TWO_LINES ? 2 : 3;
      const usual = (customers.yearly[c] * customers.rhythm[c]) / 365 / lines;
      const pull = demand.growth[month * SELLERS + seller] * demand.festival[d];
      for (let l = 0; l < lines; l++) {
        const product = chooseProduct(leaning, customers.type[c], line.day, random());
        const season = demand.season[month * CATEGORIES + Math.floor(product / PER_CATEGORY)];
        const noise = 0.65 + (random() + random()) * 0.35;
        const price = demand.price[month * PRODUCTS + product] * (1 - customers.discount[c] / 1000);
        const quantity = Math.max(1, Math.round((usual * pull * season * noise) / price));
        lastProduct[c] = product;
        lastQuantity[c] = quantity;
        writeLine(product, quantity);
      }
    }

    function writeLine(product: number, quantity: number): void {
      // Prices are whole units of money and discounts thousandths of them, so tenths of a minor unit at most.
      const net = (demand.price[month * PRODUCTS + product] * (1000 - customers.discount[line.customer])) / 1000;
      line.product = product;
      line.quantity = quantity;
      line.amount = Math.sign(quantity) * Math.round(Math.abs(quantity) * net);
      writer.write(line);
    }
  }
  return writer.finish();
}

/** Who is due on which day: a list of customers per day, threaded through one array. */
interface Diary {
  first(day: number): number;
  /** The next customer due on that day; puts this one down for a later day. */
  after(customer: number, day: number): number;
}

function createDiary(customers: SampleCustomers, demand: SampleDemand, random: Random): Diary {
  const head = new Int32Array(demand.days).fill(-1);
  const next = new Int32Array(customers.count);
  const putDown = (c: number, due: number): void => {
    if (due >= demand.days || SAMPLE_FROM + due > customers.to[c]) return;
    let day = demand.openDay[due];
    // A long holiday does not end with everyone ordering on its first day after.
    if (day - due > 3) day = demand.openDay[Math.min(demand.days - 1, day + Math.floor(random() * 9))];
    if (day >= demand.days) return;
    next[c] = head[day];
    head[day] = c;
  };
  for (let c = 0; c < customers.count; c++) {
    putDown(c, customers.from[c] - SAMPLE_FROM + Math.floor(random() * customers.rhythm[c]));
  }
  return {
    first: (day) => head[day],
    after(c, day) {
      const following = next[c];
      putDown(c, day + Math.max(1, Math.round(customers.rhythm[c] * (0.7 + 0.6 * random()))));
      return following;
    },
  };
}

function cumulativeLeaning(): Float64Array[] {
  return PRODUCT_LEANING.map((row) => {
    let sum = 0;
    return Float64Array.from(row, (share) => {
      sum += share;
      return sum;
    });
  });
}

function chooseProduct(leaning: readonly Float64Array[], type: number, day: number, draw: number): number {
  const sums = leaning[type];
  const at = draw * sums[PRODUCTS - 1];
  let product = 0;
  while (sums[product] <= at) product++;
  return product === NEW_PRODUCT && day < NEW_PRODUCT_FROM ? product - 1 : product;
}
