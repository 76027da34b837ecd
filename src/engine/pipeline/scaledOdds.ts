/**
 * A chance whose odds are multiplied: 0.5 with odds × 3 is 0.75. Chances of 0 and 1 stay; a factor of 0 gives 0.
 */
export function scaledOdds(chance: number, factor: number): number {
  const odds = chance * factor;
  const rest = 1 - chance;
  return odds + rest > 0 ? odds / (odds + rest) : 0;
}
