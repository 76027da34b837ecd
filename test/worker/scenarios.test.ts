import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { dayOf } from '~/domain/period';
import { type Column, type Plan, WORKING_TARGET } from '~/domain/plan';
import { canonicalBytes } from '~/plan/canonical';
import { change, checkpoint, turn } from '~/worker/change';
import { closeSession, openSession, type Session } from '~/worker/session';
import { must, type TestHost, testHost } from './support/host';
import { makePlan } from './support/madePlan';

const clock = { now: '2026-08-20T09:00:00.000Z', today: dayOf(2026, 8, 20), who: 'Mia', batchOf: () => null };

const bytesOf = (session: Session): string =>
  createHash('sha256').update(canonicalBytes(session.document)).digest('hex');

/** A made plan of six lines, or the sample, opened as the host opens it. */
async function opened(kind: 'made' | 'sample' = 'made') {
  const { host, namespace } = await testHost();
  const status =
    kind === 'made' ? await makePlan(host) : must(await host.openSample({ language: 'en', seed: 3, scale: 1 }, 'j'));
  const id = status.workspace?.id ?? '';
  await host.closeWorkspace();
  const lock = { held: true, release: () => undefined };
  const open = async () => must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
  return { session: await open(), again: open };
}

const planOf = (session: Session): Plan => [...session.document.records.plan.values()][0];
const year = (session: Session) => planOf(session).periods.map((period) => period.id);
const layer = (name: string): Column => ({ ...WORKING_TARGET, layer: name });
const member = (session: Session, dimension: string, name: string): number =>
  session.document.members.get(dimension)?.byCode.findIndex((entry) => entry?.name === name) ?? -1;

async function reopened(session: Session, again: () => Promise<Session>): Promise<Session> {
  await session.queue.settled();
  closeSession(session);
  return again();
}

/** Ids of all stored segments. */
const stored = (session: Session) => session.database.segments.toCollection().primaryKeys();

describe('scenarios, stored', () => {
  it('write no segment when they are copied, and share memory again after a reload', async () => {
    const { session, again } = await opened('sample');
    checkpoint(session);
    await session.queue.settled();
    const segments = await stored(session);
    must(change(session, { name: 'scenarios/add', title: 'Bold', from: 'base' }, clock));
    must(change(session, { name: 'plan/issue' }, clock));
    await session.queue.settled();
    expect(await stored(session)).toEqual(segments);
    const after = bytesOf(session);
    const next = await reopened(session, again);
    expect(bytesOf(next)).toBe(after);
    const { columns } = next.document.open ?? { columns: new Map() };
    const copies = [...columns.keys()].filter((key) => key.endsWith('/target/sales') || key.endsWith('/issued/sales'));
    expect(copies).toHaveLength(3);
    for (const [period] of year(next).entries())
      expect(new Set(copies.map((key) => columns.get(key)?.value[period])).size).toBe(1);
    closeSession(next);
  });

  it('part when one is edited: the others keep their bytes, also after a reload', async () => {
    const { session, again } = await opened('sample');
    must(change(session, { name: 'scenarios/add', title: 'Bold', from: 'base' }, clock));
    const scenario = planOf(session).scenarios[1];
    const key = `${scenario}/target/sales`;
    const model = session.document.open?.columns.get('base/target/sales');
    const before = model?.value.map((values) => values.slice());
    for (const hold of [...session.document.records.hold.values()])
      must(change(session, { name: 'holds/remove', hold: hold.id }, clock));
    const cell = { column: { ...WORKING_TARGET, scenario }, at: {}, periods: year(session) };
    must(change(session, { name: 'targets/setCell', cell, amount: 123_456_789_00 }, clock));
    expect(model?.value).toEqual(before);
    const after = bytesOf(session);
    const next = await reopened(session, again);
    expect(bytesOf(next)).toBe(after);
    const small = { ...cell, periods: [year(next)[4]] };
    must(change(next, { name: 'targets/setCell', cell: small, amount: 777 }, clock));
    const { columns } = next.document.open ?? { columns: new Map() };
    expect(columns.get(key)?.value[3]).not.toEqual(columns.get('base/target/sales')?.value[3]);
    for (let i = 0; i < 2; i += 1) must(await turn(next, 'undo', clock));
    expect(columns.get(key)?.value.map((v: Float64Array) => v.slice(0, 20))).toEqual(
      columns.get('base/target/sales')?.value.map((v: Float64Array) => v.slice(0, 20)),
    );
    await next.queue.settled();
    closeSession(next);
  });

  it('come back by undo after they were removed, edits, goals and all, and after lines were added', async () => {
    const { session, again } = await opened();
    must(change(session, { name: 'scenarios/add', title: 'Bold', from: 'base' }, clock));
    const scenario = planOf(session).scenarios[1];
    const column = { ...WORKING_TARGET, scenario };
    const cell = { column, at: { region: member(session, 'region', 'North') }, periods: year(session) };
    must(change(session, { name: 'targets/setCell', cell, amount: 99_999 }, clock));
    must(change(session, { name: 'goals/set', cell, amount: 5 }, clock));
    const odd = { column, at: { region: 0, product: member(session, 'product', 'A') }, periods: [year(session)[0]] };
    must(change(session, { name: 'targets/setCell', cell: odd, amount: 7 }, clock));
    const whole = bytesOf(session);
    must(change(session, { name: 'scenarios/remove', scenario }, clock));
    expect(bytesOf(session)).not.toBe(whole);
    const next = await reopened(session, again);
    must(await turn(next, 'undo', clock));
    expect(bytesOf(next)).toBe(whole);
    const last = await reopened(next, again);
    expect(bytesOf(last)).toBe(whole);
    closeSession(last);
  });
});

