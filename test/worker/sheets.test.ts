import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { dayOf } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { atOfRow, type SheetQuery } from '~/domain/sheet';
import { createRandom } from '~/engine/numeric';
import { INLINE_LIMIT } from '~/plan/run';
import { createSheet, type Sheet } from '~/plan/views/sheet';
import { sheetBlock } from '~/plan/views/sheetBlock';
import { change, turn } from '~/worker/change';
import { openSession, type Session } from '~/worker/session';
import { blockContext, blockOf } from '~/worker/sheets';
import { must, testHost } from './support/host';
import { seededCommands } from './support/seededCommands';

const clock = { now: '2026-08-20T09:00:00.000Z', today: dayOf(2026, 8, 20), batchOf: () => null };
const PROPOSAL = { ...WORKING_TARGET, layer: 'proposal' };

async function openSample(): Promise<Session> {
  const { host, namespace } = await testHost();
  const status = must(await host.openSample({ language: 'en', seed: 3, scale: 1 }, 'j'));
  const id = status.workspace?.id ?? '';
  await host.closeWorkspace();
  const lock = { held: true, release: () => undefined };
  return must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
}

const planOf = (session: Session) => {
  const plan = session.document.records.plan.get(session.document.open?.id ?? '');
  if (!plan) throw new Error('no plan is open');
  return plan;
};

function put(session: Session, id: number, query: Partial<SheetQuery>): void {
  const dimensions = planOf(session).dimensions.slice(0, 2);
  const made = createSheet(session.document, { dimensions, column: WORKING_TARGET, open: null, ...query }, id);
  session.sheets.set(id, must(made));
}

/** Every number and flag of an open sheet beside those of the same sheet opened now. */
function expectFresh(session: Session): void {
  const plan = planOf(session);
  for (const [id, sheet] of session.sheets) {
    const kept = must(blockOf(session, { sheet: id, first: 0, count: 150 }));
    const fresh: Sheet = must(createSheet(session.document, { ...sheet.query, open: [...sheet.open] }, id));
    expect(sheet.ids).toEqual(fresh.ids);
    const context = blockContext(session, plan, fresh);
    const block = sheetBlock(session.document, fresh, { first: 0, count: 150, context });
    expect(Buffer.compare(Buffer.from(kept.values.buffer), Buffer.from(block.values.buffer))).toBe(0);
    expect(Buffer.compare(Buffer.from(kept.flags.buffer), Buffer.from(block.flags.buffer))).toBe(0);
    expect(kept.trend).toEqual(block.trend);
    expect(kept.footer).toEqual(block.footer);
  }
}

