import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayOf } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
import { accumulate, selectionTotals } from '~/engine/cube/index';
import { canonicalBytes } from '~/plan/canonical';
import { INLINE_LIMIT } from '~/plan/run';
import { createSheet } from '~/plan/views/sheet';
import { change, checkpoint, turn } from '~/worker/change';
import { closeSession, openSession, type Session } from '~/worker/session';
import { must, testHost } from './support/host';
import { seededCommands } from './support/seededCommands';

const clock = { now: '2026-08-20T09:00:00.000Z', today: dayOf(2026, 8, 20), batchOf: () => null };

/** A stored sample, opened as the host opens it. */
async function openSample(): Promise<{ session: Session; again: () => Promise<Session> }> {
  const { host, namespace } = await testHost();
  const status = must(await host.openSample({ language: 'en', seed: 3, scale: 1 }, 'j'));
  const id = status.workspace?.id ?? '';
  await host.closeWorkspace();
  const lock = { held: true, release: () => undefined };
  const open = async () => must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
  return { session: await open(), again: open };
}

/** The canonical state as one short text, so that a difference is told at once. */
const bytesOf = (session: Session): string =>
  createHash('sha256').update(canonicalBytes(session.document)).digest('hex');

function rowsOf(session: Session): string[] {
  const plan = [...session.document.records.plan.values()][0];
  const sheet = must(
    createSheet(session.document, { dimensions: plan.dimensions.slice(0, 3), column: WORKING_TARGET, open: null }, 1),
  );
  return sheet.ids;
}

describe('commands, undo and storage', () => {
  it('any run of commands, all undone, gives back the bytes before; all redone, the bytes after; reload changes none', async () => {
    const { session, again } = await openSample();
    const plan = [...session.document.records.plan.values()][0];
    const before = bytesOf(session);
    const commands = seededCommands({ seed: 11, count: 60, rows: rowsOf(session), plan });
    let done = 0;
    for (const command of commands) {
      const result = change(session, command, clock);
      if (result.ok) done += 1;
      if (done % 17 === 5) checkpoint(session);
    }
    expect(done).toBeGreaterThan(30);
    const after = bytesOf(session);
    expect(after).not.toBe(before);
    for (let i = 0; i < done; i += 1) must(await turn(session, 'undo', clock));
    expect(bytesOf(session)).toBe(before);
    for (let i = 0; i < done; i += 1) must(await turn(session, 'redo', clock));
    expect(bytesOf(session)).toBe(after);
    await session.queue.settled();
    closeSession(session);
    const second = await again();
    expect(bytesOf(second)).toBe(after);
    for (let i = 0; i < done; i += 1) must(await turn(second, 'undo', clock));
    expect(bytesOf(second)).toBe(before);
    await second.queue.settled();
    closeSession(second);
  });

  it('a big edit keeps small ones before it apart: each is undone alone, also after a reload', async () => {
    const { session, again } = await openSample();
    const { open } = session.document;
    const plan = [...session.document.records.plan.values()][0];
    if (!open) throw new Error('no plan is open');
    for (const hold of [...session.document.records.hold.values()]) {
      must(change(session, { name: 'holds/remove', hold: hold.id }, clock));
    }
    checkpoint(session);
    const periods = plan.periods.map((period) => period.id);
    const start = bytesOf(session);
    const small = { column: WORKING_TARGET, at: atOfRow(rowsOf(session)[2]), periods: [periods[1]] };
    must(change(session, { name: 'targets/setCell', cell: small, amount: 7_654_321 }, clock));
    const edited = bytesOf(session);
    const whole = { column: WORKING_TARGET, at: {}, periods };
    must(change(session, { name: 'targets/setCell', cell: whole, amount: 12_345_678_901 }, clock));
    expect(open.lines.count * periods.length).toBeGreaterThan(INLINE_LIMIT);
    await session.queue.settled();
    closeSession(session);
    const second = await again();
    must(await turn(second, 'undo', clock));
    expect(bytesOf(second)).toBe(edited);
    must(await turn(second, 'undo', clock));
    expect(bytesOf(second)).toBe(start);
    await second.queue.settled();
    closeSession(second);
  });

  it('a refused command leaves every byte as it was', async () => {
    const { session } = await openSample();
    const plan = [...session.document.records.plan.values()][0];
    let refused = 0;
    for (const command of seededCommands({ seed: 5, count: 80, rows: rowsOf(session), plan })) {
      const before = bytesOf(session);
      const result = change(session, command, clock);
      if (!result.ok) {
        refused += 1;
        expect(bytesOf(session)).toBe(before);
      }
    }
    expect(refused).toBeGreaterThan(3);
  });

  it('sums that edits keep up to date equal sums from scratch', async () => {
    const { session } = await openSample();
    const plan = [...session.document.records.plan.values()][0];
    const made = must(
      createSheet(session.document, { dimensions: ['product', 'region'], column: WORKING_TARGET, open: null }, 1),
    );
    session.sheets.set(1, made);
    for (const command of seededCommands({ seed: 8, count: 50, rows: rowsOf(session), plan })) {
      change(session, command, clock);
      const sheet = session.sheets.get(1);
      if (!sheet) throw new Error('the sheet is gone');
      const column = session.document.open?.columns.get('base/target/sales');
      if (!column) throw new Error('no target');
      const fresh = accumulate(sheet.view, column);
      for (const part of ['sum', 'spoken', 'held'] as const) {
        sheet.accumulator[part].forEach((kept, period) => {
          expect(kept.every((value, cell) => value === fresh[part][period][cell])).toBe(true);
        });
      }
    }
  });

  it('opening after a kill between any two transactions gives the last acknowledged state', async () => {
    const { session, again } = await openSample();
    const plan = [...session.document.records.plan.values()][0];
    for (const command of seededCommands({ seed: 21, count: 25, rows: rowsOf(session), plan })) {
      change(session, command, clock);
      await session.queue.settled();
      const now = bytesOf(session);
      const copy = await again();
      expect(bytesOf(copy)).toBe(now);
      closeSession(copy);
    }
    closeSession(session);
  });

  it('a second writer is refused by the header and loses nothing of the first', async () => {
    const { session, again } = await openSample();
    const other = await again();
    const rename = (to: string) => ({ name: 'plan/rename', to }) as const;
    must(change(session, rename('first'), clock));
    await session.queue.settled();
    must(change(other, rename('second'), clock));
    await other.queue.settled();
    expect(other.queue.state).toBe('failed');
    expect(other.queue.issue?.code).toBe('storage/conflict');
    closeSession(other);
    const third = await again();
    expect([...third.document.records.plan.values()][0].name).toBe('first');
    closeSession(third);
    closeSession(session);
  });

  it('the whole of a plan is the sum of its leaves after a thousand edits', async () => {
    const { session } = await openSample();
    const { open } = session.document;
    const plan = [...session.document.records.plan.values()][0];
    if (!open) throw new Error('no plan is open');
    const column = open.columns.get('base/target/sales');
    if (!column) throw new Error('no target');
    const whole = { rows: { first: 0, end: open.lines.count }, periods: plan.periods.map((_, p) => p) };
    const cell = { column: WORKING_TARGET, at: {}, periods: plan.periods.map((period) => period.id) };
    for (const hold of [...session.document.records.hold.values()])
      must(change(session, { name: 'holds/remove', hold: hold.id }, clock));
    for (let i = 1; i <= 40; i += 1) {
      must(change(session, { name: 'targets/setCell', cell, amount: 1_000_000_007 * i }, clock));
      expect(selectionTotals(column, whole).sum).toBe(1_000_000_007 * i);
    }
  });
});
