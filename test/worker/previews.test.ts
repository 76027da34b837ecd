import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { dayOf } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { canonicalBytes } from '~/plan/canonical';
import { createSheet } from '~/plan/views/sheet';
import { change } from '~/worker/change';
import { previewChange } from '~/worker/preview';
import { closeSession, openSession } from '~/worker/session';
import { must, testHost } from './support/host';
import { seededCommands } from './support/seededCommands';

const clock = { now: '2026-08-20T09:00:00.000Z', today: dayOf(2026, 8, 20), batchOf: () => null };

it('a preview of any command on targets changes no byte, and says what the deed then does', async () => {
  const { host, namespace } = await testHost();
  const status = must(await host.openSample({ language: 'en', seed: 3, scale: 1 }, 'j'));
  await host.closeWorkspace();
  const lock = { held: true, release: () => undefined };
  const id = status.workspace?.id ?? '';
  const session = must(await openSession({ namespace, id, lock, isNew: false, onSaved: () => undefined }));
  const { document } = session;
  const plan = [...document.records.plan.values()][0];
  const bytes = (): string => createHash('sha256').update(canonicalBytes(document)).digest('hex');
  const query = { dimensions: plan.dimensions.slice(0, 3), column: WORKING_TARGET, open: null };
  const rows = must(createSheet(document, query, 1)).ids;
  let done = 0;
  let refused = 0;
  for (const command of seededCommands({ seed: 29, count: 60, rows, plan })) {
    if (!/^(targets|holds|limits|periods)\//.test(command.name)) continue;
    const before = bytes();
    const preview = must(previewChange(document, command, clock));
    expect(bytes()).toBe(before);
    const result = change(session, command, clock);
    expect(preview.issues).toEqual(result.ok ? [] : result.issues);
    if (result.ok) {
      expect(preview).toMatchObject({ leaves: result.value.effect.leaves, held: result.value.effect.held });
      done += 1;
    } else refused += 1;
  }
  expect(done).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(2);
  await session.queue.settled();
  closeSession(session);
});
