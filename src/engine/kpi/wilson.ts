/** Two-sided 95 % of the normal distribution. */
const Z95 = 1.959963984540054;

/**
 * The 95 % interval of a share seen in few cases, as fractions in 0 … 1; null without cases. It stays inside 0 … 1 and is
 * honest at 0 of n and n of n, where the plain ± interval has no width. Source: E. B. Wilson, JASA 22 (1927) 209–212.
 */
export function wilsonInterval(successes: number, cases: number): { lower: number; upper: number } | null {
  if (!(cases > 0)) return null;
  const share = successes / cases;
  const z2 = (Z95 * Z95) / cases;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (Z95 * Math.sqrt((share * (1 - share)) / cases + z2 / (4 * cases))) / (1 + z2);
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}
