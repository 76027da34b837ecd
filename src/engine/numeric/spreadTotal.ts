import { FIXED, type SpreadBlock, weightOf } from './spreadBlock';
import { spreadBlocks } from './spreadBlocks';

/**
 * `spreadBlocks` for a total in minor units: whole steps by largest remainder, and what is left of a step to the free
 * entry with the largest weight (ties by id, then period), where it distorts least. Returns how many entries changed.
 */
export function spreadTotal(
  blocks: SpreadBlock[],
  { total, sum, unit }: { total: number; sum: number; unit: number },
): number {
  const steps = Math.trunc(total / unit);
  const rest = total - steps * unit;
  const moved = spreadBlocks(blocks, { total: steps, sum, unit });
  if (rest === 0) return moved;
  const { block, at } = heaviest(blocks);
  const before = block.old[at - block.first];
  const was = block.out[at] === before ? 0 : 1;
  block.out[at] = block.out[at] + rest;
  return moved + (block.out[at] === before ? 0 : 1) - was;
}

function heaviest(blocks: SpreadBlock[]): { block: SpreadBlock; at: number } {
  let best = { block: blocks[0], at: -1, weight: 0, key: 0 };
  for (const block of blocks) {
    for (let i = block.first; i < block.end; i++) {
      if ((block.fixed[i] & FIXED) !== 0) continue;
      const weight = Math.abs(weightOf(block, i));
      const key = block.id[i] * 4096 + block.period;
      if (best.at < 0 || weight > best.weight || (weight === best.weight && key < best.key))
        best = { block, at: i, weight, key };
    }
  }
  return best;
}
