import { type BitStream, nextBits } from './bitStream';
import { TABLE_BITS } from './normalTable';

const SHIFT = 32 - TABLE_BITS;

/** Standard normal draws of one factor, moved and stretched to mean 0 and variance 1 so that no year is lucky on the whole. */
export function drawFactor(stream: BitStream, table: Float64Array, draws: number): Float64Array {
  // Leaves are drawn two at a time: there is room for an even number.
  const factor = new Float64Array(draws + (draws & 1));
  let sum = 0;
  for (let d = 0; d < draws; d += 1) {
    factor[d] = table[nextBits(stream) >>> SHIFT];
    sum += factor[d];
  }
  const mean = sum / Math.max(1, draws);
  let squares = 0;
  for (let d = 0; d < draws; d += 1) squares += (factor[d] - mean) ** 2;
  const stretch = squares > 0 ? Math.sqrt(draws / squares) : 1;
  for (let d = 0; d < draws; d += 1) factor[d] = (factor[d] - mean) * stretch;
  return factor;
}
