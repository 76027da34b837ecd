import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FiscalCalendar, WEEK_PATTERNS } from '~/domain/calendar';
import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { dayOf } from '~/domain/period';
import { type Plan, WORKING_TARGET } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import { createRandom } from '~/engine/numeric';
import { canonicalBytes } from '~/plan/canonical';
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

const planOf = (session: Session): Plan => [...session.document.records.plan.values()][0];

/** Every column's sum per fiscal year: no cut of time moves one. */
function yearSums(session: Session): Record<string, number[]> {
  const { open } = session.document;
  const sum = (values: Float64Array): number =>
    values.subarray(0, open?.lines.count).reduce((all, value) => all + value, 0);
  const years = planYears(planOf(session));
  return Object.fromEntries(
    [...(open?.columns ?? [])].map(([key, { value }]) => [
      key,
      years.map(({ first, last }) => value.slice(first, last + 1).reduce((all, values) => all + sum(values), 0)),
    ]),
  );
}

async function openPlan(seed: number): Promise<{ session: Session; again: () => Promise<Session> }> {
  const { host, namespace } = await testHost();
  const status = must(await host.createWorkspace({ name: 'w', currency: 'USD' }));
  const id = status.workspace?.id ?? '';
  await host.closeWorkspace();
  const again = async () => must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
  const session = await again();
  const batch = batchOf(randomOrders(seed, 40), { coverage: { from: '2024-01-01', to: '2025-12-31' } });
  must(change(session, { name: 'orders/import', draft: 'd' }, { ...clock, batchOf: () => batch }));
  must(change(session, { name: 'plan/create', settings: settingsOf({ target: 9_000_001 }) }, clock));
  return { session, again };
}

function nextCommand(session: Session, random: () => number): Command {
  const plan = planOf(session);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const own = pick(planYears(plan));
  const stretch = pick([own, ...own.quarters, ...own.halves, { first: own.first, last: own.first }]);
  const measure = pick(plan.groups[0].measures).id;
  const cell: CellRef = {
    column: { ...WORKING_TARGET, measure },
    at: random() < 0.5 ? {} : { region: 1 + Math.floor(random() * 3) },
    periods: plan.periods.slice(stretch.first, stretch.last + 1).map(({ id }) => id),
  };
  const year = { startMonth: 1, nameBy: 'end' as const };
  const weekRule = { weekday: 1 + Math.floor(random() * 7), end: pick(['last', 'nearest'] as const) };
  const calendars: FiscalCalendar[] = [
    { kind: 'months', ...year },
    { kind: 'weeks', ...year, weekRule },
    { kind: 'pattern', pattern: pick(WEEK_PATTERNS), ...year, weekRule },
  ];
  const id = `m${Math.floor(random() * 1e6)}`;
  const amount = Math.floor(random() * 1e6);
  const kind = pick(['additive', 'balance', 'distinct'] as const);
  const makers: (() => Command)[] = [
    () => ({ name: 'targets/setCell', cell, amount }),
    () => ({ name: 'targets/setCell', cell, amount }),
    () => ({ name: 'targets/clearCell', cell }),
    () => ({ name: 'holds/add', cell, kind: random() < 0.7 ? 'freeze' : 'total' }),
    () => ({ name: 'holds/release', cell }),
    () => ({ name: 'goals/set', cell, amount }),
    () => ({ name: 'time/setCalendar', calendar: pick(calendars) }),
    () => ({ name: 'time/setCalendar', calendar: pick(calendars) }),
    () => ({ name: 'time/addYears', years: planYears(plan).length < 3 ? 1 : 10 }),
    () => ({ name: 'time/importHolidays', days: [{ day: dayOf(2026, 1, 1) + (amount % 365), kind: 'off', name: id }] }),
    () => ({ name: 'measures/add', measure: { id, kind, scale: 0, unit: 'pcs' }, title: id }),
    () => ({
      name: 'measures/add',
      measure: { id, kind: 'ratio', numerator: measure, denominator: 'sales' },
      title: id,
    }),
    () => ({ name: 'measures/remove', measure }),
    () => ({ name: 'plan/setBasis', basis: pick(['ordered', 'shipped'] as const), taxIncluded: random() < 0.5 }),
  ];
  return pick(makers)();
}

it('a run of edits, calendars, years and measures keeps each year; undone, redone and reloaded it gives the bytes of each step', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
      const { session, again } = await openPlan(seed);
      const random = createRandom(seed);
      const states = [bytesOf(session)];
      for (let i = 0; i < 30; i += 1) {
        const command = nextCommand(session, random);
        const sums = yearSums(session);
        if (!change(session, command, clock).ok) {
          expect(bytesOf(session), command.name).toBe(states[states.length - 1]);
          continue;
        }
        states.push(bytesOf(session));
        if (command.name === 'time/setCalendar') expect(yearSums(session)).toEqual(sums);
        seen.add(command.name);
        if (i % 11 === 7) checkpoint(session);
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
      closeSession(session);
      const second = await again();
      expect(bytesOf(second), 'reload').toBe(states[last]);
      for (let i = last; i > last - 8 && i > 0; i -= 1) {
        must(await turn(second, 'undo', clock));
        expect(bytesOf(second), `undo after reload to ${i - 1}`).toBe(states[i - 1]);
      }
      await second.queue.settled();
      closeSession(second);
    }),
    { numRuns: 2, seed: 71 },
  );
  const own = [
    'time/setCalendar',
    'time/addYears',
    'time/importHolidays',
    'measures/add',
    'measures/remove',
    'plan/setBasis',
  ];
  expect([...seen]).toEqual(expect.arrayContaining(own));
}, 60_000);

it('an open sheet follows another calendar and its undo', async () => {
  const { session } = await openPlan(6);
  const query = { dimensions: ['region', 'seller'], column: WORKING_TARGET, open: null };
  session.sheets.set(1, must(createSheet(session.document, query, 1)));
  const leaves = () =>
    session.sheets
      .get(1)
      ?.fields.filter(({ kind }) => kind === 'month')
      .map(({ id }) => id) ?? [];
  const months = leaves();
  const weekRule = { weekday: 7, end: 'nearest' as const };
  const calendar: FiscalCalendar = { kind: 'weeks', startMonth: 1, nameBy: 'end', weekRule };
  expect(must(change(session, { name: 'time/setCalendar', calendar }, clock)).rows).toBe(true);
  expect([leaves().length, leaves()[0]]).toEqual([53, 'm:2026-W01']);
  must(await turn(session, 'undo', clock));
  expect(leaves()).toEqual(months);
  await session.queue.settled();
  closeSession(session);
});
