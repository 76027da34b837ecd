/** A ramp as people write it: '25, 50, 75, 100' in percent by month in role. */
export const rampText = (ramp: readonly number[]): string =>
  ramp.map((share) => String(Math.round(share * 1000) / 10)).join(', ');

/** The inverse; '' = full at once. Null where a part is no percentage from 0 to 100. */
export function rampOfText(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[,;、\s]+/)
    .map((part) => part.replace(/%$/, ''))
    .filter((part) => part !== '');
  const shares = parts.map((part) => Math.round(Number(part) * 10) / 1000);
  return shares.every((share) => share >= 0 && share <= 1) ? shares : null;
}
