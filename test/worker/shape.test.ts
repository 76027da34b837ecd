import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { dayOf } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
import { createRandom } from '~/engine/numeric';
import { canonicalBytes } from '~/plan/canonical';
import { INLINE_LIMIT } from '~/plan/run';
import { createSheet } from '~/plan/views/sheet';
import { change, checkpoint, turn } from '~/worker/change';
import { closeSession, openSession, type Session } from '~/worker/session';
import { randomOrders } from '../plan/support/shapePlan';
import { batchOf, settingsOf } from '../plan/support/smallWorkspace';
import { must, testHost } from './support/host';

const clock = { now: '2026-01-16T09:00:00.000Z', today: dayOf(2026, 1, 16), batchOf: () => null };
const lock = { held: true, release: () => undefined };

const bytesOf = (session: Session): string =>
  createHash('sha256').update(canonicalBytes(session.document)).digest('hex');

/** Every column's sum per period. */
function sumsOf({ document: { open } }: Session): Record<string, number[]> {
  const sum = (values: Float64Array): number =>
    values.subarray(0, open?.lines.count).reduce((all, value) => all + value, 0);
  return Object.fromEntries([...(open?.columns ?? [])].map(([key, { value }]) => [key, value.map(sum)]));
}

/** A stored plan over random orders, opened as the host opens it. */
async function openPlan(seed: number): Promise<{ session: Session; again: () => Promise<Session> }> {
  const { host, namespace } = await testHost();
  const status = must(await host.createWorkspace({ name: 'w', currency: 'USD' }));
  const id = status.workspace?.id ?? '';
  await host.closeWorkspace();
  const again = async () => must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
  const session = await again();
  const batch = batchOf(randomOrders(seed), {
    coverage: { from: '2024-01-01', to: '2025-12-31' },
    trees: [
      {
        dimension: 'product',
        levels: ['category', 'item'],
        parents: { Pen: 'Write', Ink: 'Write', Pad: 'Write', Cup: 'Drink', Mug: 'Drink' },
      },
    ],
  });
  must(change(session, { name: 'orders/import', draft: 'd' }, { ...clock, batchOf: () => batch }));
  const settings = settingsOf({ dimensions: ['region', 'seller', 'product'], target: 9_000_001 });
  must(change(session, { name: 'plan/create', settings }, clock));
  return { session, again };
}

