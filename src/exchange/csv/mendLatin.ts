/** What stands at 0x80 … 0x9F in Windows-1252; five places hold nothing. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text that was decoded as Windows-1252, as the standard has it. Some engines outside browsers take the page for Latin-1
 * and turn €, „ or ž into control characters; elsewhere nothing changes. Other encodings pass.
 */
export const mendLatin = (text: string, encoding: string): string =>
  encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (control) => HIGH[control.charCodeAt(0) - 0x80])
    : text;