describe('every command of scenarios, approval, rounds and marks', () => {
  it('undone, one by one and after a reload, gives the bytes before; redone, those after', async () => {
    const { session, again } = await opened();
    const north = { region: member(session, 'region', 'North') };
    const at = { column: WORKING_TARGET, at: north, periods: year(session) };
    const proposal = { ...at, column: layer('proposal') };
    const roundId = () => [...session.document.records.round.keys()].at(-1) ?? '';
    const commands: (() => Command)[] = [
      () => ({
        name: 'columns/copy',
        from: WORKING_TARGET,
        to: { ...at, at: {}, column: layer('stretch') },
        percent: 110,
      }),
      () => ({
        name: 'columns/copy',
        from: WORKING_TARGET,
        to: { ...at, at: {}, column: layer('floor') },
        percent: 100,
      }),
      () => ({ name: 'plan/issue' }),
      () => ({ name: 'targets/setCell', cell: at, amount: 70_000 }),
      () => ({ name: 'columns/clear', column: layer('floor') }),
      () => ({ name: 'plan/issue', reason: 'north grew' }),
      () => ({ name: 'scenarios/add', title: 'Bold', from: 'base' }),
      () => ({ name: 'scenarios/rename', scenario: planOf(session).scenarios[1], to: 'Brave' }),
      () => ({ name: 'rounds/open', title: 'First', dimension: 'region', deadline: null }),
      () => ({ name: 'targets/setCell', cell: proposal, amount: 66_000 }),
      () => ({ name: 'rounds/submit', round: roundId(), member: north.region }),
      () => ({ name: 'rounds/object', round: roundId(), member: north.region, text: 'too much' }),
      () => ({ name: 'rounds/reply', round: roundId(), member: north.region, text: 'a little less' }),
      () => ({ name: 'rounds/agree', round: roundId(), member: north.region, amount: 68_000 }),
      () => ({ name: 'rounds/close', round: roundId() }),
      () => ({ name: 'proposals/spreadGap', cell: at, percent: 50 }),
      () => ({ name: 'proposals/accept', cell: at }),
      () => ({ name: 'growth/set', at: north, kind: 'price', amount: 500, note: 'list' }),
      () => ({ name: 'growth/set', at: north, kind: 'price', amount: null, note: '' }),
      () => ({ name: 'notes/set', cell: at, text: 'see the mail' }),
      () => ({ name: 'notes/set', cell: at, text: '' }),
      () => ({ name: 'approvals/submit' }),
      () => ({ name: 'approvals/return', reason: 'too low' }),
      () => ({ name: 'approvals/submit' }),
      () => ({ name: 'approvals/approve' }),
      () => ({ name: 'approvals/recall', reason: 'too early' }),
      () => ({ name: 'scenarios/remove', scenario: planOf(session).scenarios[1] }),
    ];
    const states = [bytesOf(session)];
    for (const [index, make] of commands.entries()) {
      const command = make();
      const done = change(session, command, clock);
      if (!done.ok) throw new Error(`${command.name}: ${JSON.stringify(done.issues)}`);
      states.push(bytesOf(session));
      must(await turn(session, 'undo', clock));
      expect([command.name, bytesOf(session)]).toEqual([command.name, states[index]]);
      must(await turn(session, 'redo', clock));
      expect([command.name, bytesOf(session)]).toEqual([command.name, states[index + 1]]);
      if (index % 6 === 4) checkpoint(session);
    }
    let now = await reopened(session, again);
    expect(bytesOf(now)).toBe(states.at(-1));
    for (let index = commands.length - 1; index >= 0; index -= 1) {
      must(await turn(now, 'undo', clock));
      expect([commands[index]().name, bytesOf(now)]).toEqual([commands[index]().name, states[index]]);
      if (index % 9 === 4) now = await reopened(now, again);
    }
    await now.queue.settled();
    closeSession(now);
  });

  it('refused, leaves every byte as it was', async () => {
    const { session } = await opened();
    const at = { column: WORKING_TARGET, at: {}, periods: year(session) };
    must(change(session, { name: 'holds/add', cell: at, kind: 'freeze' }, clock));
    must(
      change(
        session,
        { name: 'columns/copy', from: WORKING_TARGET, to: { ...at, column: layer('proposal') }, percent: 90 },
        clock,
      ),
    );
    must(change(session, { name: 'rounds/open', title: '', dimension: 'region', deadline: null }, clock));
    const round = [...session.document.records.round.keys()][0];
    const before = bytesOf(session);
    const commands: Command[] = [
      { name: 'proposals/accept', cell: at },
      { name: 'proposals/spreadGap', cell: at, percent: 100 },
      { name: 'columns/copy', from: layer('proposal'), to: at, percent: 100 },
      { name: 'columns/clear', column: WORKING_TARGET },
      { name: 'rounds/agree', round, member: member(session, 'region', 'North'), amount: 1 },
      { name: 'scenarios/add', title: '', from: 'base' },
      { name: 'approvals/approve' },
      { name: 'targets/setCell', cell: { ...at, column: { ...WORKING_TARGET, scenario: 'gone' } }, amount: 1 },
    ];
    for (const command of commands) {
      expect([command.name, change(session, command, clock).ok]).toEqual([command.name, false]);
      expect([command.name, bytesOf(session)]).toEqual([command.name, before]);
    }
    closeSession(session);
  });
});

