/**
 * The amount below which a share (0 … 1) of values lies that are sorted rising, straight between the two nearest (type 7 of
 * Hyndman & Fan 1996, as spreadsheets do); null without values.
 */
export function quantileOf(sorted: Float64Array, share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`quantileOf: ${share} is not a share between 0 and 1`);
  if (sorted.length === 0) return null;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const rest = place - below;
  return rest === 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
}
