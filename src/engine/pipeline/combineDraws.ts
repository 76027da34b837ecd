import { amountAt, type Outcome } from '../challenge/index';
import { createRandom } from '../numeric/index';

/**
 * The sum of what was drawn and of an outcome that does not hang on it, draw by draw, sorted rising: what both may come
 * to together. The same seed gives the same bytes.
 */
export function combineDraws(draws: Float64Array, rest: Outcome, seed: number): Float64Array {
  const random = createRandom(seed);
  // Spread evenly over all chances rather than drawn: as many draws tell more that way.
  const order = shuffled(draws.length, random);
  const sums = draws.map((own, i) => own + amountAt(rest, (order[i] + 0.5) / draws.length));
  return sums.sort();
}

function shuffled(count: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other], order[i]];
  }
  return order;
}
