/**
 * A 53-bit fingerprint of a text in eleven signs or fewer (the public-domain cyrb53): tells equal texts apart from others
 * where the text itself would be too long to keep. Stable across runs and machines; what it gives is stored.
 */
export function textHash(text: string): string {
  let a = 0xdeadbeef | 0;
  let b = 0x41c6ce57 | 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  const x = (Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)) >>> 0;
  const y = (Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(x ^ (x >>> 13), 3266489909)) >>> 0;
  return (4294967296 * (2097151 & y) + x).toString(36);
}
