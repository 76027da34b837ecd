import type { Random } from '../numeric/index';

/** A stream of standard normal numbers (Box & Muller 1958, both of a pair used). */
export function normalDraws(random: Random): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** From here on a Poisson number is drawn as a rounded normal one: closer than one in a hundred of its width. */
const LARGE = 40;

/** How many of rare events happen, where `mean` are expected; 0 or less gives none. Knuth 1969 below 40. */
export function poissonDraw(mean: number, random: Random, normal: () => number): number {
  if (!(mean > 0)) return 0;
  if (mean >= LARGE) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}
