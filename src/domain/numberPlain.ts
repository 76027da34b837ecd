/**
 * A stored amount as the plain text a person would type back: full precision in the unit of the screen, a point, an
 * ASCII minus, no grouping. `readNumber` gives the same amount back.
 */
export function plainNumber(amount: number, { minorUnit, unit }: { minorUnit: number; unit: number }): string {
  const places = minorUnit + Math.round(Math.log10(unit));
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${amount < 0 ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
