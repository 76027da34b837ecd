import { Dexie } from 'dexie';
import type { RecordsDiff } from '~/domain/change';
import type { Entry, Header } from '~/domain/journal';
import type { Result } from '~/domain/result';
import { emptyWrite, type Write } from '~/storage/commit';
import { digestOf } from '~/storage/digest';
import { databaseName, type WorkspaceDatabase, workspaceDatabase } from '~/storage/schema';

let names = 0;

/** A workspace of its own, nothing stored yet. */
export function freshDatabase(): { database: WorkspaceDatabase; namespace: string; id: string } {
  names += 1;
  const namespace = `storage${names}/`;
  return { database: workspaceDatabase(namespace, 'w'), namespace, id: 'w' };
}

export const header = (revision: number, over: Partial<Header> = {}): Header => ({
  schema: 1,
  minReader: 1,
  revision,
  checkpoints: {},
  counts: { entries: 0, records: 0 },
  digest: '',
  ...over,
});

export const write = (expect: number, over: Partial<Write> & { head?: Partial<Header> } = {}): Write => {
  const { head, ...parts } = over;
  return { ...emptyWrite(expect, header(expect + 1, head)), ...parts };
};

/** A chain of renames, each linked to the one before. */
export function chain(count: number): Entry[] {
  const entries: Entry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const said: Omit<Entry, 'digest'> = {
      seq,
      scope: 'workspace',
      command: { name: 'plan/rename', args: { to: `name ${seq}` } },
      who: '',
      wallTime: '2026-08-20T09:00:00.000Z',
      records: [],
      cells: [
        {
          kind: 'inline',
          plan: 'p',
          generation: 1,
          column: 'base/target/sales',
          period: 0,
          lineId: Uint32Array.of(seq),
          old: Float64Array.of(0),
          new: Float64Array.of(seq * 100),
          oldState: Uint8Array.of(0),
          newState: Uint8Array.of(1),
        } as unknown as Entry['cells'][number],
      ],
      effect: { leaves: 1, linesAdded: 0 },
      previous: entries.at(-1)?.digest ?? '',
    };
    entries.push({ ...said, digest: digestOf(said) });
  }
  return entries;
}

export const members = (count: number): RecordsDiff =>
  Array.from({ length: count }, (_, code) => {
    const member = {
      id: `customer:${code}`,
      dimension: 'customer',
      code,
      name: `C${code}`,
      level: 'customer',
      parent: 0,
    };
    return { type: 'member', id: member.id, from: null, to: member } as unknown as RecordsDiff[number];
  });

/** Changes rows behind the back of the app, as a failing disk does. */
export async function tamper(
  namespace: string,
  run: (table: (name: string) => ReturnType<Dexie['table']>) => PromiseLike<unknown>,
): Promise<void> {
  const database = new Dexie(databaseName(namespace, 'w'));
  await database.open();
  await run((name) => database.table(name));
  database.close();
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.issues[0].code);

export const paramsOf = (result: Result<unknown>): unknown => (result.ok ? null : result.issues[0].params);
