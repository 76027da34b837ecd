import { normalQuantile } from '../numeric';

/** Entries of the table; 13 bits, so that one number of 32 bits gives two draws and the table stays in the nearest cache. */
export const TABLE_BITS = 13;
const SIZE = 1 << TABLE_BITS;

/**
 * Equally likely values of a standard normal: the quantiles in the middle of equal shares, stretched so that the variance is
 * exactly 1. An index of 13 random bits is a draw of it; it ends at ±3.8, where one draw in 16,000 would lie beyond.
 */
export function normalTable(): Float64Array {
  const table = Float64Array.from({ length: SIZE }, (_, i) => normalQuantile((i + 0.5) / SIZE));
  const variance = table.reduce((sum, z) => sum + z * z, 0) / SIZE;
  const stretch = 1 / Math.sqrt(variance);
  return table.map((z) => z * stretch);
}
