/** Places and weights on 0 … 1 by which a smooth function is integrated as a weighted sum. */
export interface Quadrature {
  at: Float64Array;
  weight: Float64Array;
}

/**
 * The rule of Gauss and Legendre with `count` places on 0 … 1: exact for polynomials up to degree 2 × count − 1.
 * Source: Newton's method on the Legendre polynomials from Chebyshev's places.
 */
export function gaussLegendre(count: number): Quadrature {
  if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`a rule with ${count} places`);
  const at = new Float64Array(count);
  const weight = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let z = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round++) {
      let value = 1;
      let before = 0;
      for (let j = 0; j < count; j++) {
        const older = before;
        before = value;
        value = ((2 * j + 1) * z * before - j * older) / (j + 1);
      }
      slope = (count * (z * value - before)) / (z * z - 1);
      const move = value / slope;
      z -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    at[i] = (1 - z) / 2;
    weight[i] = 1 / ((1 - z * z) * slope * slope);
  }
  return { at, weight };
}
