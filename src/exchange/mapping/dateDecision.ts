import { type Issue, issue } from '~/domain/issue';
import { closeDate, type DateOrder, hasShortYear, NO_DATE } from '../csv/calendarDate';

/** A row whose date fits only one reading, kept until the column has decided. */
export interface DatedRow {
  index: number;
  row: number;
  file: string;
  /** The date as it is written. */
  value: string;
  cells: string[];
}

/** Watches the open dates of a column (3/15/2024) and decides at its end which number is the month. */
export interface DateDecision {
  /** Takes note of an open date; asks for the row only while it may be needed for the report. */
  note(value: number, row: () => DatedRow): void;
  /** The order, with the rows it makes impossible; or the question to ask. */
  decide(): { ok: true; order: DateOrder | null; impossible: DatedRow[] } | { ok: false; issue: Issue };
}

/** A reading with this many times more evidence than the other stands, as long as the others can all be reported. */
const CLEAR_MAJORITY = 20;
const MAX_KEPT = 1000;

/**
 * Decided per column from all its values: one number above 12 is enough, as long as none speaks against it. Where every
 * date fits both readings, where both have evidence, or where years have two digits, it asks and never guesses.
 */
export function createDateDecision(column: string): DateDecision {
  const only = { mdy: 0, dmy: 0 };
  const kept: { mdy: DatedRow[]; dmy: DatedRow[] } = { mdy: [], dmy: [] };
  let open = 0;
  let short = 0;
  let value = '';

  const ask = (): { ok: false; issue: Issue } => ({
    ok: false,
    issue: issue(
      'import/ambiguousDate',
      { value, column, open, mdy: only.mdy, dmy: only.dmy, shortYears: short },
      { column },
    ),
  });

  return {
    note(date, row) {
      if (open++ === 0) value = row().value;
      if (hasShortYear(date)) {
        short++;
        return;
      }
      const mdy = closeDate(date, 'mdy') !== NO_DATE;
      if (mdy && closeDate(date, 'dmy') !== NO_DATE) return;
      const order = mdy ? 'mdy' : 'dmy';
      only[order]++;
      if (kept[order].length < MAX_KEPT) kept[order].push(row());
    },
    decide() {
      if (open === 0) return { ok: true, order: null, impossible: [] };
      if (short > 0 || only.mdy === only.dmy) return ask();
      const [order, other] = only.mdy > only.dmy ? (['mdy', 'dmy'] as const) : (['dmy', 'mdy'] as const);
      if (only[other] * CLEAR_MAJORITY > only[order] || only[other] > MAX_KEPT) return ask();
      return { ok: true, order, impossible: kept[other] };
    },
  };
}
