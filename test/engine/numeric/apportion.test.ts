import { describe, expect, it } from 'vitest';
import { apportion, createRandom, type Random } from '~/engine/numeric';

/** Largest remainder in whole numbers of any size: slow, and the meaning of right. */
function reference(total: number, weights: Float64Array, ids: Uint32Array): number[] {
  const sign = total < 0 ? -1n : 1n;
  const t = BigInt(Math.abs(total));
  const w = Array.from(weights, (x) => BigInt(Math.abs(x)));
  const sum = w.reduce((a, b) => a + b, 0n);
  const share = w.map((x) => (x * t) / sum);
  const rest = w.map((x) => (x * t) % sum);
  const left = Number(t - share.reduce((a, b) => a + b, 0n));
  const order = w.map((_, i) => i).sort((a, b) => (rest[a] < rest[b] ? 1 : rest[a] > rest[b] ? -1 : ids[a] - ids[b]));
  for (const i of order.slice(0, left)) share[i]++;
  return share.map((x) => Number(x * sign) + 0);
}

const below = (random: Random, n: number): number => Math.floor(random() * n);
/** An integer below 2^bits with all its bits random. */
const bitsOf = (random: Random, bits: number): number =>
  Math.floor((Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26)) / 2 ** (52 - bits));

describe('apportion', () => {
  it('equals the BigInt reference in 20,000 random cases, ties, tiny ranges and negative sums among them', () => {
    const random = createRandom(20_270_401);
    for (let round = 0; round < 20_000; round++) {
      const n = 1 + below(random, round % 50 === 0 ? 200 : 12);
      const bits = 1 + below(random, 47 - Math.ceil(Math.log2(n + 1)));
      const sign = random() < 0.2 ? -1 : 1;
      const weights = Float64Array.from({ length: n }, () => {
        const kind = random();
        const w = kind < 0.1 ? 0 : kind < 0.3 ? 1 + below(random, 3) : bitsOf(random, bits);
        return w === 0 ? 0 : w * sign;
      });
      if (weights.every((w) => w === 0)) weights[0] = sign;
      const total = bitsOf(random, 1 + below(random, 50)) * (random() < 0.3 ? -1 : 1) + 0;
      const ids = Uint32Array.from({ length: n }, (_, i) => (i * 7919 + 13) % 104_729);
      const got = Array.from(apportion({ total, weights, ids }));
      expect(got, `round ${round}`).toEqual(reference(total, weights, ids));
    }
  });
});
