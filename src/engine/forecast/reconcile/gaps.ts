/** The gaps between upper nodes and the sums of their parts, and how uncertain each end of them is on its own. */
export interface Gaps {
  /** By gap: the bottom places that its node sums. */
  parts: readonly Uint32Array[];
  /** Variance of each gap's node. */
  upper: Float64Array;
  /** Variance by bottom place. */
  bottom: Float64Array;
}

/** Relative size of what is left at which the iteration ends. */
const TOLERANCE = 1e-13;
const MOST_ROUNDS = 400;

/** The covariance of the gaps times a vector. */
export function gapCovariance(v: Float64Array, { parts, upper, bottom }: Gaps): Float64Array {
  const below = new Float64Array(bottom.length);
  parts.forEach((own, r) => {
    const value = v[r];
    if (value !== 0) for (let i = 0; i < own.length; i++) below[own[i]] += value;
  });
  for (let place = 0; place < below.length; place++) below[place] *= bottom[place];
  return Float64Array.from(parts, (own, r) => {
    let sum = upper[r] * v[r];
    for (let i = 0; i < own.length; i++) sum += below[own[i]];
    return sum;
  });
}

/**
 * The vector whose product with the covariance of the gaps is `wanted`: conjugate gradients, scaled by the diagonal. A gap
 * that nothing can move stays out: 0.
 */
export function solveGaps(wanted: Float64Array, gaps: Gaps): Float64Array {
  const { parts, upper, bottom } = gaps;
  const n = wanted.length;
  const inverse = Float64Array.from(parts, (own, r) => {
    const sum = own.reduce((all, place) => all + bottom[place], upper[r]);
    return sum > 0 ? 1 / sum : 0;
  });
  const answer = new Float64Array(n);
  const rest = wanted.map((value, r) => (inverse[r] > 0 ? value : 0));
  let direction = rest.map((value, r) => value * inverse[r]);
  let power = dot(rest, direction);
  const enough = power * TOLERANCE * TOLERANCE;
  for (let round = 0; round < MOST_ROUNDS && power > enough; round++) {
    const image = gapCovariance(direction, gaps);
    const bend = dot(direction, image);
    if (!(bend > 0)) break;
    const step = power / bend;
    for (let r = 0; r < n; r++) {
      answer[r] += step * direction[r];
      if (inverse[r] > 0) rest[r] -= step * image[r];
    }
    const scaled = rest.map((value, r) => value * inverse[r]);
    const next = dot(rest, scaled);
    const turn = next / power;
    direction = scaled.map((value, r) => value + turn * direction[r]);
    power = next;
  }
  return answer;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
