import { Dexie } from 'dexie';
import { fail, ok, type Result } from '~/domain/result';
import { issueOf } from './failure';
import { databaseName } from './schema';

/** Every row of a workspace that can still be read, by table, and how many could not. */
export interface RawTables {
  tables: Record<string, unknown[]>;
  unreadable: Record<string, number>;
}

/**
 * Reads a stored workspace as it lies there, without knowing its schema and without judging it: for a copy of what is
 * left of a damaged one. A row that cannot be read is counted and passed over. Nothing is written.
 */
export async function readRaw(namespace: string, workspace: string): Promise<Result<RawTables>> {
  const database = new Dexie(databaseName(namespace, workspace));
  try {
    await database.open();
    const raw: RawTables = { tables: {}, unreadable: {} };
    for (const table of database.tables) {
      const { rows, lost } = await readableRows(table);
      raw.tables[table.name] = rows;
      if (lost > 0) raw.unreadable[table.name] = lost;
    }
    return ok(raw);
  } catch (error) {
    return fail(issueOf(error));
  } finally {
    database.close();
  }
}

async function readableRows(table: Dexie['tables'][number]): Promise<{ rows: unknown[]; lost: number }> {
  const whole = await table.toArray().catch(() => null);
  if (whole) return { rows: whole, lost: 0 };
  const keys = await table
    .toCollection()
    .primaryKeys()
    .catch(() => []);
  const rows: unknown[] = [];
  for (const key of keys) {
    const row = await table.get(key).catch(() => undefined);
    if (row !== undefined) rows.push(row);
  }
  return { rows, lost: Math.max(1, keys.length - rows.length) };
}
