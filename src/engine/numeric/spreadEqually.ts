import { emptyRanges, keyOf, rangeOfKey, ranges } from './keyRanges';
import { kthSmallest } from './kthSmallest';
import { FIXED, type SpreadBlock } from './spreadBlock';

/**
 * A spread over free entries that all have one weight: the same whole part for each, and one step more for the first by
 * (id, period). Null, with nothing written, where the weights are not all the same. Returns how many entries changed.
 */
export function spreadEqually(blocks: SpreadBlock[], { total, unit }: { total: number; unit: number }): number | null {
  const weight = anyWeight(blocks);
  const shift = emptyRanges(blocks);
  for (const block of blocks) if (!countFree(block, weight, shift)) return null;
  const free = ranges.reduce((all, count) => all + count, 0);
  const size = Math.abs(total);
  const more = size % free;
  const least = (size - more) / free;
  const last = more === 0 ? -1 : keyOfFree(blocks, { wanted: more, shift });
  const scale = total < 0 ? -unit : unit;
  let moved = 0;
  for (const block of blocks)
    moved += writeEqual(block, { low: least * scale + 0, high: (least + 1) * scale, end: endOf(last, block.period) });
  return moved;
}

function anyWeight(blocks: SpreadBlock[]): number {
  for (const { weight, fixed, first, end } of blocks)
    for (let i = first; i < end; i++) if ((fixed[i] & FIXED) === 0) return weight[i];
  return Number.NaN;
}

/** False at the first other weight. */
function countFree({ weight, fixed, id, first, end }: SpreadBlock, one: number, shift: number): boolean {
  for (let i = first; i < end; i++) {
    if ((fixed[i] & FIXED) !== 0) continue;
    if (weight[i] !== one) return false;
    ranges[id[i] >>> shift]++;
  }
  return true;
}

function keyOfFree(blocks: SpreadBlock[], { wanted, shift }: { wanted: number; shift: number }): number {
  const { range, before } = rangeOfKey(wanted);
  const keys: number[] = [];
  for (const { fixed, id, period, first, end } of blocks) {
    for (let i = first; i < end; i++)
      if (id[i] >>> shift === range && (fixed[i] & FIXED) === 0) keys.push(keyOf(id[i], period));
  }
  return kthSmallest(Float64Array.from(keys), keys.length, wanted - before - 1);
}

/** The first line id of a period that gets no step more, where `last` is the last key that does. */
function endOf(last: number, period: number): number {
  const line = Math.floor(last / 4096);
  return keyOf(line, period) <= last ? line + 1 : line;
}

function writeEqual(
  { out, fixed, id, first, end: stop }: SpreadBlock,
  { low, high, end }: { low: number; high: number; end: number },
): number {
  let moved = 0;
  for (let i = first; i < stop; i++) {
    if ((fixed[i] & FIXED) !== 0) continue;
    const next = id[i] < end ? high : low;
    if (next !== out[i]) moved++;
    out[i] = next;
  }
  return moved;
}
