import { emptyRanges, keyOf, rangeOfKey, ranges } from './keyRanges';
import { kthSmallest } from './kthSmallest';
import type { SpreadBlock } from './spreadBlock';

/** Entries that compete for the last steps, block after block. Arrays may be longer than the count. */
export interface Rivals {
  count: number;
  at: Uint32Array;
  /** Exact. */
  remainder: Float64Array;
  /** Per block: where its entries end. */
  ends: number[];
}

const FIRST_CAPACITY = 1 << 15;

/** No rivals yet, of so many entries. */
export function noRivals(entries: number): Rivals {
  const capacity = Math.min(entries, FIRST_CAPACITY);
  return { count: 0, at: new Uint32Array(capacity), remainder: new Float64Array(capacity), ends: [] };
}

/** Makes room for so many more. */
export function reserve(rivals: Rivals, more: number): void {
  const needed = rivals.count + more;
  if (needed <= rivals.at.length) return;
  const capacity = Math.max(needed, rivals.at.length * 4);
  const { at, remainder } = rivals;
  rivals.at = new Uint32Array(capacity);
  rivals.at.set(at);
  rivals.remainder = new Float64Array(capacity);
  rivals.remainder.set(remainder);
}

/** What a rival must have to win: a larger remainder, or the same one and a key that is not larger. */
export interface Cut {
  remainder: number;
  key: number;
  /** The largest remainder that loses; −1 where none does. */
  below: number;
}

/** The cut that exactly `wanted` rivals pass. */
export function cutOf(blocks: SpreadBlock[], rivals: Rivals, wanted: number): Cut {
  const { count } = rivals;
  const remainder = rivals.remainder.subarray(0, count);
  const { least, most } = extremes(remainder);
  if (wanted === 0) return { remainder: Number.POSITIVE_INFINITY, key: -1, below: most };
  if (wanted === count) return { remainder: least, key: Number.POSITIVE_INFINITY, below: -1 };
  const cut = least === most ? most : kthSmallest(remainder.slice(), count, count - wanted);
  let above = 0;
  let equal = 0;
  let below = -1;
  for (let j = 0; j < count; j++) {
    const r = remainder[j];
    if (r > cut) above++;
    else if (r === cut) equal++;
    else if (r > below) below = r;
  }
  if (above + equal === wanted) return { remainder: cut, key: Number.POSITIVE_INFINITY, below };
  return { remainder: cut, key: tieKey(blocks, rivals, { cut, wanted: wanted - above }), below: cut };
}

function extremes(values: Float64Array): { least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = -1;
  for (let j = 0; j < values.length; j++) {
    const value = values[j];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

/** The `wanted`-th smallest key of this remainder. */
function tieKey(blocks: SpreadBlock[], rivals: Rivals, { cut, wanted }: { cut: number; wanted: number }): number {
  const { at, remainder, ends } = rivals;
  const shift = emptyRanges(blocks);
  blocks.forEach(({ id }, b) => {
    countRanges(rivals, { id, cut, shift, from: ends[b - 1] ?? 0, to: ends[b] });
  });
  const { range, before } = rangeOfKey(wanted);
  const keys: number[] = [];
  blocks.forEach(({ id, period }, b) => {
    const to = ends[b];
    for (let j = ends[b - 1] ?? 0; j < to; j++) {
      const line = id[at[j]];
      if (line >>> shift === range && remainder[j] === cut) keys.push(keyOf(line, period));
    }
  });
  return kthSmallest(Float64Array.from(keys), keys.length, wanted - before - 1);
}

function countRanges(
  { at, remainder }: Rivals,
  { id, cut, shift, from, to }: { id: Uint32Array; cut: number; shift: number; from: number; to: number },
): void {
  for (let j = from; j < to; j++) if (remainder[j] === cut) ranges[id[at[j]] >>> shift]++;
}
