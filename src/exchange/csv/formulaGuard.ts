/** Signs that make a spreadsheet run a cell of a text file: OWASP's, line breaks, their full-width forms, and NUL. */
const GUARDED = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][-+]?\d+)?%?$/;

/**
 * Text as a cell of a CSV that no spreadsheet runs as a formula: an apostrophe in front where it would. Text that has such
 * an apostrophe of its own gets one more, so that `unguarded` loses nothing.
 */
export const guarded = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);

/** A cell of which nobody knows whether it is text: plain numbers, also negative ones, stay numbers. */
export const guardedCell = (cell: string): string => (NUMBER.test(cell) ? cell : guarded(cell));

/** The text before `guarded`: one apostrophe is taken off where it stands before such a sign, and nowhere else. */
export const unguarded = (text: string): string =>
  text.charCodeAt(0) === 0x27 && GUARDED.test(text) ? text.slice(1) : text;
