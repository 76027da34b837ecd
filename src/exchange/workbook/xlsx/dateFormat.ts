/** Formats that every program knows by number: those that show a day. Times of day alone (18 to 21, 32 to 35, 45 to 47) are amounts. */
const KNOWN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number shown in this format is a day. A format of hours, minutes or seconds alone shows a length of time. */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return KNOWN.has(id);
  // [h]:mm counts hours beyond a day.
  if (/\[[hms]+\]/i.test(code)) return false;
  // Quoted words, escaped signs, gaps, fills, colours, currencies and languages say nothing about the kind of number.
  const [positive] = code
    .replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .toLowerCase()
    .split(';');
  if (/general/.test(positive)) return false;
  return /[yd年日]/.test(positive) || (/[m月]/.test(positive) && !/[hs]/.test(positive));
}

/** How many digits a format of zeros alone shows: codes such as 00123 are kept in workbooks as the number 123. */
export function paddedDigits(code: string | null): number {
  const zeros = code === null ? null : /^"?(0{2,20})"?$/.exec(code);
  return zeros ? zeros[1].length : 0;
}
