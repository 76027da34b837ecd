/** Veltkamp's constant: keeps the upper 40 bits of a product, so that yuan and fen give the same bytes. */
const SPLITTER = 2 ** 13 + 1;
const ENOUGH = 2 / 3;

/**
 * Logarithms of a history's values against the largest of them: NaN where missing, left out or not positive. Null where
 * less than two thirds of the known values are positive: such a series has no shares to speak of.
 */
export function positiveLogs(history: ArrayLike<number | null>, leftOut: ReadonlySet<number>): Float64Array | null {
  let largest = 0;
  let known = 0;
  let positive = 0;
  for (let t = 0; t < history.length; t++) {
    const value = history[t];
    if (value === null || !Number.isFinite(value) || leftOut.has(t)) continue;
    known++;
    if (!(value > 0)) continue;
    positive++;
    largest = Math.max(largest, value);
  }
  if (positive === 0 || positive < ENOUGH * known) return null;
  const logs = new Float64Array(history.length).fill(Number.NaN);
  for (let t = 0; t < history.length; t++) {
    const value = history[t];
    if (value === null || !Number.isFinite(value) || leftOut.has(t)) continue;
    const wide = (value / largest) * SPLITTER;
    const share = wide - (wide - value / largest);
    if (share > 0) logs[t] = Math.log(share);
  }
  return logs;
}
