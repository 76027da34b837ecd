/** The letters of a column counted from 0: A … Z, AA … XFD. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** The column counted from 0 of its letters: the inverse of `columnLetters`. */
export function columnOfLetters(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64;
  return column - 1;
}

/** Address of a cell; the column counts from 0, the row from 1 as people see it. */
export const cellAddress = (column: number, row: number): string => `${columnLetters(column)}${row}`;
