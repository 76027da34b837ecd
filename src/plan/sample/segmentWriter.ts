import { ORDERS_PER_SEGMENT, type OrderSegment } from '~/domain/order';
import { CATEGORIES, CUSTOMER_TYPES, SELLERS_PER_REGION } from './sampleMarket';

/** One line as it is written; members are counted from 0 within their leaf level, modes and methods from 1. */
export interface SampleLine {
  day: number;
  customer: number;
  seller: number;
  product: number;
  salesMode: number;
  settlementMethod: number;
  amount: number;
  quantity: number;
}

export interface SegmentWriter {
  /** The lines that follow carry a new order number. */
  startOrder(): void;
  write(line: SampleLine): void;
  finish(): OrderSegment[];
}

/** Index of the first leaf in each dimension's member list: *unassigned*, then the upper level where there is one, then the leaves. */
export const FIRST_SELLER = 1;
export const FIRST_PRODUCT = 1 + CATEGORIES;
export const FIRST_CUSTOMER = 1 + CUSTOMER_TYPES;

/** Fills segment after segment; one object is alive per segment, none per line. */
export function createSegmentWriter(): SegmentWriter {
  const full: OrderSegment[] = [];
  let segment = emptySegment(ORDERS_PER_SEGMENT);
  let at = 0;
  let orders = 0;
  let lines = 0;
  return {
    startOrder() {
      orders++;
    },
    write(line) {
      if (at === ORDERS_PER_SEGMENT) {
        full.push({ ...segment, count: at });
        segment = emptySegment(ORDERS_PER_SEGMENT);
        at = 0;
      }
      const { codes } = segment;
      segment.day[at] = line.day;
      codes.region[at] = 1 + Math.floor(line.seller / SELLERS_PER_REGION);
      codes.seller[at] = FIRST_SELLER + line.seller;
      codes.product[at] = FIRST_PRODUCT + line.product;
      codes.customer[at] = FIRST_CUSTOMER + line.customer;
      codes.salesMode[at] = line.salesMode;
      codes.settlementMethod[at] = line.settlementMethod;
      segment.amount[at] = line.amount;
      if (segment.quantity) segment.quantity[at] = line.quantity;
      segment.order[at] = fingerprint(orders, 0x5f35_6495);
      segment.row[at] = fingerprint(++lines, 0x1b87_3593);
      at++;
    },
    finish: () => (at > 0 ? [...full, cutSegment(segment, at)] : full),
  };
}

function emptySegment(size: number): OrderSegment {
  const column = (): Uint32Array => new Uint32Array(size);
  return {
    count: 0,
    day: new Int32Array(size),
    codes: {
      region: column(),
      seller: column(),
      product: column(),
      customer: column(),
      salesMode: column(),
      settlementMethod: column(),
    },
    amount: new Float64Array(size),
    quantity: new Float64Array(size),
    order: new Float64Array(size),
    row: new Float64Array(size),
  };
}

function cutSegment(segment: OrderSegment, count: number): OrderSegment {
  return {
    count,
    day: segment.day.slice(0, count),
    codes: Object.fromEntries(Object.entries(segment.codes).map(([id, column]) => [id, column.slice(0, count)])),
    amount: segment.amount.slice(0, count),
    quantity: segment.quantity?.slice(0, count) ?? null,
    order: segment.order.slice(0, count),
    row: segment.row.slice(0, count),
  };
}

/** 53 bits that differ for every number below 2^32: the low half is a mix that can be undone. */
function fingerprint(n: number, salt: number): number {
  const low = mix(n ^ salt);
  return (mix(low ^ 0x27d4_eb2f) >>> 11) * 4_294_967_296 + (low >>> 0);
}

function mix(n: number): number {
  let h = n | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return h ^ (h >>> 16);
}
