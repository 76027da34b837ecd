const SPLITTER = 134_217_729; // 2^27 + 1

/** The rounding error of the float product `product = a · b`: product + error = a · b exactly (Veltkamp 1968, Dekker 1971). */
export function productError(a: number, b: number, product: number): number {
  const ca = SPLITTER * a;
  const aHigh = ca - (ca - a);
  const aLow = a - aHigh;
  const cb = SPLITTER * b;
  const bHigh = cb - (cb - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * w · total − quotient · sum, exactly, where the quotient is at most a few units off: the remainder of a share.
 * For integers 0 ≤ w ≤ sum ≤ 2^51 and 0 ≤ total ≤ 2^51. A result outside 0 … sum − 1 says how far the quotient is off.
 */
export function shareRemainder(w: number, total: number, quotient: number, sum: number): number {
  const p = w * total;
  const m = quotient * sum;
  // p and m are so near to each other that their difference is exact (Sterbenz), and all terms stay below 2^53.
  return p - m - productError(quotient, sum, m) + productError(w, total, p);
}

/** floor(w · total ÷ sum), exactly, under the bounds of `shareRemainder`. */
export function shareQuotient(w: number, total: number, sum: number): number {
  let quotient = Math.floor((w * total) / sum);
  let rest = shareRemainder(w, total, quotient, sum);
  while (rest < 0) {
    quotient--;
    rest += sum;
  }
  while (rest >= sum) {
    quotient++;
    rest -= sum;
  }
  return quotient;
}
