import { dayOf } from '~/domain/period';
import type { Result } from '~/domain/result';
import type { HostEvent } from '~/domain/status';
import { createPlanHost } from '~/worker/planHost';
import type { PlanHostApi } from '~/worker/protocol';
import { inlinePool } from '~/worker/tasks';

let namespaces = 0;

export interface TestHost {
  host: PlanHostApi;
  events: HostEvent[];
  namespace: string;
  /** A second host on the same storage: a reload, or another tab. */
  again(): Promise<TestHost>;
}

/** planHost called directly, with storage in memory and computations in place. */
export async function testHost(namespace = `test${++namespaces}/`): Promise<TestHost> {
  const events: HostEvent[] = [];
  const host = createPlanHost({
    namespace,
    clock: () => ({ now: '2026-08-20T09:00:00.000Z', today: dayOf(2026, 8, 20) }),
    pool: inlinePool,
    channel: { post: () => undefined, listen: () => undefined },
  });
  await host.start((event) => events.push(event));
  return { host, events, namespace, again: () => testHost(namespace) };
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}
