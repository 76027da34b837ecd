/**
 * What "one unit of error" is for a series: its mean absolute change against the same season a cycle before, or against
 * the previous value where there is no whole cycle. 0 for constant series and below two values.
 * Source: Hyndman & Koehler 2006; M4 Competitor's Guide 2018.
 */
export function naiveScale(values: ArrayLike<number>, period: number): number {
  const lag = values.length > period ? period : 1;
  const changes = values.length - lag;
  if (changes <= 0) return 0;
  let sum = 0;
  for (let t = lag; t < values.length; t++) sum += Math.abs(values[t] - values[t - lag]);
  return sum / changes;
}
