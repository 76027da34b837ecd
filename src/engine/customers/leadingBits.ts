const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Where the sign and the exponent of a float lie. */
const UPPER = (() => {
  float[0] = 1;
  return words[0] === 0 ? 1 : 0;
})();

/** Exponent and the first twenty bits of a number above 0, as one whole number that rises with it; 0 and below give 0. */
export function leadingBits(value: number): number {
  float[0] = value > 0 ? value : 0;
  return words[UPPER];
}
