import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { dayOf } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
import { canonicalBytes } from '~/plan/canonical';
import { INLINE_LIMIT } from '~/plan/run';
import { createSheet } from '~/plan/views/sheet';
import { change, turn } from '~/worker/change';
import { createPastCopy, movePastCopy } from '~/worker/pastCopy';
import { closeSession, openSession, type Session } from '~/worker/session';
import { must, testHost } from './support/host';
import { makePlan } from './support/madePlan';
import { seededCommands } from './support/seededCommands';

const clock = { now: '2026-08-20T09:00:00.000Z', today: dayOf(2026, 8, 20), batchOf: () => null };
const year = Array.from({ length: 12 }, (_, m) => `2027-${String(m + 1).padStart(2, '0')}`);
const whole: CellRef = { column: WORKING_TARGET, at: {}, periods: year };

const bytesOf = (document: Session['document']): string =>
  createHash('sha256').update(canonicalBytes(document)).digest('hex');

async function openSample(): Promise<Session> {
  const { host, namespace } = await testHost();
  const status = must(await host.openSample({ language: 'en', seed: 4, scale: 1 }, 'j'));
  await host.closeWorkspace();
  const lock = { held: true, release: () => undefined };
  const id = status.workspace?.id ?? '';
  return must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
}

describe('a copy that is moved through the journal', () => {
  it('stands after every entry as the plan stood then, in whatever order it is asked', async () => {
    const session = await openSample();
    const plan = [...session.document.records.plan.values()][0];
    const sheet = must(
      createSheet(session.document, { dimensions: plan.dimensions, column: WORKING_TARGET, open: null }, 1),
    );
    const stood = new Map([[session.steps.length, bytesOf(session.document)]]);
    const start = session.steps.length;
    const root = { column: WORKING_TARGET, at: {}, periods: plan.periods.map(({ id }) => id) };
    const commands = [
      ...seededCommands({ seed: 2, count: 40, rows: sheet.ids, plan }),
      { name: 'targets/setCell', cell: root, amount: 8_000_000_003 } as const,
      ...seededCommands({ seed: 9, count: 20, rows: sheet.ids, plan }),
    ];
    let big = 0;
    for (const [i, command] of commands.entries()) {
      const done = change(session, command, clock);
      if (done.ok && done.value.effect.leaves > INLINE_LIMIT) big += 1;
      stood.set(session.steps.length, bytesOf(session.document));
      if (i % 9 === 4) {
        must(await turn(session, 'undo', clock));
        stood.set(session.steps.length, bytesOf(session.document));
      }
      if (i % 18 === 4) {
        must(await turn(session, 'redo', clock));
        stood.set(session.steps.length, bytesOf(session.document));
      }
    }
    expect(big).toBeGreaterThan(0);
    const end = session.steps.length;
    const now = bytesOf(session.document);
    session.recent.clear();
    const copy = createPastCopy(session);
    if (!copy) throw new Error('no plan is open');
    const jumps = [start, end, end - 1, start + 1, Math.floor((start + end) / 2), start + 7, end - 5, start, end];
    for (const seq of jumps) {
      must(await movePastCopy(session, copy, seq));
      expect(bytesOf(copy.document), `after entry ${seq}`).toBe(stood.get(seq));
    }
    for (let seq = end; seq >= start; seq -= 1) {
      must(await movePastCopy(session, copy, seq));
      expect(bytesOf(copy.document), `after entry ${seq}`).toBe(stood.get(seq));
    }
    expect(bytesOf(session.document)).toBe(now);
    closeSession(session);
  });
});

describe('looking at how the plan stood', () => {
  it('shows sheets and status of then, refuses every change, and comes back to now', async () => {
    const { host, events } = await testHost();
    await makePlan(host);
    must(await host.dispatch({ name: 'targets/setCell', cell: whole, amount: 90_000 }, null));
    must(await host.dispatch({ name: 'plan/rename', to: 'later' }, null));
    const before = await host.settle();
    events.length = 0;
    const looked = must(await host.openPast(1));
    expect(looked).toMatchObject({ past: { seq: 1 }, readOnly: 'past', undo: null, plan: { name: 'made' } });
    expect(events.map(({ kind }) => kind)).toEqual(['status', 'reopened']);
    const query = { dimensions: ['region'], column: WORKING_TARGET, open: null };
    const rows = must(await host.openSheet(query));
    const block = must(await host.sheetBlock({ sheet: rows.sheet, first: 0, count: 1 }));
    expect(block.footer.allocated).toBe(120_000);
    expect(must(await host.home()).target).toBe(120_000);
    const refused = await host.dispatch({ name: 'plan/rename', to: 'x' }, null);
    expect(refused.ok ? null : refused.issues[0]).toEqual({ code: 'plan/readOnly', params: { reason: 'past' } });
    expect((await host.undo(null)).ok).toBe(false);
    expect(must(await host.openPast(2)).plan?.name).toBe('made');
    const back = must(await host.openPast(null));
    expect(back).toEqual(before);
    const again = must(await host.openSheet(query));
    const now = must(await host.sheetBlock({ sheet: again.sheet, first: 0, count: 1 }));
    expect(now.footer.allocated).toBe(90_000);
    must(await host.dispatch({ name: 'targets/setCell', cell: whole, amount: 91_000 }, null));
  });

  it('is refused for entries that are not there and for the time before the plan', async () => {
    const { host } = await testHost();
    must(await host.createWorkspace({ name: 'w', currency: 'USD' }));
    expect((await host.openPast(1)).ok).toBe(false);
    await makePlan(host);
    for (const seq of [0, -1, 99]) {
      const refused = await host.openPast(seq);
      expect(refused.ok ? null : refused.issues[0].code).toBe('history/unknownEntry');
    }
  });

  it('carries out only the newest of several looks', async () => {
    const { host } = await testHost();
    await makePlan(host);
    for (let i = 0; i < 6; i += 1) must(await host.dispatch({ name: 'plan/rename', to: `n${i}` }, null));
    const looks = await Promise.all([6, 5, 4, 3, 2].map((seq) => host.openPast(seq)));
    expect(looks.map((look) => look.ok)).toEqual([false, false, false, false, true]);
    expect((await host.settle()).past?.seq).toBe(2);
  });

  it('never writes', async () => {
    const { host, again } = await testHost();
    const made = await makePlan(host);
    must(
      await host.dispatch({ name: 'targets/setCell', cell: { ...whole, at: atOfRow('region:1') }, amount: 7 }, null),
    );
    const saved = await host.settle();
    must(await host.openPast(1));
    expect((await host.settle()).savedRevision).toBe(saved.savedRevision);
    await host.closeWorkspace();
    const other = await again();
    expect(must(await other.host.openWorkspace(made.workspace?.id ?? ''))).toMatchObject({
      past: null,
      undo: { seq: 2 },
    });
  });
});
