import { certainDay, type HolidayEntry } from './holidayEntry';

/** A summary that speaks of work: 春节（班）, 补班, "make-up work day". */
const WORK = /班|work/i;

/**
 * Events of an iCalendar file (RFC 5545) as days off, from DTSTART to the day before DTEND; without an end, one day. An
 * event whose summary or category speaks of work (班) is a make-up day. Long lines may be folded.
 */
export function icsHolidays(text: string): HolidayEntry[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n|\r/);
  const entries: HolidayEntry[] = [];
  let event: Map<string, string> | null = null;
  for (const line of lines) {
    if (/^BEGIN:VEVENT/i.test(line)) event = new Map();
    else if (/^END:VEVENT/i.test(line) && event) {
      entries.push(entryOf(event, entries.length + 1));
      event = null;
    } else if (event) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).split(';')[0].toUpperCase();
      if (colon > 0 && !event.has(name)) event.set(name, line.slice(colon + 1));
    }
  }
  return entries;
}

function entryOf(event: ReadonlyMap<string, string>, row: number): HolidayEntry {
  const from = dayOf(event.get('DTSTART'));
  const end = event.get('DTEND');
  // The end of whole days lies outside; with a time of day on the same date there is no day in between.
  const to = end === undefined || from === null ? from : lastDay(from, dayOf(end));
  const summary = unescaped(event.get('SUMMARY') ?? '');
  const isWork = WORK.test(summary) || WORK.test(event.get('CATEGORIES') ?? '');
  return { row, said: summary, from, to, kind: isWork ? 'work' : 'off', name: summary };
}

const dayOf = (stamp: string | undefined): number | null => (stamp ? certainDay(stamp.slice(0, 8)) : null);

const lastDay = (from: number, end: number | null): number | null => (end === null ? null : Math.max(from, end - 1));

const unescaped = (text: string): string =>
  text
    .replace(/\\([,;\\])/g, '$1')
    .replace(/\\n/gi, ' ')
    .trim();
