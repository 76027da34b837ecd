import { describe, expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import type { HistoryLine, HistoryView } from '~/domain/history';
import { dayOf } from '~/domain/period';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
import { selectionTotals } from '~/engine/cube/index';
import { selectionOf } from '~/plan/resolve';
import { INLINE_LIMIT } from '~/plan/run';
import { createSheet } from '~/plan/views/sheet';
import { createCellHistory } from '~/worker/cellHistory';
import { change, checkpoint, turn } from '~/worker/change';
import { closeSession, openSession, type Session } from '~/worker/session';
import { must, testHost } from './support/host';
import { makePlan } from './support/madePlan';
import { seededCommands } from './support/seededCommands';

const clock = { now: '2026-08-20T09:00:00.000Z', today: dayOf(2026, 8, 20), batchOf: () => null };
const year = Array.from({ length: 12 }, (_, m) => `2027-${String(m + 1).padStart(2, '0')}`);
const cellAt = (row: string, periods = year): CellRef => ({ column: WORKING_TARGET, at: atOfRow(row), periods });

async function openSample(): Promise<Session> {
  const { host, namespace } = await testHost();
  const status = must(await host.openSample({ language: 'en', seed: 4, scale: 1 }, 'j'));
  await host.closeWorkspace();
  const lock = { held: true, release: () => undefined };
  const id = status.workspace?.id ?? '';
  return must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
}

function cellValue({ document }: Session, cell: CellRef): number | null {
  const plan = [...document.records.plan.values()][0];
  const column = document.open?.columns.get(columnKey(cell.column));
  if (!column) throw new Error('no column');
  const { sum, spoken } = selectionTotals(column, selectionOf(document, plan, cell));
  return spoken > 0 ? sum : null;
}

async function allLines(session: Session, cell: CellRef, count: number): Promise<HistoryLine[]> {
  const history = createCellHistory();
  const lines: HistoryLine[] = [];
  let before: number | null = null;
  do {
    const page: HistoryView = must(await history.page(session, { cell, before, count }));
    lines.push(...page.lines);
    before = page.next;
  } while (before !== null);
  return lines;
}

describe('the history of a cell', () => {
  it('tells the value before and after every entry that moved it, big or small, done, undone and redone', async () => {
    const session = await openSample();
    const plan = [...session.document.records.plan.values()][0];
    const periods = plan.periods.map(({ id }) => id);
    const sheet = must(
      createSheet(session.document, { dimensions: plan.dimensions, column: WORKING_TARGET, open: null }, 1),
    );
    const cells: CellRef[] = [
      { column: WORKING_TARGET, at: {}, periods },
      { column: WORKING_TARGET, at: atOfRow(sheet.ids[2]), periods: periods.slice(3, 6) },
      { column: WORKING_TARGET, at: atOfRow(sheet.ids[5]), periods: [periods[1]] },
    ];
    const values = new Map([[session.steps.length, cells.map((cell) => cellValue(session, cell))]]);
    const note = () =>
      values.set(
        session.steps.length,
        cells.map((cell) => cellValue(session, cell)),
      );
    const start = session.steps.length;
    const commands = [
      ...seededCommands({ seed: 12, count: 30, rows: sheet.ids, plan }),
      { name: 'targets/setCell', cell: cells[0], amount: 8_000_000_003 } as const,
      ...seededCommands({ seed: 13, count: 20, rows: sheet.ids, plan }),
    ];
    let big = 0;
    for (const [i, command] of commands.entries()) {
      const done = change(session, command, clock);
      if (done.ok && done.value.effect.leaves > INLINE_LIMIT) big += 1;
      note();
      if (i % 7 === 3) {
        must(await turn(session, 'undo', clock));
        note();
      }
      if (i % 14 === 3) {
        must(await turn(session, 'redo', clock));
        note();
      }
      if (i % 11 === 5) checkpoint(session);
    }
    expect(big).toBeGreaterThan(0);
    session.recent.clear();
    for (const [c, cell] of cells.entries()) {
      const lines = (await allLines(session, cell, 5)).filter(({ seq }) => seq > start);
      expect(lines.length).toBeGreaterThan(c === 0 ? 20 : 0);
      const told = new Set(lines.map(({ seq }) => seq));
      for (const line of lines) {
        expect([line.cellBefore, line.cellAfter], `entry ${line.seq} of cell ${c}`).toEqual([
          values.get(line.seq - 1)?.[c],
          values.get(line.seq)?.[c],
        ]);
      }
      for (const step of session.steps.slice(start)) {
        if (step.undoes !== undefined || step.redoes !== undefined || told.has(step.seq)) continue;
        expect(values.get(step.seq)?.[c], `entry ${step.seq} is not told`).toBe(values.get(step.seq - 1)?.[c]);
      }
    }
    closeSession(session);
  });

  it('leaves out what moved other cells, and tells locks, goals and closed months of its own', async () => {
    const { host } = await testHost();
    const made = await makePlan(host);
    const north = cellAt('region:1');
    const south = cellAt('region:2');
    must(await host.dispatch({ name: 'targets/setCell', cell: south, amount: 70_000 }, null));
    must(await host.dispatch({ name: 'targets/setCell', cell: north, amount: 50_000, reason: 'as agreed' }, null));
    must(await host.dispatch({ name: 'goals/set', cell: north, amount: 55_000 }, null));
    must(await host.dispatch({ name: 'goals/set', cell: south, amount: 55_000 }, null));
    must(await host.dispatch({ name: 'holds/add', cell: { ...north, periods: ['2027-02'] }, kind: 'freeze' }, null));
    must(await host.dispatch({ name: 'plan/rename', to: 'x' }, null));
    const view = must(await host.history({ cell: north, before: null, count: 20 }));
    expect(view.lines.map(({ command }) => command)).toEqual([
      'holds/add',
      'goals/set',
      'targets/setCell',
      'plan/create',
    ]);
    expect(view.lines[2]).toMatchObject({
      reason: 'as agreed',
      method: { basis: 'proportional' },
      cellBefore: 60_000,
      cellAfter: 50_000,
      labels: ['North'],
    });
    expect(view.lines[3]).toMatchObject({ cellBefore: null, cellAfter: 60_000 });
    expect(view).toMatchObject({ more: false, next: null });
    expect(made.plan?.name).toBe('made');
  });

  it('says before and after of lines that came by typing and went by undo, whose ids others took', async () => {
    const { host } = await testHost();
    await makePlan(host);
    must(await host.dispatch({ name: 'targets/clearCell', cell: cellAt('region:1') }, null));
    const fresh = cellAt('region:0/product:1', ['2027-01']);
    const other = cellAt('region:0/product:2', ['2027-01']);
    must(await host.dispatch({ name: 'targets/setCell', cell: fresh, amount: 100 }, null));
    must(await host.undo(null));
    must(await host.dispatch({ name: 'targets/setCell', cell: other, amount: 700 }, null));
    const lines = must(await host.history({ cell: fresh, before: null, count: 9 })).lines;
    expect(lines.map(({ seq, cellBefore, cellAfter, undone }) => [seq, cellBefore, cellAfter, undone])).toEqual([
      [3, null, 100, true],
      [1, null, null, false],
    ]);
  });

  it('goes on behind a change of shape: lines were others then, the values are told all the same', async () => {
    const { host } = await testHost();
    await makePlan(host);
    const north = cellAt('region:1');
    must(await host.dispatch({ name: 'targets/setCell', cell: north, amount: 50_000 }, null));
    must(await host.dispatch({ name: 'dimensions/drop', dimension: 'product' }, null));
    must(await host.dispatch({ name: 'targets/setCell', cell: north, amount: 70_000 }, null));
    must(await host.undo(null));
    must(await host.dispatch({ name: 'targets/setCell', cell: north, amount: 80_000 }, null));
    const told = (lines: HistoryLine[]) =>
      lines.map(({ command, cellBefore, cellAfter, undone }) => [command, cellBefore, cellAfter, undone]);
    const expected = [
      ['targets/setCell', 50_000, 80_000, false],
      ['targets/setCell', 50_000, 70_000, true],
      ['dimensions/drop', 50_000, 50_000, false],
      ['targets/setCell', 60_000, 50_000, false],
      ['plan/create', null, 60_000, false],
    ];
    expect(told(must(await host.history({ cell: north, before: null, count: 20 })).lines)).toEqual(expected);
    const paged: HistoryLine[] = [];
    for (let before: number | null = null, more = true; more; ) {
      const page: HistoryView = must(await host.history({ cell: north, before, count: 1 }));
      paged.push(...page.lines);
      before = page.next;
      more = page.more;
    }
    expect(told(paged)).toEqual(expected);
    const explained = must(await host.explain(north));
    expect(explained.untold).toBe('own');
  });

  it('is refused for months of another year', async () => {
    const { host } = await testHost();
    await makePlan(host);
    const refused = await host.history({ cell: cellAt('region:1', ['2031-01']), before: null, count: 5 });
    expect(refused.ok ? null : refused.issues[0].code).toBe('period/unknown');
  });
});

describe('the history of a plan', () => {
  it('comes in pages, newest first, with undone changes marked and undo no line of its own', async () => {
    const { host } = await testHost();
    await makePlan(host);
    for (let i = 0; i < 7; i += 1) must(await host.dispatch({ name: 'plan/rename', to: `n${i}` }, null));
    must(await host.undo(null));
    const first = must(await host.history({ cell: null, before: null, count: 5 }));
    expect(first.lines.map(({ seq, undone }) => [seq, undone])).toEqual([
      [8, true],
      [7, false],
      [6, false],
      [5, false],
      [4, false],
    ]);
    expect(first).toMatchObject({ more: true, next: 4, total: 8 });
    const rest = must(await host.history({ cell: null, before: first.next, count: 5 }));
    expect(rest.lines.map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect(rest).toMatchObject({ more: false, next: null });
  });
});
