/** What the first n amounts make up of all; blanks count as nothing, a total of nothing has no shares. */
export function cumulativeShares(amounts: readonly (number | null)[]): (number | null)[] {
  const total = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  let sum = 0;
  return amounts.map((amount) => {
    sum += amount ?? 0;
    return total > 0 ? sum / total : null;
  });
}
