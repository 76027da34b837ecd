/**
 * A smooth course through a series: at each position the value of a straight line fitted to the values up to `reach`
 * positions away, near ones counting more (tricube weights). Unlike a moving average it goes on to both ends.
 * Source: Cleveland 1979 (locally weighted regression).
 */
export function localLine(values: Float64Array, reach: number): Float64Array {
  const n = values.length;
  const course = new Float64Array(n);
  const weights = new Float64Array(reach + 1);
  for (let away = 0; away <= reach; away++) weights[away] = (1 - (away / (reach + 1)) ** 3) ** 3;
  for (let t = 0; t < n; t++) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let y0 = 0;
    let y1 = 0;
    for (let u = Math.max(0, t - reach); u <= Math.min(n - 1, t + reach); u++) {
      const away = u - t;
      const weight = weights[away < 0 ? -away : away];
      s0 += weight;
      s1 += weight * away;
      s2 += weight * away * away;
      y0 += weight * values[u];
      y1 += weight * away * values[u];
    }
    const spread = s0 * s2 - s1 * s1;
    course[t] = spread > 1e-12 ? (s2 * y0 - s1 * y1) / spread : y0 / s0;
  }
  return course;
}
