/** Which tab may write a workspace. */
export interface WriterLock {
  /** False when another tab holds it: this one may only look. */
  readonly held: boolean;
  release(): void;
}

export const NO_LOCK: WriterLock = { held: false, release: () => undefined };

export interface LockOptions {
  /** Milliseconds to wait for a tab that is closing or was asked to let go; Infinity = until it is free. */
  wait: number;
  /** Stops waiting; a lock that is already held stays held. */
  signal?: AbortSignal;
}

/**
 * Takes the writer lock of a workspace, if it can be had in time. Web Locks free it when a tab dies; where they are
 * missing (plain http), every tab may try, and the header's compare-and-set alone keeps two writers apart.
 */
export function takeWriterLock(name: string, { wait, signal }: LockOptions): Promise<WriterLock> {
  const locks = webLocks();
  if (!locks) return Promise.resolve({ held: true, release: () => undefined });
  const stop = new AbortController();
  const timer = wait === Number.POSITIVE_INFINITY ? null : setTimeout(() => stop.abort(), wait);
  signal?.addEventListener('abort', () => stop.abort(), { once: true });
  return new Promise((resolve) => {
    locks
      .request(name, { signal: stop.signal }, () => {
        if (timer) clearTimeout(timer);
        return new Promise<void>((free) => resolve({ held: true, release: free }));
      })
      .catch(() => resolve(NO_LOCK));
  });
}

/** False where no lock tells tabs apart, so that each must notice by itself when another one wrote. */
export const hasWebLocks = (): boolean => webLocks() !== undefined;

const webLocks = (): LockManager | undefined => (globalThis.navigator as Navigator | undefined)?.locks;
