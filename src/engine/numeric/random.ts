/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/**
 * Seeded random numbers (sfc32, 32 bits each, seeded by splitmix32): for samples, simulations and tests, never for
 * secrets. Any finite seed is good, fractions are cut.
 */
export function createRandom(seed: number): Random {
  let state = Math.trunc(seed) | 0;
  const next = (): number => {
    state = (state + 0x9e37_79b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0_aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a_2d97);
    return t ^ (t >>> 15);
  };
  let a = next();
  let b = next();
  let c = next();
  let counter = 1;
  const random = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) random();
  return random;
}
