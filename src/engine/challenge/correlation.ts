/** Correlation of two figures of the same members (Pearson); pairs with a null are left out. Null with fewer than three or without any spread. */
export function correlation(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
): { r: number | null; count: number } {
  const pairs = a.flatMap((x, i) => {
    const y = b[i];
    return x === null || y === null || y === undefined ? [] : [[x, y] as const];
  });
  const count = pairs.length;
  if (count < 3) return { r: null, count };
  const meanA = pairs.reduce((sum, [x]) => sum + x, 0) / count;
  const meanB = pairs.reduce((sum, [, y]) => sum + y, 0) / count;
  let cross = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (const [x, y] of pairs) {
    cross += (x - meanA) * (y - meanB);
    squaresA += (x - meanA) ** 2;
    squaresB += (y - meanB) ** 2;
  }
  const scale = Math.sqrt(squaresA * squaresB);
  return { r: scale > 0 ? Math.min(1, Math.max(-1, cross / scale)) : null, count };
}
