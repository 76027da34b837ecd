/** Which tab may write a workspace. */
export interface WriterLock {
  /** False when another tab holds it: this one may only look. */
  readonly held: boolean;
  release(): void;
}

/**
 * Takes the writer lock of a workspace if no other tab has it. Web Locks free it when a tab dies; where they are missing
 * (plain http), every tab may try, and the header's compare-and-set alone keeps two writers apart.
 */
export function takeWriterLock(name: string): Promise<WriterLock> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (!locks) return Promise.resolve({ held: true, release: () => undefined });
  return new Promise((resolve) => {
    let free: () => void = () => undefined;
    const kept = new Promise<void>((release) => {
      free = release;
    });
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve({ held: false, release: () => undefined });
          return undefined;
        }
        resolve({ held: true, release: () => free() });
        return kept;
      })
      .catch(() => resolve({ held: false, release: () => undefined }));
  });
}
