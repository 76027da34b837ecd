import { keyOf } from './keyRanges';
import { type Band, predictBand, WHOLE_BAND } from './predictBand';
import { type Cut, cutOf, noRivals, type Rivals } from './rivals';
import type { SpreadBlock } from './spreadBlock';
import { spreadEqually } from './spreadEqually';
import { type Pass, writeShares } from './writeShares';

export interface Spread {
  /** What the free entries shall sum to, in rounding steps: an integer, |total| ≤ 2^51. */
  total: number;
  /** Sum of the free weights, all of one sign: an integer, 0 < |sum| ≤ 2^51. */
  sum: number;
  /** Size of a rounding step in minor units. */
  unit: number;
}

/** Relative error of weight × (total ÷ sum) in float64, twice over. */
const DOUBT = 2 ** -51;
/** Up to this size a share's fraction is not off by more than half of `ERROR`. */
const SAFE_SHARE = 2 ** 38;
const ERROR = 2 ** -12;

/**
 * Writes to the free entries of all blocks their share of the total in whole steps, so that they sum to it exactly:
 * largest remainder (Hamilton), ties between equal exact remainders by (id, period). Linear, no sort, no BigInt: a
 * sample guesses between which fractions the cut lies, one pass writes all shares and lists those in between, error-free
 * products decide among these. A guess that turns out wrong costs a second pass, never a unit. Fixed entries are not
 * touched. Returns how many entries came out different from `old`.
 */
export function spreadBlocks(blocks: SpreadBlock[], spread: Spread): number {
  const { band, equal } = predictBand(blocks, Math.abs(spread.total) / spread.sum, DOUBT);
  const moved = (equal ? spreadEqually(blocks, spread) : null) ?? spreadWith(blocks, spread, band);
  if (moved !== null) return moved;
  for (const { out, old, first } of blocks) out.set(old, first);
  return spreadWith(blocks, spread, WHOLE_BAND) ?? 0;
}

/** Null where the cut is not inside the band; the blocks are then to be put back. */
function spreadWith(blocks: SpreadBlock[], { total, sum, unit }: Spread, band: Band): number | null {
  const size = Math.abs(total);
  const scale = total < 0 ? -unit : unit;
  const pass: Pass = { ratio: size / sum, size, sum: Math.abs(sum), scale, band };
  const rivals = noRivals(blocks.reduce((all, { first, end }) => all + end - first, 0));
  const tally = writeShares(blocks, pass, rivals);
  const left = size - tally.given;
  const certain = band === WHOLE_BAND;
  // Far out float64 cannot tell fractions: everything must be a rival.
  if (!certain && (tally.most >= SAFE_SHARE || left < 0 || left > rivals.count)) return null;
  if (left < 0 || left > rivals.count)
    throw new RangeError(`${left} steps for ${rivals.count} entries: the sum of the weights is wrong`);
  if (rivals.count === 0) return tally.moved;
  const cut = cutOf(blocks, rivals, left);
  if (!certain && !isInside(cut, { band, sum: pass.sum, left })) return null;
  return tally.moved + giveSteps(blocks, rivals, { cut, scale });
}

/** What got a step during the pass has a larger remainder than every loser, what got none a smaller one than every winner. */
function isInside({ remainder, below }: Cut, { band, sum, left }: { band: Band; sum: number; left: number }): boolean {
  const noLoserAbove = below < 0 || below / sum < band.high - ERROR;
  const noWinnerBelow = left === 0 || remainder / sum > band.low + ERROR;
  return noLoserAbove && noWinnerBelow;
}

/** A step for every rival that passes the cut; returns by how much the count of moved entries changes. */
function giveSteps(blocks: SpreadBlock[], rivals: Rivals, { cut, scale }: { cut: Cut; scale: number }): number {
  const { at, remainder, ends } = rivals;
  let moved = 0;
  let j = 0;
  blocks.forEach(({ id, period, out, old, first }, b) => {
    for (; j < ends[b]; j++) {
      if (remainder[j] < cut.remainder) continue;
      const i = at[j];
      if (remainder[j] === cut.remainder && keyOf(id[i], period) > cut.key) continue;
      const before = old[i - first];
      const was = out[i] === before ? 0 : 1;
      out[i] = out[i] + scale + 0;
      moved += (out[i] === before ? 0 : 1) - was;
    }
  });
  return moved;
}
