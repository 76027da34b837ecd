import { certainDay, type HolidayEntry, holidayKind } from './holidayEntry';

/**
 * Rows of a date, or of a first and a last date, then `off` or `work`, then a name, in whatever order the last two come.
 * Separated by comma, semicolon or tab; cells may be quoted. A first row without a date is a heading, blank rows and rows
 * that begin with # are passed over. A row with one text only takes it for a name, and is a day off.
 */
export function holidayRows(text: string): HolidayEntry[] {
  const lines = text.split(/\r\n|\n|\r/);
  const separator = separatorOf(lines);
  const entries: HolidayEntry[] = [];
  let isFirst = true;
  lines.forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [date, ...rest] = cellsOf(line, separator);
    const from = certainDay(date);
    const isHeading = isFirst && from === null && !/\d/.test(date);
    isFirst = false;
    if (isHeading) return;
    const last = rest.length > 0 ? certainDay(rest[0]) : null;
    const words = (last === null ? rest : rest.slice(1)).map((cell) => cell.trim()).filter((cell) => cell !== '');
    const said = words.map(holidayKind);
    const place = said.findIndex((kind) => kind !== null);
    // Of several texts one must say what the day is; a single text is its name.
    const kind = place >= 0 ? said[place] : words.length < 2 ? 'off' : null;
    const name = words.filter((_, w) => w !== place).join(' ');
    entries.push({ row: index + 1, said: line.trim(), from, to: last ?? from, kind, name });
  });
  return entries;
}

const SEPARATORS = ['\t', ';', ',', '，'] as const;

/** The separator that most lines have. */
function separatorOf(lines: readonly string[]): string {
  const count = (separator: string): number => lines.filter((line) => line.includes(separator)).length;
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best), SEPARATORS[0]);
}

/** Cells of one line; a quoted cell may hold the separator, two quotes in it are one. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i];
    if (char === '"' && quoted && line[i + 1] === '"') {
      cell += char;
      i += 1;
    } else if (char === '"' && (quoted || cell === '')) {
      quoted = !quoted;
    } else if (char === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else {
      cell += char;
    }
  }
  return [...cells, cell];
}
