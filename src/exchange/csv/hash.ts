/**
 * Two-lane 32-bit hash (the public-domain cyrb53), so that a number can say "the same again" without keeping the text.
 * Lanes are mixed value by value with `mixA` and `mixB`, then joined to 53 bits. Stable across runs and machines: what
 * it returns is stored, so the constants must never change.
 */
export const SEED_A = 0xdeadbeef | 0;
export const SEED_B = 0x41c6ce57 | 0;

export const mixA = (lane: number, value: number): number => Math.imul(lane ^ value, 2654435761);
export const mixB = (lane: number, value: number): number => Math.imul(lane ^ value, 1597334677);

export function join53(a: number, b: number): number {
  let x = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  x >>>= 0;
  let y = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(x ^ (x >>> 13), 3266489909);
  y >>>= 0;
  return 4294967296 * (2097151 & y) + x;
}

/** The 53-bit hash of a run of bytes. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let a = SEED_A;
  let b = SEED_B;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    a = Math.imul(a ^ byte, 2654435761);
    b = Math.imul(b ^ byte, 1597334677);
  }
  return join53(a, b);
}

/** The 53-bit hash of a text by its UTF-16 units. */
export function hashText(text: string): number {
  let a = SEED_A;
  let b = SEED_B;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = mixA(a, unit);
    b = mixB(b, unit);
  }
  return join53(a, b);
}
