import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { dayOf } from '~/domain/period';
import { createRandom } from '~/engine/numeric';
import { canonicalBytes } from '~/plan/canonical';
import { change, checkpoint, turn } from '~/worker/change';
import { createPastCopy, movePastCopy } from '~/worker/pastCopy';
import { closeSession, openSession, type Session } from '~/worker/session';
import { SMALL_LINES } from '../../plan/support/smallPlan';
import { batchOf, settingsOf } from '../../plan/support/smallWorkspace';
import { MORE_ORDERS } from '../../support/randomCommands/moreOrders';
import { randomCommand } from '../../support/randomCommands/randomCommand';
import { must, testHost } from './host';

const clock = { now: '2026-07-16T08:00:00.000Z', today: dayOf(2026, 7, 16), batchOf: () => MORE_ORDERS };

/** A stored small plan with orders behind it, and the way to open it again. */
async function openSmall(): Promise<{ session: Session; again: () => Promise<Session> }> {
  const { host, namespace } = await testHost();
  const made = must(await host.createWorkspace({ name: 'small', currency: 'USD' }));
  await host.closeWorkspace();
  const id = made.workspace?.id ?? '';
  const lock = { held: true, release: () => undefined };
  const again = async () => must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
  const session = await again();
  const orders = batchOf(SMALL_LINES, { coverage: { from: '2023-01-01', to: '2026-07-15' } });
  must(change(session, { name: 'orders/import', draft: 'd' }, { ...clock, batchOf: () => orders }));
  must(change(session, { name: 'plan/create', settings: settingsOf({ target: 36_000 }) }, clock));
  return { session, again };
}

const printOf = ({ document }: Pick<Session, 'document'>): string =>
  createHash('sha256').update(canonicalBytes(document)).digest('hex');

/** Commands with checkpoints, undo and redo between them; the state after every entry is noted. */
async function live(session: Session, seed: number, length: number): Promise<Map<number, string>> {
  const random = createRandom(seed);
  const stood = new Map([[session.steps.length, printOf(session)]]);
  for (let i = 0; i < length; i += 1) {
    change(session, randomCommand(session.document, random), clock);
    stood.set(session.steps.length, printOf(session));
    const next = random();
    if (next < 0.15 && (session.history.undo?.seq ?? 0) > 2) {
      must(await turn(session, 'undo', clock));
      stood.set(session.steps.length, printOf(session));
      if (random() < 0.5) must(await turn(session, 'redo', clock));
      stood.set(session.steps.length, printOf(session));
    } else if (next < 0.3) checkpoint(session);
  }
  return stood;
}

/**
 * One run on a stored plan: commands, checkpoints, undo and redo; a reload; every past state found again; all undone, all
 * redone. Returns the names of the commands that stand in the journal.
 */
export async function storedRun(seed: number): Promise<string[]> {
  const { session, again } = await openSmall();
  const start = session.steps.length;
  const before = printOf(session);
  const stood = await live(session, seed, 10 + ((seed * 7) % 31));
  const after = printOf(session);
  await session.queue.settled();
  expect(session.queue.state, `run ${seed}`).toBe('saved');
  closeSession(session);

  const second = await again();
  expect(printOf(second), `run ${seed} after the reload`).toBe(after);
  const copy = createPastCopy(second);
  if (!copy) throw new Error('no plan is open');
  for (const seq of [...stood.keys()].reverse()) {
    must(await movePastCopy(second, copy, seq));
    expect(printOf(copy), `run ${seed}, entry ${seq}, ${second.steps[seq]?.command.name}`).toBe(stood.get(seq));
  }
  must(await movePastCopy(second, copy, second.steps.length));
  expect(printOf(copy), `run ${seed}, forward again`).toBe(after);

  let turned = 0;
  while ((second.history.undo?.seq ?? 0) > start) {
    must(await turn(second, 'undo', clock));
    turned += 1;
  }
  expect(printOf(second), `run ${seed} undone`).toBe(before);
  for (let i = 0; i < turned; i += 1) must(await turn(second, 'redo', clock));
  expect(printOf(second), `run ${seed} redone`).toBe(after);
  await second.queue.settled();
  closeSession(second);
  return second.steps.slice(start).map(({ command }) => command.name);
}
