import { foldKey } from '~/domain/dimension';
import type { ByteDictionary } from '../csv/byteDictionary';
import { hashText, join53, mixA, mixB, SEED_A, SEED_B } from '../csv/hash';

const TWO_32 = 4294967296;

/** Two hash lanes per distinct cell, of its folded text: a row is the same row however its names are spelt. */
export interface KeyLanes {
  a: Int32Array;
  b: Int32Array;
}

export function keyLanes(dictionary: ByteDictionary): KeyLanes {
  const a = new Int32Array(dictionary.size);
  const b = new Int32Array(dictionary.size);
  for (let code = 0; code < dictionary.size; code++) {
    const hash = hashText(foldKey(dictionary.text(code)));
    a[code] = hash | 0;
    b[code] = (hash / TWO_32) | 0;
  }
  return { a, b };
}

/** The columns a row is told by. */
export interface HashedColumns {
  day: Int32Array;
  amount: Float64Array;
  quantity: Float64Array | null;
  order: Float64Array | null;
  line: Float64Array | null;
  /** Codes and their lanes per dimension. */
  cells: readonly Uint32Array[];
  keys: readonly KeyLanes[];
}

/** Identity of row i by order and line number; `before` = how often the same came before. What it gives is stored. */
export function hashOfLine(order: Float64Array, line: Float64Array, { i, before }: RowTurn): number {
  const a = mixA(mixA(SEED_A, order[i]), line[i]);
  const b = mixB(mixB(SEED_B, order[i] / TWO_32), line[i] / TWO_32);
  return before === 0 ? join53(a, b) : join53(mixA(a, before), mixB(b, before));
}

/** Identity of row i by all that stands in it, where lines have no number. What it gives is stored. */
export function hashOfValues(columns: HashedColumns, { i, before }: RowTurn): number {
  const { day, amount, quantity, order, cells, keys } = columns;
  let a = mixA(mixA(SEED_A, day[i]), amount[i]);
  let b = mixB(mixB(SEED_B, day[i]), amount[i] / TWO_32);
  if (quantity !== null) {
    a = mixA(a, quantity[i] * 1024);
    b = mixB(b, quantity[i]);
  }
  if (order !== null) {
    a = mixA(a, order[i]);
    b = mixB(b, order[i] / TWO_32);
  }
  for (let d = 0; d < cells.length; d++) {
    const code = cells[d][i];
    a = mixA(a, keys[d].a[code]);
    b = mixB(b, keys[d].b[code]);
  }
  return before === 0 ? join53(a, b) : join53(mixA(a, before), mixB(b, before));
}

interface RowTurn {
  i: number;
  before: number;
}

/** What stands for an order number where there is none: one customer's lines of a day. */
export function ordersOfDays(
  to: Float64Array,
  day: Int32Array,
  { a, b, codes }: KeyLanes & { codes: Uint32Array },
): void {
  for (let i = 0; i < codes.length; i++) to[i] = join53(mixA(a[codes[i]], day[i]), mixB(b[codes[i]], day[i]));
}
