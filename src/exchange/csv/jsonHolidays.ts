import { certainDay, type HolidayEntry, holidayKind } from './holidayEntry';

/**
 * Days in JSON, in the shapes public lists have: {"2027-02-05": "Spring Festival"}, a list of {date, name, isOffDay} or
 * {date, name, kind}, the same under `days`, and {holidays: {…}, workdays: {…}}. `true` and a bare name mean a day off.
 * Null where it is no such list.
 */
export function jsonHolidays(text: string): HolidayEntry[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (Array.isArray(parsed)) return parsed.map(entryOf);
  if (!isRecord(parsed)) return null;
  if (Array.isArray(parsed.days)) return parsed.days.map(entryOf);
  const { holidays, workdays } = parsed;
  if (isRecord(holidays) || isRecord(workdays)) {
    return [...datesOf(holidays, 'off'), ...datesOf(workdays, 'work')].map((entry, i) => ({ ...entry, row: i + 1 }));
  }
  return datesOf(parsed, null);
}

/** {date: what it is}: `kind` where the list as a whole says it. */
function datesOf(list: unknown, kind: 'off' | 'work' | null): HolidayEntry[] {
  if (!isRecord(list)) return [];
  return Object.entries(list).map(([date, value], i) => {
    const day = certainDay(date);
    if (isRecord(value)) return { ...entryOf({ ...value, date }, i), ...(kind ? { kind } : {}) };
    const name = typeof value === 'string' ? value : '';
    const said = value === false ? 'work' : (holidayKind(name) ?? 'off');
    return {
      row: i + 1,
      said: date,
      from: day,
      to: day,
      kind: kind ?? said,
      name: holidayKind(name) ? '' : firstName(name),
    };
  });
}

function entryOf(value: unknown, index: number): HolidayEntry {
  const fields = isRecord(value) ? value : {};
  const text = (key: string): string => (typeof fields[key] === 'string' ? fields[key] : '');
  const from = certainDay(text('date') || text('from'));
  const to = text('to') === '' ? from : certainDay(text('to'));
  const word = text('kind') || text('type');
  const flag = fields.isOffDay ?? fields.off ?? fields.holiday;
  const kind = word !== '' ? holidayKind(word) : typeof flag === 'boolean' ? (flag ? 'off' : 'work') : 'off';
  return { row: index + 1, said: JSON.stringify(value), from, to, kind, name: text('name') };
}

/** Some lists give "New Year's Day,元旦,1": names in two languages and a count. The text is kept without the count. */
const firstName = (name: string): string => name.replace(/,\d+$/, '').replaceAll(',', ' ');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