describe('the host', () => {
  const cellOf = async ({ host }: TestHost) => {
    const status = await makePlan(host);
    const periods = status.plan?.periods.map((period) => period.id) ?? [];
    return { column: WORKING_TARGET, at: {}, periods };
  };

  it('keeps views over undo and reload, and undo passes over them', async () => {
    const first = await testHost();
    const cell = await cellOf(first);
    must(await first.host.dispatch({ name: 'targets/setCell', cell, amount: 90_000 }, null));
    const query = { dimensions: ['product'], column: WORKING_TARGET };
    must(
      await first.host.dispatch({ name: 'views/save', view: { id: null, title: 'Products', query, look: {} } }, null),
    );
    const undone = must(await first.host.undo(null));
    expect(undone.effect.undone).toBe('targets/setCell');
    expect(undone.status.redo?.command).toBe('targets/setCell');
    must(await first.host.dispatch({ name: 'views/save', view: { id: null, title: 'All', query, look: {} } }, null));
    must(await first.host.redo(null));
    await first.host.settle();
    const id = (await first.host.start(() => undefined)).workspace?.id ?? '';
    await first.host.closeWorkspace();
    const { host } = await first.again();
    must(await host.openWorkspace(id));
    expect(must(await host.savedViews()).map((view) => view.title)).toEqual(['All', 'Products']);
    expect(must(await host.scenarios()).scenarios[0].heads[0].total).toBe(90_000);
  });

  it('tells who approved what, and that it was changed since', async () => {
    const { host } = await testHost();
    const status = await makePlan(host);
    await host.introduce('Mia');
    must(await host.dispatch({ name: 'approvals/submit' }, null));
    must(await host.dispatch({ name: 'approvals/approve' }, null));
    const approved = must(await host.approvals());
    expect(approved).toMatchObject({
      state: 'approved',
      unchanged: true,
      steps: [{ who: 'Mia' }, { state: 'submitted' }],
    });
    expect(approved.hash).toMatch(/^[0-9a-f]{64}$/);
    const cell = { column: WORKING_TARGET, at: {}, periods: status.plan?.periods.map(({ id }) => id) ?? [] };
    expect(await host.dispatch({ name: 'targets/setCell', cell, amount: 1 }, null)).toMatchObject({
      issues: [{ code: 'reason/needed' }],
    });
    // What would be done can be seen before the reason is given.
    const edit = { name: 'targets/setCell', cell, amount: 1 } as const;
    expect(must(await host.preview(edit))).toMatchObject({ after: 1, issues: [] });
    expect(must(await host.spreadPreview(edit, 'region'))).toMatchObject({ after: 1, issues: [] });
    const fixed = { ...edit, cell: { ...cell, column: { ...WORKING_TARGET, layer: 'baseline' } } };
    expect(must(await host.preview(fixed)).issues).toMatchObject([{ code: 'column/fixed' }]);
    must(await host.dispatch({ name: 'targets/setCell', cell, amount: 1, reason: 'new owner' }, null));
    expect(must(await host.approvals())).toMatchObject({ state: 'approved', unchanged: false });
    must(await host.undo(null));
    expect(must(await host.approvals())).toMatchObject({ unchanged: true, hash: approved.hash });
  });

  it('answers for rounds, growth, cushion, comparison and notes of an open plan, and of none with why', async () => {
    const first = await testHost();
    const cell = await cellOf(first);
    const { host } = first;
    must(await host.dispatch({ name: 'notes/set', cell, text: 'start' }, null));
    must(await host.dispatch({ name: 'rounds/open', title: 'One', dimension: 'region', deadline: null }, null));
    expect(must(await host.notes())).toMatchObject([{ text: 'start', labels: [] }]);
    expect(must(await host.rounds(null)).lines).toHaveLength(2);
    expect(must(await host.growth({})).rows).toHaveLength(6);
    expect(must(await host.cushion()).levels.map(({ level }) => level)).toEqual(['', 'region', 'product']);
    const asked = { left: WORKING_TARGET, right: layer('stretch'), at: {}, dimension: 'region', periods: cell.periods };
    expect(must(await host.compare(asked)).total).toEqual({ left: 120_000, right: null });
    await host.closeWorkspace();
    expect(await host.scenarios()).toMatchObject({ ok: false, issues: [{ code: 'plan/notOpen' }] });
  });
});
