import { dayOf } from '~/domain/period';
import type { HostEvent, HostStatus } from '~/domain/status';
import { createPlanHost } from '~/worker/planHost';
import type { PlanHostApi } from '~/worker/protocol';
import type { HostMessage, TabChannel } from '~/worker/sessionKeeper';
import { inlinePool } from '~/worker/tasks';

let origins = 0;

/** One tab of a browser: a host that hears the other tabs of its origin. */
export interface Tab {
  host: PlanHostApi;
  events: HostEvent[];
  /** The last status the page was told. */
  told(): HostStatus | null;
}

/** An origin with its storage; every tab on it is a host of its own. */
export function openOrigin(): { namespace: string; tab(): Promise<Tab> } {
  const listeners: ((message: HostMessage) => void)[] = [];
  origins += 1;
  const namespace = `origin${origins}/`;
  let seconds = 0;

  const channelOf = (own: { heard: ((message: HostMessage) => void) | null }): TabChannel => ({
    post(message) {
      for (const listener of listeners) if (listener !== own.heard) queueMicrotask(() => listener(message));
    },
    listen(listener) {
      own.heard = listener;
      listeners.push(listener);
    },
  });

  return {
    namespace,
    async tab() {
      const events: HostEvent[] = [];
      const host = createPlanHost({
        namespace,
        clock: () => {
          seconds += 1;
          return { now: new Date(Date.UTC(2026, 7, 20, 9, 0, seconds)).toISOString(), today: dayOf(2026, 8, 20) };
        },
        pool: inlinePool,
        channel: channelOf({ heard: null }),
      });
      await host.start((event) => events.push(event));
      const told = (): HostStatus | null => {
        const status = events.filter((event) => event.kind === 'status').at(-1);
        return status?.kind === 'status' ? status.status : null;
      };
      return { host, events, told };
    },
  };
}

/** Web Locks as far as the app uses them: one holder per name, the others in line, waiting can be given up. */
export function fakeLocks(): Pick<LockManager, 'request'> {
  const lines = new Map<string, Promise<unknown>>();
  const request = async (
    name: string,
    { signal }: { signal: AbortSignal },
    use: (lock: { name: string }) => Promise<unknown>,
  ): Promise<unknown> => {
    const before = lines.get(name) ?? Promise.resolve();
    let done: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    lines.set(
      name,
      before.then(() => mine),
    );
    try {
      await Promise.race([
        before,
        new Promise((_, reject) => {
          if (signal.aborted) reject(signal.reason);
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        }),
      ]);
      if (signal.aborted) throw signal.reason;
      return await use({ name });
    } finally {
      done();
    }
  };
  return { request } as unknown as Pick<LockManager, 'request'>;
}
