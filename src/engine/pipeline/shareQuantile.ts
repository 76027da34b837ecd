/**
 * The value that a share of values lies below, between the two nearest by linear interpolation (type 7 of Hyndman & Fan
 * 1996, as spreadsheets do); null without values. Values that are NaN are not looked at.
 */
export function shareQuantile(values: Iterable<number>, share: number): number | null {
  const sorted = Float64Array.from([...values].filter((value) => !Number.isNaN(value))).sort();
  if (sorted.length === 0) return null;
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}