/** Shape commands and edits at random, as the plan stands at each moment; what does not fit is refused. */
function nextCommand(session: Session, random: () => number): Command {
  const { document } = session;
  const plan = [...document.records.plan.values()][0];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const code = (dimension: string): number =>
    1 + Math.floor(random() * ((document.members.get(dimension)?.next ?? 2) - 1));
  const rows = must(createSheet(document, { dimensions: plan.dimensions, column: WORKING_TARGET, open: null }, 1)).ids;
  const period = pick(plan.periods).id;
  const cell = {
    column: WORKING_TARGET,
    at: atOfRow(pick(rows)),
    periods: random() < 0.5 ? [period] : plan.periods.map((p) => p.id),
  };
  const dimension = pick(['region', 'seller', 'product', 'customer']);
  const name = `N${Math.floor(random() * 1e6)}`;
  const leaf = { region: 'region', seller: 'seller', product: 'item', customer: 'customer' }[dimension] ?? dimension;
  const makers: (() => Command)[] = [
    () => ({ name: 'targets/setCell', cell, amount: Math.floor(random() * 1e7) }),
    () => ({ name: 'targets/setCell', cell, amount: Math.floor(random() * 1e7) }),
    () => ({ name: 'holds/add', cell, kind: random() < 0.6 ? 'freeze' : 'total' }),
    () => ({ name: 'goals/set', cell, amount: Math.floor(random() * 1e7) }),
    () => ({ name: 'dimensions/drop', dimension }),
    () => ({ name: 'dimensions/add', dimension, spread: { kind: 'history' } }),
    () => ({ name: 'dimensions/add', dimension, spread: { kind: 'member', member: code(dimension) } }),
    () => ({
      name: 'dimensions/add',
      dimension: name,
      members: ['x', 'y'],
      spread: {
        kind: 'weights',
        weights: [
          { member: 1, weight: 2 },
          { member: 2, weight: 1 },
        ],
      },
    }),
    () => ({ name: 'dimensions/reorder', dimensions: plan.dimensions.toReversed() }),
    () => ({ name: 'dimensions/rename', dimension, to: name }),
    () => ({ name: 'dimensions/setDepth', dimension, keep: [code(dimension)], pooled: 'Others' }),
    () => ({ name: 'dimensions/setDepth', dimension, keep: [], pooled: 'Others' }),
    () => ({ name: 'members/add', dimension, names: [name], level: leaf, parent: 0 }),
    () => ({ name: 'members/merge', dimension, codes: [code(dimension)], into: code(dimension) }),
    () => ({ name: 'members/split', dimension, code: code(dimension), parts: [{ to: name, percent: 33.3 }] }),
    () => ({
      name: 'members/setDates',
      dimension,
      code: code(dimension),
      from: dayOf(2026, 4, 1),
      to: null,
      rampMonths: 3,
    }),
    () => ({
      name: 'members/move',
      dimension: 'product',
      hierarchy: `${plan.id}:product`,
      codes: [code('product')],
      to: random() < 0.5 ? 0 : code('product'),
    }),
    () => ({ name: 'members/archive', dimension, codes: [code(dimension)], archived: true }),
    () => ({ name: 'hierarchies/add', dimension, title: name, levels: [`${name}-level`] }),
    () => ({ name: 'plan/adoptHierarchy', dimension: 'product' }),
    () => ({ name: 'segments/toDimension', by: pick(['tier', 'stage']), on: clock.today, title: name, names: [] }),
    () => ({ name: 'customers/applyTiers', on: clock.today, why: name }),
    () => ({ name: 'scenarios/add', title: name, from: 'base' }),
    () => ({ name: 'columns/copy', from: { ...WORKING_TARGET, layer: 'baseline' }, to: cell, percent: 110 }),
  ];
  return pick(makers)();
}

