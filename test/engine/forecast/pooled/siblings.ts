import { createRandom, type Random } from '~/engine/numeric';

export interface SiblingShape {
  seed: number;
  count: number;
  length: number;
  /** How far the season of one lies from the shared one, and the noise, in logarithms. */
  apart: number;
  noise: number;
}

/** Made-up monthly series of one trade: a shared season with own turns, a drifting level, growth and noise. */
export function siblings({ seed, count, length, apart, noise }: SiblingShape): number[][] {
  const random = createRandom(seed);
  const shared = Array.from({ length: 12 }, () => 0.25 * normal(random));
  return Array.from({ length: count }, () => {
    const season = shared.map((value) => value + apart * normal(random));
    const size = Math.exp(7 + normal(random));
    let level = 0;
    return Array.from({ length }, (_, t) => {
      level += 0.004 + 0.02 * normal(random);
      return size * Math.exp(level + season[t % 12] + noise * normal(random));
    });
  });
}

/** Nearly normal, variance 1. */
export function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}
