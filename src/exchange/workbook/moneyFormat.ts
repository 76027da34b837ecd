/**
 * Number format of an amount: the symbol as a quoted literal, never a locale code, so that every program shows the same
 * sign everywhere; as many decimals as the currency has. The cell keeps the full value in major units.
 */
export function moneyFormat(symbol: string, minorUnit: number): string {
  const literal = symbol.replace(/["\\]/g, '');
  const digits = `#,##0${minorUnit > 0 ? `.${'0'.repeat(minorUnit)}` : ''}`;
  return literal === '' ? digits : `"${literal}"${digits}`;
}
