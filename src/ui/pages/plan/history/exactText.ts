/**
 * Minor units as decimal text in major units, exact: '1388.8889' with two decimals is '13.888889'. Zeros at the end go
 * as far as the minor unit.
 */
export function exactText(minor: string, minorUnit: number): string {
  const negative = minor.startsWith('-');
  const [whole = '0', decimals = ''] = (negative ? minor.slice(1) : minor).split('.');
  const digits = whole.padStart(minorUnit + 1, '0');
  const major = digits.slice(0, digits.length - minorUnit);
  const rest = (digits.slice(digits.length - minorUnit) + decimals).replace(/0+$/, '').padEnd(minorUnit, '0');
  const grouped = major.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '−' : ''}${grouped}${rest === '' ? '' : `.${rest}`}`;
}
