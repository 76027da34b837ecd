/** Largest remainder in whole numbers of any size: slow, and the meaning of right. */
export function largestRemainder(total: number, weights: ArrayLike<number>, ids: ArrayLike<number>): number[] {
  const sign = total < 0 ? -1n : 1n;
  const t = BigInt(Math.abs(total));
  const w = Array.from(weights, (x) => BigInt(Math.abs(x)));
  const sum = w.reduce((a, b) => a + b, 0n);
  const share = w.map((x) => (x * t) / sum);
  const rest = w.map((x) => (x * t) % sum);
  const left = Number(t - share.reduce((a, b) => a + b, 0n));
  const order = w.map((_, i) => i).sort((a, b) => (rest[a] < rest[b] ? 1 : rest[a] > rest[b] ? -1 : ids[a] - ids[b]));
  for (const i of order.slice(0, left)) share[i]++;
  return share.map((x) => Number(x * sign) + 0);
}
