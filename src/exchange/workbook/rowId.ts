/** Ids of this shape pass through SUMIFS unchanged: no wildcard, no comparison sign, nothing that reads as a number. */
const PLAIN = /^[A-Za-z][A-Za-z0-9:_./|,+]*$/;
/** What a spreadsheet could take for a truth value or a date. */
const SPEAKING = /^(true|false|[a-z]{3,9}[/.,]?\d+)$/i;
const CODED = '_x.';
/** SUMIFS refuses criteria above 255 characters. */
const LONGEST = 250;

/**
 * A row id as the text of the hidden column: unchanged where a spreadsheet compares it as plain text, otherwise its
 * UTF-16 units in hexadecimal behind a mark. SUMIFS compares without regard to case, which ids of a plan never differ in.
 */
export function rowIdText(id: string): string {
  const text =
    PLAIN.test(id) && !SPEAKING.test(id)
      ? id
      : CODED + Array.from({ length: id.length }, (_, i) => id.charCodeAt(i).toString(16).padStart(4, '0')).join('');
  if (text.length > LONGEST) throw new RangeError(`row id is too long for a sheet: ${id}`);
  return text;
}

/** The row id behind the text of the hidden column: the inverse of `rowIdText`. */
export function rowIdOfText(text: string): string {
  if (!text.startsWith(CODED)) return text;
  const units = text.slice(CODED.length).match(/[0-9a-f]{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
