import type { CellRef } from '~/domain/cell';
import type { RecordsDiff } from '~/domain/change';
import { issue } from '~/domain/issue';
import type { PeriodId } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { type PlanTime, planYears } from '~/domain/planYears';
import { fail, ok, type Result } from '~/domain/result';
import { movedPeriods } from './calendarMap';
import { holdName } from './commands/refusal';
import type { PlanDocument } from './document';
import { removed, updated } from './records';

/**
 * What speaks of a plan's periods, told in another cut of its years. Whole years, halves and quarters stay what they are; a
 * hold, goal or limit of a shorter time that the new cut does not have goes (the entry keeps it, undo brings it back), a
 * note moves to the period it falls into. A locked total of part of a year refuses by its name: its sum moves.
 */
export function inOtherCalendar(document: PlanDocument, plan: Plan, after: PlanTime): Result<RecordsDiff> {
  const { records } = document;
  const broken = [...records.hold.values()].filter(
    (hold) => hold.plan === plan.id && hold.kind === 'total' && !isWholeYears(plan, hold.cell.periods),
  );
  if (broken.length > 0) {
    const holds = broken.map((hold) => holdName(document, hold)).join('; ');
    return fail(issue('calendar/totalHeld', { holds, holdIds: broken.map(({ id }) => id).join(',') }));
  }
  const cellOf = (cell: CellRef): CellRef | null => {
    const periods = movedPeriods(plan, after, cell.periods);
    return periods && { ...cell, periods };
  };
  const isOwn = ({ plan: owner }: { plan: string }): boolean => owner === plan.id;
  const diff: RecordsDiff = [];
  for (const hold of [...records.hold.values()].filter(isOwn)) {
    const cell = cellOf(hold.cell);
    diff.push(cell ? updated('hold', hold, { ...hold, cell }) : removed('hold', hold));
  }
  for (const goal of [...records.goal.values()].filter(isOwn)) {
    const cell = cellOf(goal.cell);
    diff.push(cell ? updated('goal', goal, { ...goal, cell }) : removed('goal', goal));
  }
  for (const limit of [...records.limit.values()].filter(isOwn)) {
    const cell = cellOf(limit.cell);
    diff.push(cell ? updated('limit', limit, { ...limit, cell }) : removed('limit', limit));
  }
  for (const note of [...records.note.values()].filter(isOwn)) {
    const cell = cellOf(note.cell) ?? { ...note.cell, periods: [periodAround(plan, after, note.cell.periods[0])] };
    diff.push(updated('note', note, { ...note, cell }));
  }
  for (const view of [...records.savedView.values()].filter(isOwn)) {
    const { across } = view.query;
    if (across?.kind !== 'members') continue;
    const periods = movedPeriods(plan, after, across.periods) ?? after.periods.map(({ id }) => id);
    diff.push(updated('savedView', view, { ...view, query: { ...view.query, across: { ...across, periods } } }));
  }
  return ok(diff);
}

/** Closed periods of the new cut: those of which every day lies in a closed one. */
export function closedAfter(plan: Plan, after: PlanTime): PeriodId[] {
  const isClosed = (day: number): boolean => {
    const period = plan.periods.find(({ from, to }) => from <= day && day <= to);
    return period !== undefined && plan.closedPeriods.includes(period.id);
  };
  return after.periods.flatMap(({ id, from, to }) => {
    for (let day = from; day <= to; day += 1) if (!isClosed(day)) return [];
    return [id];
  });
}

/** Whether a set of periods is made of whole fiscal years: their sums stay in any cut. */
function isWholeYears(plan: Plan, ids: readonly PeriodId[]): boolean {
  const named = new Set(ids);
  return planYears(plan).every(({ first, last }) => {
    const count = plan.periods.slice(first, last + 1).filter(({ id }) => named.has(id)).length;
    return count === 0 || count === last - first + 1;
  });
}

/** The new period that holds the middle of an old one. */
function periodAround(before: PlanTime, after: PlanTime, id: PeriodId): PeriodId {
  const old = before.periods.find((period) => period.id === id) ?? before.periods[0];
  const middle = Math.floor((old.from + old.to) / 2);
  return (after.periods.find(({ from, to }) => from <= middle && middle <= to) ?? after.periods[0]).id;
}