describe('changes of shape in a stored plan', () => {
  it('a run of edits and shape commands moves no total by shape; undone, redone and reloaded it gives the bytes of each step', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const { session, again } = await openPlan(seed);
        const random = createRandom(seed);
        const states = [bytesOf(session)];
        let sums = sumsOf(session);
        for (let i = 0; i < 45; i += 1) {
          const command = nextCommand(session, random);
          const before = states[states.length - 1];
          if (!change(session, command, clock).ok) {
            expect(bytesOf(session), command.name).toBe(before);
            continue;
          }
          states.push(bytesOf(session));
          if (!/^(targets|holds|goals|scenarios|columns)/.test(command.name))
            expect(sumsOf(session), command.name).toEqual(sums);
          sums = sumsOf(session);
          seen.set(command.name, (seen.get(command.name) ?? 0) + 1);
          if (i % 13 === 7) checkpoint(session);
        }
        const last = states.length - 1;
        for (let i = last; i > 0; i -= 1) {
          must(await turn(session, 'undo', clock));
          expect(bytesOf(session), `undo to ${i - 1}`).toBe(states[i - 1]);
        }
        for (let i = 1; i <= last; i += 1) {
          must(await turn(session, 'redo', clock));
          expect(bytesOf(session), `redo to ${i}`).toBe(states[i]);
        }
        await session.queue.settled();
        expect(session.queue.state).toBe('saved');
        closeSession(session);
        const second = await again();
        expect(bytesOf(second), 'reload').toBe(states[last]);
        for (let i = last; i > last - 10 && i > 0; i -= 1) {
          must(await turn(second, 'undo', clock));
          expect(bytesOf(second), `undo after reload to ${i - 1}`).toBe(states[i - 1]);
        }
        await second.queue.settled();
        closeSession(second);
      }),
      { numRuns: 3, seed: 3 },
    );
    expect([...seen.keys()].filter((name) => /^(dimensions|members|hierarchies)/.test(name)).length).toBeGreaterThan(9);
  }, 60_000);

  it('a dimension of one’s own that was undone can be added again with the same codes', async () => {
    const { session } = await openPlan(5);
    const add: Command = {
      name: 'dimensions/add',
      dimension: 'own-brand',
      title: 'Brand',
      members: ['x', 'y'],
      spread: { kind: 'weights', weights: [1, 2].map((member) => ({ member, weight: 1 })) },
    };
    const before = bytesOf(session);
    must(change(session, add, clock));
    const after = [...session.document.records.member.keys()];
    must(await turn(session, 'undo', clock));
    expect(bytesOf(session)).toBe(before);
    expect(session.document.members.has('own-brand')).toBe(false);
    must(change(session, add, clock));
    expect([...session.document.records.member.keys()]).toEqual(after);
    await session.queue.settled();
    closeSession(session);
  });

  it('an open sheet follows a change of shape and its undo, and drops the dimension that left', async () => {
    const { session } = await openPlan(6);
    const query = { dimensions: ['product', 'region'], column: WORKING_TARGET, open: null };
    session.sheets.set(1, must(createSheet(session.document, query, 1)));
    const rows = session.sheets.get(1)?.ids;
    const changed = must(change(session, { name: 'dimensions/drop', dimension: 'product' }, clock));
    expect(changed.rows).toBe(true);
    expect(session.sheets.get(1)?.ids.every((id) => id === 'all' || id.startsWith('region:'))).toBe(true);
    must(await turn(session, 'undo', clock));
    expect(session.sheets.get(1)?.ids).toEqual(rows);
    await session.queue.settled();
    closeSession(session);
  });

  it('a full disk is said before another generation is read, and nothing moves', async () => {
    const { session } = await openPlan(7);
    must(change(session, { name: 'dimensions/drop', dimension: 'product' }, clock));
    const now = bytesOf(session);
    const broken = {
      ...session,
      queue: { ...session.queue, settled: async () => undefined, state: 'failed' as const },
    };
    const refused = await turn(broken, 'undo', clock);
    expect(refused.ok).toBe(false);
    expect(bytesOf(session)).toBe(now);
    await session.queue.settled();
    closeSession(session);
  });

  it('big edits before and after a change of shape are undone in their own generation, also after a reload', async () => {
    const { host, namespace } = await testHost();
    const status = must(await host.openSample({ language: 'en', seed: 3, scale: 1 }, 'j'));
    await host.closeWorkspace();
    const id = status.workspace?.id ?? '';
    const again = async () => must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
    const session = await again();
    const { document } = session;
    for (const hold of [...document.records.hold.values()])
      must(change(session, { name: 'holds/remove', hold: hold.id }, clock));
    const plan = [...document.records.plan.values()][0];
    const periods = plan.periods.map((period) => period.id);
    const whole = (amount: number): Command => ({
      name: 'targets/setCell',
      cell: { column: WORKING_TARGET, at: {}, periods },
      amount,
    });
    const small: Command = {
      name: 'targets/setCell',
      cell: { column: WORKING_TARGET, at: {}, periods: [periods[2]] },
      amount: 123_456_789,
    };
    const commands: Command[] = [
      whole(9_876_543_210),
      small,
      { name: 'dimensions/drop', dimension: plan.dimensions[plan.dimensions.length - 1] },
      whole(1_234_567_890),
      { name: 'dimensions/add', dimension: 'own', members: ['x', 'y'], spread: { kind: 'member', member: 2 } },
      small,
      whole(7_777_777_777),
    ];
    expect((document.open?.lines.count ?? 0) * periods.length).toBeGreaterThan(INLINE_LIMIT);
    const states = [bytesOf(session)];
    for (const command of commands) {
      must(change(session, command, clock));
      states.push(bytesOf(session));
    }
    const last = commands.length;
    const back = async (open: Session): Promise<void> => {
      for (let i = last; i > 0; i -= 1) {
        must(await turn(open, 'undo', clock));
        expect(bytesOf(open), `undo to ${i - 1}`).toBe(states[i - 1]);
      }
    };
    await back(session);
    for (let i = 1; i <= last; i += 1) {
      must(await turn(session, 'redo', clock));
      expect(bytesOf(session), `redo to ${i}`).toBe(states[i]);
    }
    await session.queue.settled();
    closeSession(session);
    const second = await again();
    expect(bytesOf(second)).toBe(states[last]);
    await back(second);
    await second.queue.settled();
    closeSession(second);
    const third = await again();
    expect(bytesOf(third)).toBe(states[0]);
    closeSession(third);
  });
});
