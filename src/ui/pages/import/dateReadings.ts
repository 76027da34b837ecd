import { type Day, dayOf } from '~/domain/period';

/** A date as it stands in the file, and the two days it may mean. */
export interface DateReadings {
  text: string;
  monthFirst: Day;
  dayFirst: Day;
}

const OPEN = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{2}|\d{4})\b/;

/** The first date of a column that can be read both ways; null where none can. */
export function dateReadings(cells: readonly string[]): DateReadings | null {
  for (const cell of cells) {
    const parts = OPEN.exec(cell);
    if (!parts) continue;
    const [first, second, year] = [Number(parts[1]), Number(parts[2]), fullYear(parts[3])];
    if (first === second || first < 1 || second < 1 || first > 12 || second > 12) continue;
    return { text: cell.trim(), monthFirst: dayOf(year, first, second), dayFirst: dayOf(year, second, first) };
  }
  return null;
}

const fullYear = (text: string): number => (text.length === 4 ? Number(text) : 2000 + Number(text));
