/** State of a stream of 32 random bits at a time (sfc32), kept between the blocks of a simulation. */
export type BitStream = Int32Array;

/**
 * The stream with a number, for a seed: streams of other numbers or seeds have nothing to do with it. So a risk that is added
 * changes no draw of anything else, and two runs differ by what was changed, not by luck.
 */
export function bitStream(seed: number, stream: number): BitStream {
  let state = Math.imul(Math.trunc(seed) | 0, 0x2c1b_3c6d) ^ Math.imul((stream + 1) | 0, 0x297a_2d39);
  const next = (): number => {
    state = (state + 0x9e37_79b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0_aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a_2d97);
    return (t ^ (t >>> 15)) | 0;
  };
  const stream32 = Int32Array.of(next(), next(), next(), 1);
  for (let i = 0; i < 12; i += 1) nextBits(stream32);
  return stream32;
}

/** The next 32 bits as a signed number. The loops that draw millions hold the same four steps inline. */
export function nextBits(stream: BitStream): number {
  const bits = (((stream[0] + stream[1]) | 0) + stream[3]) | 0;
  stream[3] = (stream[3] + 1) | 0;
  stream[0] = stream[1] ^ (stream[1] >>> 9);
  stream[1] = (stream[2] + (stream[2] << 3)) | 0;
  stream[2] = (((stream[2] << 21) | (stream[2] >>> 11)) + bits) | 0;
  return bits;
}

/** A number in [0, 1). */
export const nextShare = (stream: BitStream): number => (nextBits(stream) >>> 0) / 4_294_967_296;
