/** A point of the curve: the largest `members` make `share` of all. */
export interface ParetoPoint {
  members: number;
  share: number;
}

/**
 * How concentrated an amount is: from the largest down, which share of all positive amounts the first 0, 1, 2 … of them
 * make, at `steps` even steps and at the end. NaN and amounts of 0 or less count as members that bring nothing. Without a
 * positive amount there is no curve.
 */
export function paretoCurve(amount: Float64Array, steps = 100): ParetoPoint[] {
  if (!(steps >= 1)) throw new RangeError(`${steps} steps`);
  // Typed arrays sort rising with NaN last.
  const sorted = amount.filter((own) => !Number.isNaN(own)).sort();
  const n = sorted.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += Math.max(0, sorted[i]);
  if (!(total > 0)) return [];
  const points: ParetoPoint[] = [{ members: 0, share: 0 }];
  let sum = 0;
  let step = 1;
  for (let i = 1; i <= n; i++) {
    sum += Math.max(0, sorted[n - i]);
    if (i * steps < step * n) continue;
    points.push({ members: i, share: sum / total });
    step = Math.floor((i * steps) / n) + 1;
  }
  return points;
}
