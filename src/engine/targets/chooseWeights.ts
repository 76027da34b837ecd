import { type ColumnData, isRange, SPOKEN } from '../cube';
import { type BlockSums, FIXED, sumBlocks, wholeWeights } from '../numeric';
import type { LeafBlock } from './leafBlocks';
import type { SpreadMethod } from './spreadMethod';

/** What the blocks are spread by, once their `weight` is set. */
export interface Basis {
  sum: number;
  /** Sum of sizes: larger than |sum| where signs are mixed. */
  size: number;
  /** Which blanks get a number. */
  speaks: 'none' | 'weighted' | 'all';
  /** There was nothing to be proportional to. */
  equalSpread: boolean;
}

/** Sets the weight of every block by the method; `sums` are those of the present values. */
export function chooseWeights(
  blocks: LeafBlock[],
  sums: BlockSums,
  { method, column }: { method: SpreadMethod; column: ColumnData },
): Basis {
  if (method.kind === 'proportional' && method.blanks === 'fill') {
    for (const block of blocks) fixSpoken(block, column.state[block.period]);
    const blank = sumBlocks(blocks);
    Object.assign(sums, blank);
    return equalBasis(blocks, blank.free, false);
  }
  // A single free leaf takes the amount whatever it was before.
  if (method.kind === 'equal' || sums.free === 1) return equalBasis(blocks, sums.free, false);
  if (method.kind === 'weights') {
    for (const block of blocks) takeWeights(block, method.weight[block.period]);
    const weights = sumBlocks(blocks);
    if (weights.size === 0) return equalBasis(blocks, sums.free, true);
    return { sum: weights.sum, size: weights.size, speaks: 'weighted', equalSpread: false };
  }
  if (sums.size === 0) {
    const other = method.kind === 'proportional' ? method.otherwise : undefined;
    if (other) for (const block of blocks) takeWeights(block, other[block.period]);
    const weights = other ? sumBlocks(blocks) : null;
    if (!weights || weights.size === 0 || weights.size !== Math.abs(weights.sum))
      return equalBasis(blocks, sums.free, true);
    return { sum: weights.sum, size: weights.size, speaks: 'weighted', equalSpread: false };
  }
  return { sum: sums.sum, size: sums.size, speaks: 'none', equalSpread: false };
}

function equalBasis(blocks: LeafBlock[], free: number, equalSpread: boolean): Basis {
  const longest = blocks.reduce((most, block) => Math.max(most, block.end), 0);
  const ones = new Float64Array(longest).fill(1);
  for (const block of blocks) block.weight = ones;
  return { sum: free, size: free, speaks: 'all', equalSpread };
}

function takeWeights(block: LeafBlock, weight: Float64Array): void {
  const { rows } = block;
  block.weight = isRange(rows) ? weight : Float64Array.from(rows, (row) => weight[row]);
}

function fixSpoken(block: LeafBlock, state: Uint8Array): void {
  const fixed = block.fixed.slice();
  for (let i = block.first; i < block.end; i++) {
    const position = isRange(block.rows) ? i : block.rows[i];
    if ((state[position] & SPOKEN) !== 0) fixed[i] |= FIXED;
  }
  block.fixed = fixed;
}

/** Weights per period as integers of one scale, so that periods stay comparable. */
export function wholeColumn(weight: Float64Array[]): Float64Array[] {
  if (weight.every((period) => wholeWeights(period) === period)) return weight;
  const all = new Float64Array(weight.reduce((n, period) => n + period.length, 0));
  let at = 0;
  for (const period of weight) {
    all.set(period, at);
    at += period.length;
  }
  const whole = wholeWeights(all);
  at = 0;
  return weight.map((period) => {
    at += period.length;
    return whole.slice(at - period.length, at);
  });
}
