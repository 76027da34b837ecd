import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALENDAR_YEAR, type FiscalCalendar, ISO_WEEKS } from '~/domain/calendar';
import type { Command } from '~/domain/command';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import { HELD } from '~/engine/cube';
import { runCommand } from '~/plan/run';
import { anyCalendar } from '../support/anyCalendar';
import { createShapePlan, openOf, planOf, scatterEdits, stateOf, totalsAt } from '../support/shapePlan';
import { batchOf, createWorkspace, day, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const key = columnKey(WORKING_TARGET);
const RETAIL: FiscalCalendar = {
  kind: 'pattern',
  pattern: '445',
  startMonth: 1,
  nameBy: 'end',
  weekRule: { weekday: 6, end: 'nearest' },
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const ids = (workspace: SmallWorkspace, first = 0, count = 12): string[] =>
  planOf(workspace)
    .periods.slice(first, first + count)
    .map(({ id }) => id);

function refused(workspace: SmallWorkspace, command: Command): string {
  const before = stateOf(workspace);
  const context = { today: day('2026-01-16'), now: '', seq: workspace.steps.length + 1, batchOf: () => null };
  const result = runCommand(workspace.document, command, context);
  if (result.ok) throw new Error('was not refused');
  expect(stateOf(workspace)).toBe(before);
  return result.issues[0].code;
}

/** The total of every line of every column in every fiscal year, by tuple. */
function yearsOfLines(workspace: SmallWorkspace): Record<string, number[]> {
  const { lines, columns } = openOf(workspace);
  const years = planYears(planOf(workspace));
  const totals: Record<string, number[]> = {};
  for (const [name, column] of columns) {
    for (let position = 0; position < lines.count; position += 1) {
      const tuple = lines.codes.map((codes) => codes[position]).join();
      totals[`${name} ${tuple}`] = years.map(({ first, last }) =>
        sum(column.value.slice(first, last + 1).map((values) => values[position])),
      );
    }
  }
  return totals;
}

describe('another calendar', () => {
  test('keeps the total of every line of every column in every year, there and back', () => {
    fc.assert(
      fc.property(anyCalendar(1), anyCalendar(1), fc.integer({ min: 1, max: 1e6 }), (there, then, seed) => {
        const workspace = createShapePlan(seed);
        scatterEdits(workspace, seed);
        workspace.run({ name: 'time/addYears', years: 1 });
        const second = planOf(workspace)
          .periods.slice(12)
          .map(({ id }) => id);
        workspace.run({
          name: 'targets/setCell',
          cell: { column: WORKING_TARGET, at: {}, periods: second },
          amount: 777_777,
        });
        const before = yearsOfLines(workspace);
        for (const calendar of [there, then, CALENDAR_YEAR]) {
          workspace.run({ name: 'time/setCalendar', calendar });
          expect(yearsOfLines(workspace)).toEqual(before);
        }
      }),
      { seed: 41, numRuns: 12 },
    );
  });

  test('moves a month to its weeks by their working days', () => {
    const workspace = createWorkspace('2026-01-16');
    const members = { region: ['North'] };
    workspace.run({
      name: 'plan/create',
      settings: settingsOf({ dimensions: ['region'], members, target: 0, base: 'none' }),
    });
    const cell = { column: WORKING_TARGET, at: {}, periods: ['2026-01'] };
    workspace.run({ name: 'targets/setCell', cell, amount: 22_000 });
    workspace.run({ name: 'time/setCalendar', calendar: ISO_WEEKS });
    // January 2026 has 22 working days from Thursday 1st: 2, 5, 5, 5, 5.
    expect(totalsAt(workspace, {}).slice(0, 6)).toEqual([2000, 5000, 5000, 5000, 5000, 0]);
    expect(planOf(workspace).periods).toHaveLength(53);
  });

  test('leaves blank what nobody spoke of and held what was held whole', () => {
    const workspace = createWorkspace('2026-01-16');
    workspace.run({
      name: 'plan/create',
      settings: settingsOf({ dimensions: ['region'], members: { region: ['North'] }, target: 12_000, base: 'none' }),
    });
    const at = { region: 1 };
    workspace.run({ name: 'targets/clearCell', cell: { column: WORKING_TARGET, at, periods: ids(workspace, 3, 9) } });
    for (const period of ids(workspace, 0, 2)) {
      workspace.run({ name: 'holds/add', cell: { column: WORKING_TARGET, at, periods: [period] }, kind: 'freeze' });
    }
    workspace.run({ name: 'time/setCalendar', calendar: ISO_WEEKS });
    const { state } = openOf(workspace).columns.get(key) ?? { state: [] };
    const bits = state.map((states) => states[0]);
    // Week 5 lies in January and February, both held; week 9 (23 Feb – 1 Mar) takes from March, which is not, no working day.
    expect((bits[4] & HELD) !== 0).toBe(true);
    expect(bits[20]).toBe(0);
  });

  test('keeps goals, locks and notes of years and quarters, and lets go what the new cut does not have', () => {
    const workspace = createShapePlan(3);
    const year = ids(workspace);
    const cellOf = (periods: string[]) => ({ column: WORKING_TARGET, at: {}, periods });
    workspace.run({ name: 'holds/add', cell: cellOf(year), kind: 'total' });
    workspace.run({ name: 'goals/set', cell: cellOf(year.slice(3, 6)), amount: 900 });
    workspace.run({ name: 'goals/set', cell: cellOf(year.slice(0, 1)), amount: 100 });
    workspace.run({ name: 'periods/close', periods: year.slice(0, 1) });
    workspace.run({ name: 'time/setCalendar', calendar: RETAIL });
    const { records } = workspace.document;
    const fresh = ids(workspace);
    expect([...records.hold.values()].map(({ cell }) => cell.periods)).toEqual([fresh]);
    const goals = [...records.goal.values()].map(({ cell, amount }) => [amount, cell.periods]);
    expect(goals).toContainEqual([900, fresh.slice(3, 6)]);
    expect(goals).toContainEqual([100, fresh.slice(0, 1)]);
    expect(goals).toContainEqual([5_000_003, fresh]);
    // The first retail period runs from 4 to 31 January 2026: every day of it was closed.
    expect(planOf(workspace).closedPeriods).toEqual(['2026-P01']);

    workspace.run({ name: 'time/setCalendar', calendar: ISO_WEEKS });
    const weeks = ids(workspace, 0, 53);
    workspace.run({ name: 'goals/set', cell: cellOf(weeks.slice(9, 10)), amount: 55 });
    workspace.run({ name: 'time/setCalendar', calendar: CALENDAR_YEAR });
    expect([...records.goal.values()].map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([100, 900, 5_000_003]);
    expect(ids(workspace)).toEqual(year);
  });

  test('is refused by a locked total of part of a year, by its name, and by years that begin elsewhere', () => {
    const workspace = createShapePlan(3);
    const cell = { column: WORKING_TARGET, at: {}, periods: ids(workspace, 0, 3) };
    workspace.run({ name: 'holds/add', cell, kind: 'total' });
    expect(refused(workspace, { name: 'time/setCalendar', calendar: RETAIL })).toBe('calendar/totalHeld');
    const april: FiscalCalendar = { ...CALENDAR_YEAR, startMonth: 4 };
    expect(refused(workspace, { name: 'time/setCalendar', calendar: april })).toBe('calendar/unknown');
    const eighth: FiscalCalendar = { ...ISO_WEEKS, kind: 'weeks', weekRule: { weekday: 8, end: 'last' } };
    expect(refused(workspace, { name: 'time/setCalendar', calendar: eighth })).toBe('calendar/unknown');
  });
});

describe('years that are added', () => {
  test('are blank, and nothing that was said changes', () => {
    const workspace = createShapePlan(8);
    scatterEdits(workspace, 8);
    const before = totalsAt(workspace, {});
    const goals = [...workspace.document.records.goal.values()];
    workspace.run({ name: 'time/addYears', years: 2 });
    expect(totalsAt(workspace, {})).toEqual([...before, ...new Array(24).fill(0)]);
    expect(planOf(workspace).periods[24].id).toBe('2028-01');
    const column = openOf(workspace).columns.get(key);
    expect(column?.state.slice(12).every((states) => states.every((state) => state === 0))).toBe(true);
    expect([...workspace.document.records.goal.values()]).toEqual(goals);
  });

  test('are at most ten in all, and at least one', () => {
    const workspace = createShapePlan(8);
    expect(refused(workspace, { name: 'time/addYears', years: 10 })).toBe('calendar/unknown');
    expect(refused(workspace, { name: 'time/addYears', years: 0 })).toBe('calendar/unknown');
    workspace.run({ name: 'time/addYears', years: 9 });
    expect(planYears(planOf(workspace))).toHaveLength(10);
  });

  test('follow the calendar of the plan', () => {
    const workspace = createWorkspace('2026-01-16');
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf([{ on: '2025-05-05', amount: 5, region: 'N' }], { coverage: { from: '2025-01-01', to: '2025-12-31' } }),
    );
    workspace.run({
      name: 'plan/create',
      settings: settingsOf({ dimensions: ['region'], calendar: ISO_WEEKS, target: 53_000 }),
    });
    workspace.run({ name: 'time/addYears', years: 1 });
    expect(planOf(workspace).periods).toHaveLength(53 + 52);
    expect(planOf(workspace).periods[53].id).toBe('2027-W01');
  });
});

describe('days off that are brought', () => {
  const off = (iso: string, name = 'Closed') => ({ day: day(iso), kind: 'off' as const, name });

  test('are kept by day, the newest word on a day wins, and an empty list is refused', () => {
    const workspace = createShapePlan(8);
    workspace.run({ name: 'time/importHolidays', days: [off('2026-05-06'), off('2026-05-05')] });
    workspace.run({ name: 'time/importHolidays', days: [{ ...off('2026-05-06', 'Open'), kind: 'work' }] });
    const [list] = workspace.document.records.holidayList.values();
    expect(list.days).toEqual([off('2026-05-05'), { day: day('2026-05-06'), kind: 'work', name: 'Open' }]);
    expect(refused(workspace, { name: 'time/importHolidays', days: [] })).toBe('holidays/unreadable');
  });

  test('move a target laid out by working days', () => {
    const share = (days: Extract<Command, { name: 'time/importHolidays' }>['days']): number => {
      const workspace = createWorkspace('2026-01-16');
      if (days.length > 0) workspace.run({ name: 'time/importHolidays', days });
      const members = { region: ['North'] };
      workspace.run({
        name: 'plan/create',
        settings: settingsOf({ dimensions: ['region'], members, target: 261_000, base: 'none' }),
      });
      return totalsAt(workspace, {})[0];
    };
    // 261 working days in 2026, 22 of them in January; two days off more leave 20 of 259.
    expect(share([])).toBe(22_000);
    expect(share([off('2026-01-05'), off('2026-01-06')])).toBe(Math.round((261_000 * 20) / 259));
  });
});
