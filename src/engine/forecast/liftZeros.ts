/** Beyond this share of zeros lately they belong to the pattern (a month that is always closed), not to accidents. */
const RARE = 0.05;
const LATELY = 3;
const FLOOR_SHARE = 0.1;

/**
 * The history for models that multiply: positive values as they are, and a few accidental zeros in an otherwise positive
 * history lifted to a small value (a tenth of the median, at most the smallest sale), so that one empty month does not
 * take growth and season as shares from all others. Null where a value is negative or zeros are no accident: more than
 * one in twenty over the last three cycles.
 */
export function liftZeros(values: Float64Array, period: number): Float64Array | null {
  const recent = Math.max(0, values.length - LATELY * Math.max(period, 12));
  let zeros = 0;
  let zerosLately = 0;
  for (let t = 0; t < values.length; t++) {
    if (values[t] > 0) continue;
    if (values[t] < 0) return null;
    zeros++;
    if (t >= recent) zerosLately++;
  }
  if (zeros === 0) return values;
  if (zeros === values.length || zerosLately > RARE * (values.length - recent)) return null;
  const sales = values.filter((value) => value > 0).sort();
  const floor = Math.min(sales[0], FLOOR_SHARE * sales[sales.length >> 1]);
  return values.map((value) => (value > 0 ? value : floor));
}
