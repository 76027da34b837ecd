import type { RecordsDiff } from '~/domain/change';
import type { TableBatch } from '~/domain/pack';
import type { HolidayList } from '~/domain/record';
import type { PlanDocument } from '../document';
import { HOLIDAY_LIST } from '../holidays';
import { added, updated } from '../records';
import type { PlannedTable } from './plannedPack';

/** Days off and make-up days of a table over those that were brought before: a day that is there is replaced. */
export function takeDays(
  document: PlanDocument,
  { days = [], rule }: TableBatch,
): Omit<PlannedTable, 'table' | 'kind'> & { record: RecordsDiff[number] | null } {
  const old = document.records.holidayList.get(HOLIDAY_LIST);
  const known = new Map((old?.days ?? []).map((entry) => [entry.day, entry]));
  const next = new Map(rule === 'replace' ? [] : known);
  const merge = { new: 0, changed: 0, same: 0, gone: 0 };
  for (const entry of days) {
    const before = known.get(entry.day);
    const isSame = before?.kind === entry.kind && before.name === entry.name;
    merge[before === undefined ? 'new' : isSame ? 'same' : 'changed'] += 1;
    if (before === undefined || rule !== 'onlyNew') next.set(entry.day, entry);
  }
  if (rule === 'replace') merge.gone = [...known.keys()].filter((day) => !next.has(day)).length;
  const list: HolidayList = { id: HOLIDAY_LIST, days: [...next.values()].sort((a, b) => a.day - b.day) };
  const moved = merge.new + merge.changed + merge.gone > 0;
  return {
    merge,
    before: { rows: known.size, amount: null },
    after: { rows: next.size, amount: null },
    left: [],
    unmatched: [],
    record: moved ? (old ? updated('holidayList', old, list) : added('holidayList', list)) : null,
  };
}
