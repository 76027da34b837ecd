import { shareQuotient, shareRemainder } from './exactProduct';

/** Stretch `first … end − 1` of whole weights > 0 and the place for the parts. */
export interface WholeParts {
  weight: Float64Array;
  first: number;
  end: number;
  /** The parts, by the same index as the weights. */
  out: Float64Array;
  /** Scratch of the same length. */
  rest: Float64Array;
}

/** Up to this many parts, looking for the largest remainder again and again beats sorting. */
const FEW = 16;

/**
 * Cuts an integer of either sign, |total| ≤ 2^51, into whole parts in proportion to whole weights; they sum to it exactly
 * (largest remainder; Hamilton 1792), ties go to the lower index. For the many small cuts of a change of shape: nothing
 * is allocated for few parts. Weights must be positive with a sum of at most 2^51; no part at all is the caller's error.
 */
export function splitWhole(total: number, parts: WholeParts): void {
  const { weight, first, end, out, rest } = parts;
  const size = Math.abs(total);
  const sign = total < 0 ? -1 : 1;
  if (end - first === 1) {
    out[first] = total;
    return;
  }
  let sum = 0;
  for (let i = first; i < end; i++) sum += weight[i];
  if (!(sum > 0)) throw new RangeError(`weights that sum to ${sum}`);
  let left = size;
  for (let i = first; i < end; i++) {
    const whole = shareQuotient(weight[i], size, sum);
    rest[i] = shareRemainder(weight[i], size, whole, sum);
    out[i] = sign * whole + 0;
    left -= whole;
  }
  if (left > 0) giveRest(left, sign, parts);
}

/** One more unit to the parts with the largest remainders. */
function giveRest(left: number, sign: number, { first, end, out, rest }: WholeParts): void {
  if (end - first > FEW) {
    const places = Array.from({ length: end - first }, (_, i) => first + i);
    places.sort((a, b) => rest[b] - rest[a] || a - b);
    for (let k = 0; k < left; k++) out[places[k]] += sign;
    return;
  }
  for (let k = 0; k < left; k++) {
    let best = first;
    for (let i = first + 1; i < end; i++) if (rest[i] > rest[best]) best = i;
    out[best] += sign;
    rest[best] = -1;
  }
}
