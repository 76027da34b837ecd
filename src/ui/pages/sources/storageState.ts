import type { SourceView } from '~/domain/view';

type Storage = SourceView['storage'];

/** Key of the sentence on whether the browser keeps the data, without promising more than it does. */
export const persistenceKey = ({ persisted }: Storage): 'persisted' | 'notPersisted' | 'persistUnknown' =>
  persisted === null ? 'persistUnknown' : persisted ? 'persisted' : 'notPersisted';

/** Used share of the quota, 0 … 1; null where the browser does not say. */
export function usedShare({ used, quota }: Storage): number | null {
  if (used === null || quota === null || quota <= 0) return null;
  return Math.min(1, used / quota);
}

export type AskOutcome = 'granted' | 'refused' | 'unavailable';

/** Asks the browser to keep the data when space runs short. It may say no, and plain http pages cannot ask. */
export async function askPersistence(manager: StorageManager | undefined): Promise<AskOutcome> {
  if (typeof manager?.persist !== 'function') return 'unavailable';
  return (await manager.persist().catch(() => false)) ? 'granted' : 'refused';
}
