import type { CustomerFacts, CustomerFactsOptions } from './customerFacts';

/** Order lines in columns, in any order. */
export interface OrderColumns {
  customer: Uint32Array;
  day: Int32Array;
  /** Minor units; returns are negative. */
  amount: Float64Array;
}

/**
 * How recently, how often and for how much each customer buys, straight from three columns in one pass: a set bit per
 * customer and day tells days apart, so rows need no order and nothing is sorted. All lines of a customer on a day count as
 * one order, as there are no order numbers. Else as `customerFacts`. Columns of different length are a RangeError.
 */
export function columnFacts(columns: OrderColumns, options: CustomerFactsOptions): CustomerFacts {
  const { customer, day, amount } = columns;
  const { customers, from, to, asOf } = options;
  if (to > asOf) throw new RangeError(`the window ends on ${to}, after the as-of day ${asOf}`);
  if (customer.length !== day.length || day.length !== amount.length) {
    throw new RangeError(`columns of ${customer.length}, ${day.length} and ${amount.length} rows`);
  }
  const ledger = readInto(createLedger(customers, Math.max(0, to - from + 1)), columns, { from, asOf });
  return factsOf(ledger, options);
}

/**
 * What a row changes lies side by side, customer by customer: net sales, first and last day outside the window, and a bit per
 * day of it. A year is 64 bytes, so a row costs one access to memory where columns would cost five.
 */
interface Ledger {
  span: number;
  /** Words per customer. */
  stride: number;
  words: Int32Array;
  /** The same memory: net sales of customer c at c × stride ÷ 2. */
  sums: Float64Array;
}

const FIRST = 2;
const LAST = 3;
const BITS = 4;
/** Later than any day, and far enough from an overflow that days may be subtracted from it. */
const LATEST = 0x3fff_ffff;

function createLedger(customers: number, span: number): Ledger {
  const bits = Math.ceil(span / 32);
  // Even, so that every customer begins at a whole float.
  const stride = BITS + bits + (bits & 1);
  const words = new Int32Array(customers * stride);
  for (let at = 0; at < words.length; at += stride) {
    words[at + FIRST] = LATEST;
    words[at + LAST] = -LATEST;
  }
  return { span, stride, words, sums: new Float64Array(words.buffer) };
}

function readInto(
  ledger: Ledger,
  { customer, day, amount }: OrderColumns,
  { from, asOf }: { from: number; asOf: number },
): Ledger {
  const { span, stride, words, sums } = ledger;
  for (let i = 0; i < customer.length; i++) {
    const at = Math.imul(customer[i], stride);
    const on = day[i];
    const sold = amount[i];
    const place = on - from;
    // Before the window is a large number without its sign: one comparison for both ends.
    if (place >>> 0 < span) {
      sums[at >>> 1] += sold;
      if (sold > 0) words[at + BITS + (place >>> 5)] |= 1 << (place & 31);
    } else if (sold > 0 && on <= asOf) {
      // Least and most without a branch: which of two days comes first is as good as chance.
      const early = on - words[at + FIRST];
      const late = on - words[at + LAST];
      words[at + FIRST] += early & (early >> 31);
      words[at + LAST] += late & ~(late >> 31);
    }
  }
  return ledger;
}

function factsOf({ span, stride, words, sums }: Ledger, options: CustomerFactsOptions): CustomerFacts {
  const { customers, from, to, asOf } = options;
  const any = new Uint8Array(customers);
  const recencyDays = new Int32Array(customers);
  const frequency = new Uint32Array(customers);
  const monetary = new Float64Array(customers);
  const firstDay = new Int32Array(customers);
  const lastDay = new Int32Array(customers);
  const bits = Math.ceil(span / 32);
  for (let c = 0; c < customers; c++) {
    const at = c * stride;
    monetary[c] = sums[at >>> 1];
    let first = words[at + FIRST];
    let last = words[at + LAST];
    let days = 0;
    for (let w = 0; w < bits; w++) days += bitsIn(words[at + BITS + w]);
    if (days > 0) {
      let low = 0;
      while (words[at + BITS + low] === 0) low++;
      let high = bits - 1;
      while (words[at + BITS + high] === 0) high--;
      const lowest = words[at + BITS + low];
      first = Math.min(first, from + low * 32 + 31 - Math.clz32(lowest & -lowest));
      last = Math.max(last, from + high * 32 + 31 - Math.clz32(words[at + BITS + high]));
    } else if (last === -LATEST) continue;
    frequency[c] = days;
    firstDay[c] = first;
    lastDay[c] = last;
    any[c] = 1;
    recencyDays[c] = asOf - last;
  }
  if (customers > 0) any[0] = 0;
  const orders = frequency.slice();
  return { customers, from, to, asOf, any, recencyDays, frequency, orders, monetary, firstDay, lastDay };
}

/** How many bits of a word are set (H. S. Warren, Hacker's Delight, 2002, 5-1). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