describe('open sheets', () => {
  it('show after every command, undo and redo what they would show if they were opened now', async () => {
    const session = await openSample();
    const plan = planOf(session);
    const [first, second] = plan.dimensions;
    const filters = [{ dimension: first, members: [1, 2] }];
    put(session, 1, { compare: { ...WORKING_TARGET, layer: 'baseline' }, proposal: true });
    put(session, 2, { dimensions: [second, first], filters, compare: PROPOSAL });
    const across = { kind: 'members' as const, dimension: second, level: second, periods: [plan.periods[1].id] };
    put(session, 3, { across, showAs: 'shareOfParent' });
    const rows = session.sheets.get(1)?.ids ?? [];
    const random = createRandom(4);
    let done = 0;
    for (const command of seededCommands({ seed: 31, count: 30, rows, plan })) {
      const edited = 'cell' in command && random() < 0.4 ? { ...command.cell, column: PROPOSAL } : null;
      const asked = (edited ? { ...command, cell: edited } : command) as Command;
      if (change(session, asked, clock).ok) done += 1;
      if (random() < 0.3 && session.history.undo) must(await turn(session, 'undo', clock));
      if (random() < 0.2 && session.history.redo) must(await turn(session, 'redo', clock));
      expectFresh(session);
    }
    expect(done).toBeGreaterThan(20);
  });

  it('follow whole columns as they are copied, issued and cleared, and marks as they come and go', async () => {
    const session = await openSample();
    const plan = planOf(session);
    const periods = plan.periods.map(({ id }) => id);
    for (const hold of [...session.document.records.hold.values()])
      must(change(session, { name: 'holds/remove', hold: hold.id }, clock));
    put(session, 1, { compare: { ...WORKING_TARGET, layer: 'issued' }, proposal: true });
    put(session, 2, { compare: { ...WORKING_TARGET, layer: 'stretch' }, column: PROPOSAL });
    const row = session.sheets.get(1)?.ids[2] ?? '';
    const at = atOfRow(row);
    const cell = { column: WORKING_TARGET, at, periods };
    const month = { ...cell, periods: [periods[4]] };
    const commands: Command[] = [
      { name: 'columns/copy', from: WORKING_TARGET, to: { column: PROPOSAL, at: {}, periods }, percent: 100 },
      { name: 'targets/setCell', cell: { ...cell, column: PROPOSAL }, amount: 5_000_000 },
      { name: 'plan/issue' },
      { name: 'proposals/accept', cell },
      {
        name: 'columns/copy',
        from: WORKING_TARGET,
        to: { ...cell, column: { ...WORKING_TARGET, layer: 'stretch' } },
        percent: 110,
      },
      { name: 'notes/set', cell: month, text: 'why so much' },
      { name: 'limits/set', cell: month, min: 0, max: 900_000_000_000 },
      { name: 'scenarios/add', title: 'brave', from: 'base' },
      { name: 'columns/clear', column: PROPOSAL },
      { name: 'targets/setCells', origin: 'paste', cells: [{ cell: month, amount: 12_345 }] },
      { name: 'periods/close', periods: [periods[0]] },
    ];
    for (const command of commands) {
      const { view } = session.sheets.get(1) ?? {};
      must(change(session, command, clock));
      expectFresh(session);
      if (command.name === 'periods/close') expect(session.sheets.get(1)?.view).toBe(view);
    }
    for (const direction of ['undo', 'redo', 'undo'] as const) {
      for (let i = 0; i < commands.length; i += 1) {
        must(await turn(session, direction, clock));
        expectFresh(session);
      }
    }
  });

  it('keep their trees when a big edit is taken back, and read no disk for it', async () => {
    const session = await openSample();
    const plan = planOf(session);
    const periods = plan.periods.map(({ id }) => id);
    for (const hold of [...session.document.records.hold.values()])
      must(change(session, { name: 'holds/remove', hold: hold.id }, clock));
    put(session, 1, { open: [] });
    const view = session.sheets.get(1)?.view;
    const cell = { column: WORKING_TARGET, at: {}, periods };
    const shown = () => must(blockOf(session, { sheet: 1, first: 0, count: 1 })).footer.allocated;
    const before = shown();
    const made = must(change(session, { name: 'targets/setCell', cell, amount: 987_654_321 }, clock));
    expect(made.effect.leaves).toBeGreaterThan(INLINE_LIMIT);
    await session.queue.settled();
    session.database.close();
    for (const [direction, amount] of [
      ['undo', before],
      ['redo', 987_654_321],
      ['undo', before],
    ] as const) {
      const turned = must(await turn(session, direction, clock));
      expect(turned.rows).toBe(false);
      expect(shown()).toBe(amount);
      expectFresh(session);
    }
    expect(session.sheets.get(1)?.view).toBe(view);
  });

  it('lay their rows anew when a line comes and when it goes again', async () => {
    const session = await openSample();
    const plan = planOf(session);
    put(session, 1, { dimensions: plan.dimensions });
    const at = Object.fromEntries(plan.groups[0].dimensions.map((dimension) => [dimension, 0]));
    const cell = { column: WORKING_TARGET, at, periods: [plan.periods[0].id] };
    const rowsBefore = session.sheets.get(1)?.view.count ?? 0;
    const made = must(change(session, { name: 'targets/setCell', cell, amount: 1 }, clock));
    expect(made.rows).toBe(true);
    expect(session.sheets.get(1)?.view.count).toBeGreaterThan(rowsBefore);
    expectFresh(session);
    must(await turn(session, 'undo', clock));
    expect(session.sheets.get(1)?.view.count).toBe(rowsBefore);
    expectFresh(session);
  });

  it('answer for ranges, rows by name and levels through the host', async () => {
    const { host } = await testHost();
    const { plan } = must(await host.openSample({ language: 'zh-CN', seed: 3, scale: 1 }, 'j'));
    if (!plan) throw new Error('no plan');
    const dimensions = plan.dimensions.slice(0, 3);
    const rows = must(await host.openSheet({ dimensions, column: WORKING_TARGET, open: [] }));
    const year = rows.fields.find(({ kind }) => kind === 'year')?.id ?? '';
    const whole = must(await host.rangeSummary({ sheet: rows.sheet, first: 0, count: 1, fields: [year] }));
    const children = must(
      await host.rangeSummary({ sheet: rows.sheet, first: 1, count: rows.ids.length - 1, fields: [year] }),
    );
    expect(children.sum).toBe(whole.sum);
    expect(whole.share).toBe(1);

    const name = rows.labels[1];
    const found = must(await host.findRows(rows.sheet, name));
    expect(found.hits[0]).toMatchObject({ row: rows.ids[1], label: name });
    const opened = must(await host.openLevel(rows.sheet, 9));
    expect(opened.ids.length - 1).toBe(Math.min(49_999, opened.totalRows));
    const deep = opened.ids.at(-1) ?? '';
    const closed = must(await host.openLevel(rows.sheet, 0));
    expect(closed.ids).toEqual(rows.ids);
    const revealed = must(await host.revealRow(rows.sheet, deep));
    expect(revealed.ids).toContain(deep);
    expect(atOfRow(deep)).toBeDefined();
    expect((await host.findRows(-1, name)).ok).toBe(false);
  });
});
