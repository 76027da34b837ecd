/**
 * A text as a defined name: letters, digits, period and underscore of any script; whatever else becomes an underscore.
 * What would read as a cell address (Q1, R1C1) or starts with a digit gets an underscore in front. At most 200 units.
 */
export function definedName(text: string): string {
  const name = text.replace(/[^\p{L}\p{N}._]/gu, '_').slice(0, 200);
  return /^[\p{L}_]/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(name) ? name : `_${name}`;
}
