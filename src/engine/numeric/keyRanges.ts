import type { SpreadBlock } from './spreadBlock';

/** Decides between equal remainders: the smaller wins. All different. */
export const keyOf = (id: number, period: number): number => id * 4096 + period;

const RANGES = 4096;

/** How many entries per range of line ids (id >>> shift): work space, as a million entries may be equal. */
export const ranges = new Uint32Array(RANGES);

/** Empties the ranges and answers the shift with which all line ids of the blocks fit them. */
export function emptyRanges(blocks: SpreadBlock[]): number {
  ranges.fill(0);
  return Math.max(0, Math.ceil(Math.log2((largestId(blocks) + 1) / RANGES)));
}

/** The range with the `wanted`-th smallest key, and how many keys lie before it. */
export function rangeOfKey(wanted: number): { range: number; before: number } {
  let range = 0;
  let before = 0;
  while (range < RANGES - 1 && before + ranges[range] < wanted) before += ranges[range++];
  return { range, before };
}

function largestId(blocks: SpreadBlock[]): number {
  let most = 0;
  let known: SpreadBlock | null = null;
  for (const block of blocks) {
    const { id, first, end } = block;
    // Months of the same lines share their ids.
    if (known && known.id === id && known.first === first && known.end === end) continue;
    known = block;
    for (let i = first; i < end; i++) if (id[i] > most) most = id[i];
  }
  return most;
}
