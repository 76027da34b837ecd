import { normalQuantile } from '../numeric';

/** An outcome as a function of a standard normal z: `middle + width × ((1 + bend × z)^16 − 1)`. */
export interface LeafShape {
  width: number;
  bend: number;
  /** What one standard deviation moves near the middle. */
  slope: number;
  /** How far its mean lies above its middle: what makes the middle of a sum differ from the sum of the middles. */
  surplus: number;
}

const Z80 = normalQuantile(0.9);
/** Above this ratio of the two halves the lower tail would no longer be covered by the curve. */
const MOST_SKEW = 10;
const STEPS = 50;

/**
 * The smooth curve through the middle and both ends of the 80 % range (`down` and `up` standard deviations of the halves): a
 * power-normal of exponent 1/16, which no eye tells from a lognormal where the upper half is the wider one, and its mirror
 * where it is not. Sums of such leaves have the spread of sums of lognormals, which two halves of normals fall short of. The
 * power is four multiplications where a logarithm's inverse would be most of the work. Halves that differ more than tenfold
 * keep the wider one. Certain leaves have no width. Source: Box & Cox 1964 with λ = 1/16.
 */
export function leafShape(down: number, up: number): LeafShape {
  const wide = Math.max(down, up);
  if (wide <= 0) return { width: 0, bend: 0, slope: 0, surplus: 0 };
  const skew = Math.min(MOST_SKEW, wide / Math.max(Math.min(down, up), wide / MOST_SKEW));
  let low = 1e-7;
  let high = 2 / 16;
  for (let i = 0; i < STEPS; i += 1) {
    const bend = (low + high) / 2;
    if (skewOf(bend) < skew) low = bend;
    else high = bend;
  }
  const bend = (low + high) / 2;
  const width = (wide * Z80) / (power(1 + bend * Z80) - 1);
  const side = up >= down ? 1 : -1;
  return { width: side * width, bend: side * bend, slope: width * bend * 16, surplus: side * width * meanPower(bend) };
}

const skewOf = (bend: number): number => (power(1 + bend * Z80) - 1) / (1 - power(1 - bend * Z80));

function power(base: number): number {
  const four = base * base * base * base;
  return four * four * four * four;
}

/** Mean of (1 + bend × z)^16 − 1 over a standard normal z, by its even moments. */
function meanPower(bend: number): number {
  let sum = 0;
  let term = 1;
  for (let k = 1; k <= 8; k += 1) {
    // From 16 over 2k−2 to 16 over 2k, times the next odd number of the moment (2k − 1)!!.
    term *= (((18 - 2 * k) * (17 - 2 * k)) / ((2 * k - 1) * (2 * k))) * (2 * k - 1) * bend * bend;
    sum += term;
  }
  return sum;
}
