import { Dexie, type Table } from 'dexie';
import { fail, ok, type Result } from '~/domain/result';
import type { WorkspaceHead } from '~/domain/status';
import { issueOf } from './failure';
import { databaseName } from './schema';

/** The small database that lists the workspaces of this browser. */
export interface IndexDatabase extends Dexie {
  workspaces: Table<WorkspaceHead, string>;
}

export function indexDatabase(namespace: string): IndexDatabase {
  const database = new Dexie(`${namespace}index`, { chromeTransactionDurability: 'strict' }) as IndexDatabase;
  database.version(1).stores({ workspaces: 'id' });
  return database;
}

/** All workspaces, the one opened last first. */
export async function listWorkspaces(index: IndexDatabase): Promise<Result<WorkspaceHead[]>> {
  try {
    const heads = await index.workspaces.toArray();
    return ok(heads.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)));
  } catch (error) {
    return fail(issueOf(error));
  }
}

export async function rememberWorkspace(index: IndexDatabase, head: WorkspaceHead): Promise<Result<null>> {
  try {
    await index.workspaces.put(head);
    return ok(null);
  } catch (error) {
    return fail(issueOf(error));
  }
}

/** Deletes a workspace with everything in it. */
export async function deleteWorkspace(
  index: IndexDatabase,
  options: { namespace: string; workspace: string },
): Promise<Result<null>> {
  try {
    await Dexie.delete(databaseName(options.namespace, options.workspace));
    await index.workspaces.delete(options.workspace);
    return ok(null);
  } catch (error) {
    return fail(issueOf(error));
  }
}
