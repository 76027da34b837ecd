import { shareRemainder } from './exactProduct';
import type { Band } from './predictBand';
import { type Rivals, reserve } from './rivals';
import { FIXED, type SpreadBlock } from './spreadBlock';

const STRIDE = 4096;

/*
 * Work space of one call, without meaning between calls. The compiler knows address and length of arrays that are
 * constants of the module, but reads those of parameters again at every access: copying stretches in and out makes the
 * passes about half as long.
 */
const weights = new Float64Array(STRIDE);
const values = new Float64Array(STRIDE);
const marks = new Uint8Array(STRIDE);
const places = new Uint32Array(STRIDE);
const remainders = new Float64Array(STRIDE);

export interface Pass {
  /** |total| ÷ sum: weight × ratio = share, never negative. */
  ratio: number;
  /** |total| and |sum|, for the exact path. */
  size: number;
  sum: number;
  /** Size of a step with the sign of the total. */
  scale: number;
  band: Band;
}

/** What a pass answers beside its arrays. */
export interface Tally {
  /** Steps that were given out. */
  given: number;
  moved: number;
  /** No share is larger: the largest sum of a stretch. */
  most: number;
}

/**
 * Writes all shares in one pass: above the band one step more than the whole part, below it the whole part, both by
 * float64; inside the band the exact whole part, with the entry and its exact remainder listed among the rivals. A share
 * that float64 puts on the wrong side of a whole number comes out right all the same, as only its distance to the cut
 * counts: floor(share + 1 − high) is the same on both sides. Fixed entries are not touched.
 */
export function writeShares(blocks: SpreadBlock[], pass: Pass, rivals: Rivals): Tally {
  const tally: Tally = { given: 0, moved: 0, most: 0 };
  for (const block of blocks) {
    const { weight, fixed, out, end } = block;
    for (let from = block.first; from < end; from += STRIDE) {
      const to = Math.min(end, from + STRIDE);
      weights.set(weight.subarray(from, to));
      values.set(weight === out ? weights : out.subarray(from, to));
      marks.set(fixed.subarray(from, to));
      const listed = writeStretch(to - from, pass, tally);
      if (listed > 0) listRivals(block, pass, { tally, rivals, from, listed });
      out.set(to - from === STRIDE ? values : values.subarray(0, to - from), from);
    }
    rivals.ends.push(rivals.count);
  }
  return tally;
}

/** The exact path must stay out of this loop: even unused it would make it slower by half. */
function writeStretch(n: number, { ratio, scale, band }: Pass, tally: Tally): number {
  const shift = 1 - band.high;
  const open = 1 - (band.high - band.low);
  let listed = 0;
  let moved = 0;
  let given = 0;
  for (let i = 0; i < n; i++) {
    if ((marks[i] & FIXED) !== 0) continue;
    const shifted = weights[i] * ratio + shift;
    const steps = Math.floor(shifted);
    // + 0 turns −0 into 0: a stored value is never −0.
    const next = steps * scale + 0;
    given += steps;
    if (next !== values[i]) moved++;
    values[i] = next;
    if (shifted - steps >= open) places[listed++] = i;
  }
  tally.given += given;
  tally.moved += moved;
  tally.most = Math.max(tally.most, given);
  return listed;
}

/** Exact whole parts and remainders of the listed entries. `weights` still holds the stretch. */
function listRivals(
  { old, first }: SpreadBlock,
  { ratio, size, sum, scale, band }: Pass,
  { tally, rivals, from, listed }: { tally: Tally; rivals: Rivals; from: number; listed: number },
): void {
  const shift = 1 - band.high;
  let known = Number.NaN;
  let whole = 0;
  let remainder = 0;
  for (let j = 0; j < listed; j++) {
    const i = places[j];
    const weight = weights[i];
    const steps = Math.floor(weight * ratio + shift);
    // Equal weights have equal shares, and they often stand side by side.
    if (weight !== known) {
      known = weight;
      whole = steps;
      remainder = shareRemainder(Math.abs(weight), size, whole, sum);
      for (; remainder < 0; remainder += sum) whole--;
      for (; remainder >= sum; remainder -= sum) whole++;
    }
    remainders[j] = remainder;
    if (whole === steps) continue;
    const before = old[from - first + i];
    const next = whole * scale + 0;
    tally.given += whole - steps;
    tally.moved += (next === before ? 0 : 1) - (values[i] === before ? 0 : 1);
    values[i] = next;
  }
  reserve(rivals, listed);
  const { at, count } = rivals;
  for (let j = 0; j < listed; j++) at[count + j] = from + places[j];
  rivals.remainder.set(listed === STRIDE ? remainders : remainders.subarray(0, listed), count);
  rivals.count += listed;
}
