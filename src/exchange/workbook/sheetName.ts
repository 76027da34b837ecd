const LONGEST = 31;

/**
 * A name that every spreadsheet program takes for a sheet: without []:*?/\ and control characters, no apostrophe at
 * either end, at most 31 UTF-16 units without cutting a character in two. An empty or reserved name gets an underscore.
 */
export function sheetName(text: string): string {
  let name = '';
  for (const character of text.replace(/[[\]:*?/\\]|\p{Cc}/gu, ' ').replace(/^['\s]+/, '')) {
    if (name.length + character.length > LONGEST) break;
    name += character;
  }
  name = name.replace(/['\s]+$/, '');
  return name === '' || /^history$/i.test(name) ? `${name}_` : name;
}
