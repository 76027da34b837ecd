import { type Remote, releaseProxy, wrap } from 'comlink';
import { type Issue, issue } from '~/domain/issue';

/** What a call to a worker that failed throws: the issue says whether it died, hung or was cancelled. */
export class LinkFailure extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
    this.name = 'LinkFailure';
  }
}

/** One worker behind Comlink that cannot leave a promise pending for ever. */
export interface Link<T> {
  /** Runs one call; rejects with a LinkFailure when the worker dies, hangs past the limit or is ended. */
  call<R>(run: (remote: Remote<T>, generation: number) => Promise<R>, limit?: number): Promise<R>;
  /** Ends the worker: everything under way is rejected as cancelled. The next call starts a new one. */
  end(code?: 'worker/cancelled' | 'worker/died'): void;
  /** Counts the workers there have been: an answer of an older one is never delivered. */
  readonly generation: number;
  /** Whether a worker stands ready, so that the next call needs no new one. */
  readonly isAlive: boolean;
}

const DEFAULT_LIMIT = 60_000;

/**
 * Comlink alone never settles calls to a worker that ended, crashed or failed to load. This one rejects them, and starts
 * a fresh worker for the next call; `onLost` tells that state kept in the old worker is gone.
 */
export function createLink<T>(options: { spawn: () => Worker; onLost?: (issue: Issue) => void }): Link<T> {
  let worker: Worker | null = null;
  let remote: Remote<T> | null = null;
  let generation = 0;
  const pending = new Set<(failure: LinkFailure) => void>();

  const lose = (found: Issue): void => {
    const old = worker;
    const proxy = remote;
    worker = null;
    remote = null;
    if (!old) return;
    const waiting = [...pending];
    pending.clear();
    proxy?.[releaseProxy]();
    old.terminate();
    for (const reject of waiting) reject(new LinkFailure(found));
    options.onLost?.(found);
  };

  const start = (): Remote<T> => {
    const fresh = options.spawn();
    generation += 1;
    fresh.addEventListener('error', (event) => {
      if (worker === fresh) lose(issue('worker/died', { message: event.message ?? '' }));
    });
    fresh.addEventListener('messageerror', () => {
      if (worker === fresh) lose(issue('worker/died', { message: 'messageerror' }));
    });
    worker = fresh;
    remote = wrap<T>(fresh);
    return remote;
  };

  return {
    call<R>(run: (remote: Remote<T>, generation: number) => Promise<R>, limit = DEFAULT_LIMIT): Promise<R> {
      return new Promise<R>((resolve, reject) => {
        const target = remote ?? attempt(start);
        if (target instanceof LinkFailure) {
          reject(target);
          return;
        }
        const timer = setTimeout(() => lose(issue('worker/timeout', { seconds: Math.round(limit / 1000) })), limit);
        const fail = (failure: LinkFailure): void => {
          clearTimeout(timer);
          reject(failure);
        };
        pending.add(fail);
        const settle = (then: () => void): void => {
          if (!pending.delete(fail)) return;
          clearTimeout(timer);
          then();
        };
        run(target, generation).then(
          (value) => settle(() => resolve(value)),
          (error: unknown) =>
            settle(() => reject(new LinkFailure(issue('worker/unknown', { message: messageOf(error) })))),
        );
      });
    },
    end: (code = 'worker/cancelled') => lose(issue(code)),
    get generation() {
      return generation;
    },
    get isAlive() {
      return worker !== null;
    },
  };
}

/** Some browsers refuse to start a worker at once: from a file, or where a policy forbids it. */
function attempt<R>(start: () => R): R | LinkFailure {
  try {
    return start();
  } catch (error) {
    return new LinkFailure(issue('worker/died', { message: messageOf(error) }));
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
