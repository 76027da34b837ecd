/** A number rounded to so many decimals, half away from zero, as spreadsheets do. Never −0. */
export function roundHalfAway(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * unit)) / unit || 0;
}
